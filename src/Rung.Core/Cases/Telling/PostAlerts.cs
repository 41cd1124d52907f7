using Rung.Core.Complaints;
using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Core.Cases.Telling;

/// <summary>
/// A missed promise or a level, told to those whom the guide has alerted of it. Nobody hears it twice: not whom a rule of the
/// guide tells of the same moment, and what several read at one mailbox is written there once. SMC-09, SMC-32, semantics 41.
/// </summary>
internal static class PostAlerts
{
    /// <returns>One message for each mailbox; none where neither a post nor the desk has one.</returns>
    public static IEnumerable<OutgoingMessage> Of(Occasion at)
    {
        var roles = Alerted(at.Event);
        var told = roles.Where(role => IsToldByRule(at, role)).Select(role => Mailbox(at, role)).ToList();
        return roles
            .Select(role => (Role: role, Mailbox: Mailbox(at, role)))
            .Where(one => one.Mailbox is not null && !told.Contains(one.Mailbox, StringComparer.OrdinalIgnoreCase))
            .GroupBy(one => one.Mailbox, one => one.Role, StringComparer.OrdinalIgnoreCase)
            .Select(group => Message(at, [.. group]) with { To = group.Key });
    }

    private static IReadOnlyList<string> Alerted(CaseEvent happened) =>
        happened switch
        {
            PromiseMissed missed => missed.Alerts,
            Escalated entered => entered.Alerts,
            LevelToldAgain again => again.Alerts,
            _ => [],
        };

    // Who reads at the desk's mailbox may not be among those who see a complaint (ESS-93).
    private static string? Mailbox(Occasion at, string role)
    {
        var now = at.Event.RecordedAt;
        if (!at.State.Logged.IsComplaint())
        {
            return at.Guide.Mailbox(role, now);
        }
        return at.MayHear(role) && at.MayHear(at.Guide.Holder(role, now)?.Id) ? at.Guide.OwnMailbox(role, now) : null;
    }

    private static bool IsToldByRule(Occasion at, string role) =>
        at.Guide.Notifications.Any(rule =>
            rule.By == Channel.Email && rule.On == at.Moment && Addresses(at, rule.To, role) && at.Facts.Hold(rule.When)
        );

    private static bool Addresses(Occasion at, Audience to, string role) =>
        to.Kind switch
        {
            AudienceKind.Role => to.Role == role,
            AudienceKind.Owner => role == Teller.Owner(at),
            AudienceKind.Desk => role == ToldAt.Desk,
            _ => false,
        };

    private static OutgoingMessage Message(Occasion at, IReadOnlyList<string> roles)
    {
        var alert = AlertText.Of(at, roles);
        return new OutgoingMessage(
            $"{at.State.Reference}/{at.Index + 1}/{alert.Rule}/{roles[0]}",
            alert.Rule,
            at.Moment,
            roles[0] == ToldAt.Desk ? new Audience(AudienceKind.Desk, null) : new Audience(AudienceKind.Role, roles[0]),
            Channel.Email,
            null,
            $"[{at.State.Reference}] {alert.Subject}",
            alert.Text,
            null
        )
        {
            Event = at.Index + 1,
        };
    }
}
