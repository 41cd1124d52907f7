namespace Rung.Server.Accounts;

/// <summary>The cookie of somebody of the desk who is signed in. It says nothing, and ends with the browser.</summary>
internal static class SessionCookie
{
    private const string Name = "rung-session";

    public static string? Read(HttpContext context) => SecretCookie.Read(context, Name);

    public static void Write(HttpContext context, string secret) => SecretCookie.Write(context, Name, secret);

    public static void Delete(HttpContext context) => SecretCookie.Delete(context, Name);
}
