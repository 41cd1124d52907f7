using Microsoft.AspNetCore.Http.Features;
using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Server.Pages.Frame;

namespace Rung.Server.Pages.Portal;

/// <summary>Who stands before the portal: somebody whom a customer of the desk has on file.</summary>
internal sealed record PortalVisitor(Visit Visit, Customer Customer, Contact Contact)
{
    public string Desk => Visit.Desk;

    /// <summary>The one case that the link opens by which they came; null: they see whatever is theirs.</summary>
    public CaseReference? Only { get; init; }

    /// <summary>They signed in; else they said who they are, or came by a link.</summary>
    public bool HasSignedIn { get; init; }

    /// <summary>Ids of the parts that they play, as they are on file; null: they came by a link, and may be on no file.</summary>
    public IReadOnlyList<string>? Parts => Only is null ? Contact.Roles : null;

    /// <summary>Where they go on from a page that leads nowhere.</summary>
    public PortalLink Start =>
        Only is { } only
            ? new("Your case", PortalAddresses.Case(Desk, only.Text))
            : new("To the start", PortalAddresses.Home(Desk));

    /// <summary>"Office manager, Larkmere Primary School".</summary>
    public string Words => $"{Contact.Name}, {Customer.Name}";

    /// <summary>As the audit trail names them: a name alone may be that of several.</summary>
    public string Signature => $"{Words} ({Id})";

    /// <summary>Tells apart people of one name who belong to different customers.</summary>
    public string Id => $"{Customer.Id}/{Contact.Id}";

    /// <summary>The visitor behind a request that <see cref="PortalDoor"/> let in.</summary>
    public static PortalVisitor Of(HttpContext context) => context.Features.GetRequiredFeature<PortalVisitor>();
}
