using Rung.Core.Guides;
using Rung.Server.Accounts;
using Rung.Server.Pages.Hosting;
using Rung.Storage.Accounts;

namespace Rung.Server.Pages.Trail;

/// <summary>
/// A part of the audit trail that somebody may read: an auditor that of the desks whose auditor they are, one of every desk all
/// of it, an administrator what is of the installation, since that role sees no desk.
/// </summary>
/// <param name="Id">As it stands in addresses.</param>
/// <param name="Paths">What is below these paths; null: everything.</param>
/// <param name="Desk">Null: of no one desk.</param>
internal sealed record TrailArea(string Id, string Name, IReadOnlyList<string>? Paths, Guide? Desk)
{
    private static readonly TrailArea Everything = new(Right.EveryDesk, "Everything", null, null);

    // No desk is called that.
    private static readonly TrailArea Installation = new(
        ".",
        "Accounts and signing in",
        [
            Addresses.Accounts,
            Addresses.Account,
            Addresses.Audit,
            Addresses.FirstRun,
            Addresses.Setup,
            Invitation.Path,
            Addresses.SignIn("/"),
            Addresses.SignOut,
        ],
        null
    );

    /// <summary>The parts that somebody may read, the widest first.</summary>
    public static IReadOnlyList<TrailArea> Of(SignedIn who, IReadOnlyList<Guide> desks)
    {
        var readsAll = who.Rights.Any(right => right is { Role: AccountRole.Auditor, Desk: Right.EveryDesk });
        return
        [
            .. readsAll ? [Everything] : Array.Empty<TrailArea>(),
            .. readsAll || who.IsAdministrator ? [Installation] : Array.Empty<TrailArea>(),
            .. desks.Where(desk => IsAuditor(who, desk)).Select(OfDesk),
        ];
    }

    private static bool IsAuditor(SignedIn who, Guide desk) =>
        who.Rights.Any(right => right.Role == AccountRole.Auditor && right.IsAt(desk.Document.Id));

    private static TrailArea OfDesk(Guide desk) =>
        new(desk.Document.Id, desk.Desk.Name, [$"/{desk.Document.Id}", $"/api/v1/{desk.Document.Id}"], desk);
}
