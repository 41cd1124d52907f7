using NodaTime;
using Rung.Core.Clocks;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Time;

namespace Rung.Core.Promises;

/// <summary>
/// Why a promise that is no target is due when it is: the time that the guide sets for it and since when that runs. A promise
/// whose due none of these leads to was agreed, and has none.
/// </summary>
internal sealed record ReckonedDues(CasePromises Of)
{
    private Guide Guide => Of.Guide;

    /// <summary>The promise with its ledger's name, where it has one.</summary>
    public PromiseEntry Named(PromiseEntry entry) =>
        ClockOf(entry) is { Id: var id } ? entry with { Ledger = id } : entry;

    /// <summary>Null: it is a target and has a clock of its own, or its time was agreed.</summary>
    public PlainClock? ClockOf(PromiseEntry entry) =>
        entry is { Allowance: null, Due: { } due }
            ? Reckonings(entry).FirstOrDefault(clock => clock.Due(Guide) == due)
            : null;

    private IEnumerable<PlainClock> Reckonings(PromiseEntry entry) =>
        entry.Kind switch
        {
            PromiseKind.Call => Calls(entry),
            PromiseKind.Attempt => [Attempt(entry)],
            PromiseKind.Handover => [Handover(entry)],
            PromiseKind.ReasonForOutage => Outages(entry),
            PromiseKind.Update => Answers(entry),
            PromiseKind.Decision => Decisions(entry),
            PromiseKind.ComplaintAnswer => FollowUps(entry),
            PromiseKind.NextStep => Steps(entry),
            _ => [],
        };

    // The row that holds may be another than when it came to be owed.
    private IEnumerable<PlainClock> Calls(PromiseEntry entry)
    {
        var since = Of.State.Calls.First(call => call.Number == entry.Number).From;
        return Guide.Calls is not { } rule
            ? []
            : rule
                .Within.OrderByDescending(row => Of.Facts.Hold(row.When))
                .Select(row => Clock(entry, row with { Calendar = row.Calendar ?? rule.Calendar }, since));
    }

    private PlainClock Attempt(PromiseEntry entry)
    {
        var (closing, rule) = (Guide.Closing, Guide.Closing.Attempts);
        var spacing = rule.Spacing[Math.Min(entry.Number, rule.Spacing.Count) - 1];
        return Clock(entry, Row(entry, spacing, closing.Calendar), entry.GivenAt) with { Window = rule.Window };
    }

    // It is for the hours that end with the closing, however long before these it was known of.
    private PlainClock Handover(PromiseEntry entry)
    {
        var open = Guide
            .DeskCalendar.Stretches(entry.GivenAt, entry.Due!.Value)
            .LastOrDefault(stretch => stretch.Kind == StretchKind.Open);
        var time = Row(entry, new Allowance.EndOfNthDay(0, null), null);
        return Clock(entry, time, open is null ? entry.GivenAt : open.From);
    }

    private IEnumerable<PlainClock> Answers(PromiseEntry entry) =>
        Time(entry, Guide.PromiseRule(PromiseFor.UpdateRequest)) is { } time ? [Clock(entry, time, entry.GivenAt)] : [];

    // From the resolution that stood then, else from the end of the escalation.
    private IEnumerable<PlainClock> Outages(PromiseEntry entry)
    {
        var rule = Guide.PromiseRule(PromiseFor.Rfo);
        var resolved = Of
            .State.Marks.Where(mark => mark.Moment == CaseMoment.Resolved && mark.At <= entry.GivenAt)
            .Select(mark => mark.At);
        return from time in new[] { Time(entry, rule), Aim(entry) }.OfType<TargetTime>()
            from since in resolved.Reverse().Append(entry.GivenAt)
            select Clock(entry, time, since);
    }

    private TargetTime? Aim(PromiseEntry entry) =>
        Guide.Rfo?.ExpectedWithin is { } within ? Row(entry, within, null) : null;

    private IEnumerable<PlainClock> Decisions(PromiseEntry entry) =>
        Guide
            .Ladders.Select(ladder => ladder.Decision)
            .OfType<EscalationDecision>()
            .Select(rule => Clock(entry, Row(entry, rule.Within, rule.Calendar), entry.GivenAt));

    private IEnumerable<PlainClock> FollowUps(PromiseEntry entry) =>
        (Guide.Complaints?.Stages ?? [])
            .Where(stage => stage.FollowUp is not null && Of.Facts.Hold(stage.When))
            .Select(stage => Clock(entry, Row(entry, stage.FollowUp!, stage.Calendar), entry.GivenAt));

    // Since it came to be owed, or since the level took effect that it is about.
    private IEnumerable<PlainClock> Steps(PromiseEntry entry) =>
        from ladder in Guide.Ladders
        from within in new[] { ladder.CallBack?.PlannedContactWithin, ladder.TimeToAct, Ladder.UsualTimeToReach }
        where within is not null
        from since in Of
            .State.Escalations.SelectMany(one => one.Entered)
            .Select(entered => entered.Effective)
            .Where(effective => effective <= entry.GivenAt)
            .Reverse()
            .Prepend(entry.GivenAt)
        select Clock(entry, Row(entry, within, null), since);

    private TargetTime? Time(PromiseEntry entry, PromiseRule? rule) =>
        rule?.Due is { } within ? Row(entry, within, rule.Calendar) : null;

    private TargetTime Row(PromiseEntry entry, Allowance allow, string? calendar) =>
        new(When.Everything, allow, calendar ?? Guide.Desk.Calendar, entry.Cite);

    private static PlainClock Clock(PromiseEntry entry, TargetTime time, Instant from) =>
        new($"{entry.Id}-{entry.Number}", entry.Name, time, from);
}
