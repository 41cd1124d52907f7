namespace Rung.Server.Pages.Portal.Links;

/// <summary>The link that somebody came by, kept for the day; it is looked at anew at each request.</summary>
internal static class LinkCookie
{
    private const string Name = "rung-link";
    private const int Longest = 200;

    public static string? Read(HttpContext context) =>
        context.Request.Cookies[Name] is { Length: > 0 and < Longest } token ? token : null;

    // Lax: who comes from a mail on a web page brings it along as well. What changes something needs the form's own token.
    public static void Write(HttpContext context, string token) =>
        context.Response.Cookies.Append(Name, token, Options(context));

    public static void Delete(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context));

    private static CookieOptions Options(HttpContext context) =>
        new()
        {
            HttpOnly = true,
            Secure = context.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            Path = "/",
            MaxAge = TimeSpan.FromDays(1),
        };
}
