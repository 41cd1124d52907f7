using Rung.Server.Pages.Hosting;

namespace Rung.Server.Accounts.Issuers;

/// <summary>By which issuer somebody came in, so that they are told at sign-out that they are signed in there still.</summary>
internal static class IssuerCookie
{
    private const string Name = "rung-issuer";

    private static CookieOptions Options(HttpContext context) => PageCookie.For(context, TimeSpan.FromDays(7));

    public static void Write(HttpContext context, Issuer issuer) =>
        context.Response.Cookies.Append(Name, issuer.Id, Options(context));

    /// <returns>Null: by none that is known.</returns>
    public static Issuer? Take(HttpContext context)
    {
        if (context.Request.Cookies[Name] is not { Length: > 0 } id)
        {
            return null;
        }
        context.Response.Cookies.Delete(Name, Options(context));
        return context.RequestServices.GetRequiredService<IssuerDoor>().Find(id);
    }
}
