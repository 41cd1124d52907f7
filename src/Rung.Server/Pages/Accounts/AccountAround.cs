using Rung.Server.Accounts;
using Rung.Server.Pages.Hosting;

namespace Rung.Server.Pages.Accounts;

/// <summary>What stands around every page about accounts.</summary>
/// <param name="Here">Path of the page.</param>
public sealed record AccountAround(string Here)
{
    public bool IsSignedIn { get; private init; }
    public bool IsAdministrator { get; private init; }
    public bool ReadsAudit { get; private init; }

    /// <summary>What the last form did; null: nothing.</summary>
    public string? Notice { get; private init; }

    public static AccountAround Of(HttpContext context)
    {
        var who = SignedIn.Of(context);
        return new AccountAround(context.Request.Path)
        {
            IsSignedIn = who is not null,
            IsAdministrator = who?.IsAdministrator == true,
            ReadsAudit = who?.ReadsAudit == true,
            Notice = NoticeCookie.Take(context),
        };
    }
}
