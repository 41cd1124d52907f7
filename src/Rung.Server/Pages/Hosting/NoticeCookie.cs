namespace Rung.Server.Pages.Hosting;

/// <summary>What a form did, told once by the next page.</summary>
internal static class NoticeCookie
{
    private const string Name = "rung-notice";

    private static CookieOptions Options(HttpContext context) => PageCookie.For(context, TimeSpan.FromMinutes(1));

    public static void Write(HttpContext context, string notice) =>
        context.Response.Cookies.Append(Name, Uri.EscapeDataString(notice), Options(context));

    public static string? Take(HttpContext context)
    {
        if (context.Request.Cookies[Name] is not { Length: > 0 } notice)
        {
            return null;
        }
        context.Response.Cookies.Delete(Name, Options(context));
        return Uri.UnescapeDataString(notice);
    }
}
