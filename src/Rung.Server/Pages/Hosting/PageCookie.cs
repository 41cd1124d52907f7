namespace Rung.Server.Pages.Hosting;

/// <summary>A cookie of the pages: no script reads it, no other site sends it along, and it goes no unencrypted way where the page came encrypted.</summary>
internal static class PageCookie
{
    public static CookieOptions For(HttpContext context, TimeSpan age) =>
        new()
        {
            HttpOnly = true,
            Secure = context.Request.IsHttps,
            SameSite = SameSiteMode.Strict,
            Path = "/",
            MaxAge = age,
        };
}
