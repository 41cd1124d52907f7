using Rung.Server.Accounts;

namespace Rung.Server.Pages.Portal.Links;

/// <summary>The link that somebody came by, kept for the day; it is looked at anew at each request.</summary>
internal static class LinkCookie
{
    private const string Name = "rung-link";
    private const int Longest = 200;

    public static string? Read(HttpContext context) =>
        SecretCookie.Read(context, Name) is { Length: > 0 and < Longest } token ? token : null;

    public static void Write(HttpContext context, string token) =>
        SecretCookie.Write(context, Name, token, TimeSpan.FromDays(1));

    public static void Delete(HttpContext context) => SecretCookie.Delete(context, Name);
}
