namespace Rung.Server.Accounts;

/// <summary>A cookie that is a secret: for this very host, unreadable for scripts.</summary>
internal static class SecretCookie
{
    public static string? Read(HttpContext context, string name) => context.Request.Cookies[Full(context, name)];

    /// <param name="age">How long the browser keeps it; null: until it is closed.</param>
    public static void Write(HttpContext context, string name, string secret, TimeSpan? age = null)
    {
        var options = Options(context);
        options.MaxAge = age;
        context.Response.Cookies.Append(Full(context, name), secret, options);
    }

    public static void Delete(HttpContext context, string name) =>
        context.Response.Cookies.Delete(Full(context, name), Options(context));

    // A browser keeps a __Host- cookie to this very host; it takes one only where the page came encrypted.
    private static string Full(HttpContext context, string name) => context.Request.IsHttps ? $"__Host-{name}" : name;

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
