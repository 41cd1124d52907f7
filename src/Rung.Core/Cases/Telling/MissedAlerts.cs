using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Wording;

namespace Rung.Core.Cases.Telling;

/// <summary>
/// A missed promise, told to those whom the guide has alerted. Nobody hears it twice: not whom a rule of the guide tells
/// of the same moment, and whoever holds two of the posts hears it once. SMC-09, SMC-32.
/// </summary>
internal static class MissedAlerts
{
    /// <summary>Stands in for the id of a rule.</summary>
    public const string Rule = "promise-missed";

    /// <returns>One message for each post whose holder has an e-mail address; the others see it on the page.</returns>
    public static IEnumerable<OutgoingMessage> Of(Occasion at)
    {
        if (at.Event is not PromiseMissed missed)
        {
            return [];
        }
        return missed
            .Alerts.Where(role => !IsToldByRule(at, role) && at.MayHear(role))
            .Select(role => (Role: role, Holder: at.Guide.Holder(role, missed.RecordedAt)))
            .Where(one => at.MayHear(one.Holder?.Id))
            .Select(one => (one.Role, Address: one.Holder?.Contact))
            .Where(one => one.Address?.Contains('@', StringComparison.Ordinal) == true)
            .DistinctBy(one => one.Address, StringComparer.OrdinalIgnoreCase)
            .Select(one => Message(at, missed, one.Role) with { To = one.Address });
    }

    private static bool IsToldByRule(Occasion at, string role) =>
        at.Guide.Notifications.Any(rule =>
            rule.On == CaseMoment.PromiseMissed
            && rule.To == new Audience(AudienceKind.Role, role)
            && at.Facts.Hold(rule.When)
        );

    private static OutgoingMessage Message(Occasion at, PromiseMissed missed, string role)
    {
        var (guide, state) = (at.Guide, at.State);
        var name = EscalationText.Name(guide, missed.For);
        var owner = state.Escalation?.Owner?.Name;
        string?[] lines =
        [
            $"{name} was due {CaseWords.InWords(guide, missed.Due)} and has not been kept.",
            "",
            $"Case: {state.Reference.Text}, {state.Logged.Subject}",
            $"Customer: {state.Logged.Reporter.CustomerName}",
            owner is null ? null : $"Owner of the escalation: {owner}",
            "",
            $"Keep it now and enter it on the case. ({guide.Heading(at.Guide.PromiseRule(missed.For)?.Cite ?? guide.Desk.Cite)})",
        ];
        return new OutgoingMessage(
            $"{state.Reference}/{at.Index + 1}/{Rule}/{role}",
            Rule,
            CaseMoment.PromiseMissed,
            new Audience(AudienceKind.Role, role),
            Channel.Email,
            null,
            $"[{state.Reference}] Missed: {name}",
            string.Join('\n', lines.OfType<string>()),
            null
        )
        {
            Event = at.Index + 1,
        };
    }
}
