using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;

namespace Rung.Core.Escalations;

/// <summary>
/// Where somebody of the provider reads what is told to them. A post that is reached through the desk reads it at the desk's
/// own mailbox: nothing that has to be told is told to nobody. S-04, SMC-09, semantics 41.
/// </summary>
public static class ToldAt
{
    /// <summary>Stands for the desk where roles are named.</summary>
    public const string Desk = "desk";

    /// <summary>The mailbox of whoever holds the post at a moment, else the desk's; null: neither has one.</summary>
    /// <param name="role">Id of a role; <c>desk</c>, or <c>owner</c> while there is none, is the desk.</param>
    public static string? Mailbox(this Guide guide, string role, Instant at) =>
        guide.OwnMailbox(role, at) ?? guide.Desk.Alerts;

    /// <summary>
    /// The mailbox of whoever holds the post; null: it has none, and is reached through the desk. An address at which the desk
    /// takes mail is none: what Rung writes there comes back to it, and no person has to look.
    /// </summary>
    public static string? OwnMailbox(this Guide guide, string role, Instant at) =>
        guide.Holder(role, at) is not { } holder ? null
        : holder.Alerts is { } own ? own
        : EmailAddress.Fault(holder.Contact) is null && !guide.TakesMailAt(holder.Contact!) ? holder.Contact
        : null;

    /// <summary>
    /// Where people read what is handed over to a route: the mailbox of the post whose published contact its address is, where the
    /// guide names one, else that address; null: it has none. ESS-12, ESS-87.
    /// </summary>
    public static string? MailboxOf(this Guide guide, Route? route, Instant at) =>
        route?.Mailbox is not { } published ? null
        : guide.Roles.FirstOrDefault(post => IsAlertedApart(post, published)) is { Id: var post }
            ? guide.OwnMailbox(post, at) ?? published
        : published;

    private static bool IsAlertedApart(Role post, string published) =>
        post.Alerts is not null && published.Equals(post.Contact, StringComparison.OrdinalIgnoreCase);
}
