using System.Globalization;
using NodaTime;
using Rung.Core.Clocks;
using Rung.Core.Complaints;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Wording;

namespace Rung.Core.Cases.Telling;

/// <summary>
/// Placeholders that a case answers. What is not among them cannot be told: no note, no reason that one of the desk wrote
/// for the desk, nothing of another case (S6).
/// </summary>
internal static class CaseWords
{
    private static readonly Dictionary<string, Func<Occasion, string?>> Words = new(StringComparer.Ordinal)
    {
        ["reference"] = at => at.State.Reference.Text,
        ["subject"] = at => at.State.Logged.Subject,
        ["customer"] = at => at.State.Logged.Reporter.CustomerName,
        ["contact"] = at => at.State.Logged.Reporter.ContactName,
        ["customerReference"] = at => at.State.Logged.Reporter.CustomerReference,
        ["priority"] = at => Priority(at)?.Says,
        ["priorityMeaning"] = at => Priority(at)?.Plain,
        ["because"] = Because,
        ["condition"] = at => Condition(at)?.Name,
        ["conditionMeaning"] = at => Condition(at)?.Plain,
        ["due"] = Due,
        ["awaiting"] = at => at.State.Hold?.Awaiting,
        ["text"] = Text,
        ["rfo"] = at => at.State.Rfo,
        ["engineer"] = at => at.State.Engineer,
        ["attempt"] = at => (at.Event as AttemptMade)?.Number.ToString(),
        ["attempts"] = at => at.Guide.Closing.Attempts.Count.ToString(),
        ["closes"] = Closes,
        ["newReference"] = at => at.State.Reference.Text,
        ["oldReference"] = at => at.State.Logged.Continues?.Text,
        ["expected"] = at =>
            (at.Event as DispositionGiven)?.Expected?.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture),
        ["followUp"] = at => (at.Event as HoldingReplied)?.Due is { } due ? InWords(at.Guide, due) : null,
        ["externalBody"] = at => at.Guide.Complaints?.ExternalBody,
        ["level"] = at => Level(at)?.Name,
        ["owner"] = at => Latest(at)?.Owner?.Name,
        ["nextContact"] = NextContact,
        ["caseLink"] = at => at.Guide.CaseLinks == Permission.Yes ? CaseLinkMark.Text : null,
    };

    /// <summary>Names that a message about a case may use, for the guide check and the language's document.</summary>
    public static IReadOnlyCollection<string> Names { get; } = [.. Words.Keys, .. DeskWords.Names];

    /// <summary>Null: the case has nothing to say there, or the name is another's.</summary>
    public static string? Find(Occasion at, string name) => Words.TryGetValue(name, out var find) ? find(at) : null;

    // Only while the priority is the one that the rules propose; a raised one has another reason.
    private static string? Because(Occasion at) =>
        at.State.PrioritySet is { Proposed: { } proposed } set && proposed.Priority == set.Priority
            ? proposed.Because
            : null;

    private static Priority? Priority(Occasion at) => at.Guide.Priority(at.State.Priority);

    private static ConditionText? Condition(Occasion at) =>
        at.Guide.Conditions.FirstOrDefault(text => text.Condition == at.State.Condition);

    private static string? Due(Occasion at)
    {
        var due = at.Event switch
        {
            TargetWarned warned => warned.Due,
            TargetMissed missed => missed.At,
            _ => StillDue(at),
        };
        return due is { } instant ? InWords(at.Guide, instant) : null;
    }

    // What is met, or was missed and is done with, is promised to nobody any more.
    private static Instant? StillDue(Occasion at)
    {
        var clock = ClockReader.Primary(ClockReader.Read(at.Guide, at.State, at.Event.RecordedAt));
        return clock is { State: ClockState.Running } ? clock.Due : null;
    }

    private static string? Closes(Occasion at)
    {
        var closing = DueList
            .Of(at.Guide, at.State, at.Event.RecordedAt)
            .FirstOrDefault(due => due.Rule == DueRule.Closing);
        return closing is null ? null : InWords(at.Guide, closing.At);
    }

    internal static string InWords(Guide guide, Instant instant)
    {
        var zone = guide.DeskCalendar.Zone;
        return $"{Say.AtInFull(instant, zone)} {Say.ZoneName(instant, zone)}";
    }

    private static Level? Level(Occasion at) =>
        at.Event is EscalationRequested asked ? at.Guide.Ladder(asked.Ladder)?.Level(asked.Level)
        : Latest(at) is { } one ? at.Guide.Ladder(one.Ladder)?.Level(one.Level)
        : null;

    // The one that the event is about; of several that go on the one that the case is worked by.
    private static Escalation? Latest(Occasion at)
    {
        var number = at.Event switch
        {
            Escalated entered => entered.Escalation,
            LevelToldAgain again => again.Escalation,
            EscalationEvent { About: { } about } => about,
            _ => at.State.Escalation?.Number,
        };
        return at.State.Escalations.FirstOrDefault(one => one.Number == number)
            ?? (at.State.Escalations is [.., var last] ? last : null);
    }

    // In the zone that it was agreed in (SMC-08).
    private static string? NextContact(Occasion at)
    {
        var next = at
            .State.Promises.Where(one => one.State == PromiseState.Open && !one.For.IsInside())
            .MinBy(one => one.Due);
        var zone =
            next?.Zone is { } id && DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is { } known
                ? known
                : at.Guide.DeskCalendar.Zone;
        return next is null ? null : $"{Say.AtInFull(next.Due, zone)} {Say.ZoneName(next.Due, zone)}";
    }

    private static string? Text(Occasion at) =>
        at.Event switch
        {
            EscalationEnded ended => ended.Reason,
            EscalationDecided decided => decided.Rationale,
            Updated updated => updated.Text,
            Resolved resolved => resolved.Resolution,
            DispositionGiven given => given.Circumvention is null
                ? given.Text
                : $"{given.Text}\n\n{given.Circumvention}",
            Closed => at.State.Resolution?.Resolution,
            Held held => held.Awaiting,
            ComplaintAcknowledged acknowledged => acknowledged.Text,
            HoldingReplied reply => reply.Text,
            ComplaintAnswered answered => answered.Text,
            _ => null,
        };
}
