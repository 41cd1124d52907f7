namespace Rung.Server.Accounts;

/// <summary>The cookie of somebody who is signed in. It says nothing, and ends with the browser.</summary>
internal static class SessionCookie
{
    private const string PlainName = "rung-session";

    public static string? Read(HttpContext context) => context.Request.Cookies[Name(context)];

    public static void Write(HttpContext context, string secret) =>
        context.Response.Cookies.Append(Name(context), secret, Options(context));

    public static void Delete(HttpContext context) => context.Response.Cookies.Delete(Name(context), Options(context));

    // A browser keeps a __Host- cookie to this very host; it takes one only where the page came encrypted.
    private static string Name(HttpContext context) => context.Request.IsHttps ? $"__Host-{PlainName}" : PlainName;

    // Lax: whoever follows a link in a mail to a case is signed in there; what changes anything needs a form of ours.
    private static CookieOptions Options(HttpContext context) =>
        new()
        {
            HttpOnly = true,
            IsEssential = true,
            Secure = context.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            Path = "/",
        };
}
