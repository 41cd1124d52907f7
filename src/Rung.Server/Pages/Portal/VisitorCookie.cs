using Rung.Server.Pages.Hosting;

namespace Rung.Server.Pages.Portal;

/// <summary>Whose person a visitor says they are, until there are accounts.</summary>
internal static class VisitorCookie
{
    private const string Name = "rung-portal";

    public static (string Customer, string Contact)? Read(HttpContext context) =>
        Uri.UnescapeDataString(context.Request.Cookies[Name] ?? "").Split('/') is [var customer, var contact]
            ? (customer, contact)
            : null;

    /// <param name="choice">Customer and contact, <c>larkmere-primary/larkmere-primary-office</c>.</param>
    public static void Write(HttpContext context, string choice) =>
        context.Response.Cookies.Append(
            Name,
            Uri.EscapeDataString(choice),
            PageCookie.For(context, TimeSpan.FromDays(30))
        );
}
