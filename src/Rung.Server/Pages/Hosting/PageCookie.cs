namespace Rung.Server.Pages.Hosting;

/// <summary>A cookie of the pages: no script reads it, no other site sends it along.</summary>
internal static class PageCookie
{
    public static CookieOptions For(TimeSpan age) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Path = "/",
            MaxAge = age,
        };
}
