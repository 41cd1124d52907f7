using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Core.Promises;

/// <summary>The reason for outage of a case that no escalation has given a date for: as the guide aims. ESS-76, A-15.</summary>
internal static class OutagePromises
{
    public static IEnumerable<PromiseEntry> Of(CasePromises of)
    {
        var state = of.State;
        if (
            of.Guide.Rfo is not { ExpectedWithin: { } within } rule
            || state.Resolution is not { } resolved
            || state.PromiseList.Exists(promise => promise.For == PromiseFor.Rfo)
            || !of.Facts.Hold(rule.RequiredWhen)
            || within.DueFrom(resolved.At, of.Guide.DeskCalendar) is not { Ok: true, Value: var due }
        )
        {
            return [];
        }
        var written = state.RfoWrittenAt;
        var entry = new PromiseEntry
        {
            Kind = PromiseKind.ReasonForOutage,
            Id = "reason-for-outage",
            Number = 1,
            Name = "Reason for outage",
            Owner = rule.Owner is { } role ? new PromiseOwner(role, of.Guide.RoleTitle(role)) : of.Worker,
            To = of.Reporter,
            GivenAt = resolved.At,
            Due = due,
            State = HowKept.Of(due, written, of.Now),
            KeptAt = written,
            IsToDo = written is null && state.IsLive,
            Firmness = Firmness.Aim,
            Cite = rule.Cite,
        };
        return [entry];
    }
}
