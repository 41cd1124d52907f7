namespace Rung.Server.Accounts;

/// <summary>The cookie of a customer's person who is signed in at the portal. It says nothing, and ends with the browser.</summary>
internal static class ContactCookie
{
    private const string Name = "rung-contact";

    public static string? Read(HttpContext context) => SecretCookie.Read(context, Name);

    public static void Write(HttpContext context, string secret) => SecretCookie.Write(context, Name, secret);

    public static void Delete(HttpContext context) => SecretCookie.Delete(context, Name);
}
