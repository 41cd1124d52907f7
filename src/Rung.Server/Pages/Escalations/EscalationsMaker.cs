using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Promises;
using Rung.Server.Desk;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Promises;
using Rung.Server.Pages.Queue;
using Rung.Server.Pages.Words;

namespace Rung.Server.Pages.Escalations;

/// <summary>The page of escalations from their cases.</summary>
internal static class EscalationsMaker
{
    private static readonly PromiseKind[] Kinds =
    [
        PromiseKind.CallBack,
        PromiseKind.PlannedContact,
        PromiseKind.NextStep,
        PromiseKind.Decision,
        PromiseKind.ReasonForOutage,
        PromiseKind.Agreed,
    ];

    public static EscalationsView Of(Visit visit, FrameView frame, IReadOnlyList<CaseSnapshot> cases)
    {
        var rows = cases
            .SelectMany(Going.Of)
            .OrderByDescending(going => going.One.Level)
            .ThenBy(going => going.Next?.Due ?? NodaTime.Instant.MaxValue)
            .ToList();
        return new EscalationsView
        {
            Frame = frame,
            Summary = Summary(rows),
            Rows = [.. rows.Select(going => Row(visit, going))],
            Empty =
                rows.Count == 0
                    ? new EmptyView("No escalation goes on.", "The queue", Addresses.Queue(visit.Desk))
                    : null,
        };
    }

    // The rail counts cases: of one that climbs two ladders both counts are said.
    private static string Summary(IReadOnlyList<Going> rows)
    {
        var cases = rows.Select(going => going.Found.Id).Distinct().Count();
        var all = rows.Count == 1 ? "1 goes on" : $"{rows.Count} go on";
        var on = cases == rows.Count ? "" : $" on {(cases == 1 ? "1 case" : $"{cases} cases")}";
        var unowned = rows.Count(going => going.One.Owner is null);
        return unowned == 0 ? $"{all}{on}" : $"{all}{on}, {unowned} without an owner";
    }

    private static EscalationRowView Row(Visit visit, Going going)
    {
        var (found, one, next) = (going.Found, going.One, going.Next);
        var (state, reference) = (found.State, found.State.Reference.Text);
        var contacts = one.Promises.Where(promise => !promise.For.IsInside()).ToList();
        var missed = contacts.Count(promise => promise.CountsAsMissed);
        var view = next is null ? null : PromiseRows.Of(reference, next, visit);
        return new EscalationRowView(reference, Addresses.Case(visit.Desk, reference))
        {
            Subject = $"{state.Logged.Subject} · {state.Logged.Reporter.CustomerName}",
            Level = Level(found.Guide, one),
            Since = $"since {MomentWords.Near(one.LevelSince, visit.Now, visit.Zone)}",
            SinceAt = one.LevelSince,
            Owner = Owner(found, one),
            Lit = one.Owner is null,
            Clock = view?.Clock,
            Next = view is null ? "nothing is promised" : $"{view.What}, {view.To}",
            NextHref = view?.Href,
            Kept = $"{contacts.Count(promise => promise.State == PromiseState.Kept)} kept, {missed} missed",
            Missed = missed > 0,
            Notes = [.. Notes(going)],
            EvidenceHref = Addresses.Evidence(visit.Desk, reference, isInternal: false),
        };
    }

    private static string Level(Guide guide, Escalation one)
    {
        var level = guide.Ladder(one.Ladder)?.Level(one.Level);
        return level is null ? $"Level {one.Level}" : $"{level.Name}: {guide.RoleTitle(level.Role)}";
    }

    private static string Owner(CaseSnapshot found, Escalation one) =>
        one.Owner?.Name
        ?? (
            NextPost.Of(found.Guide, one, found.Now) is { } post
                ? $"nobody yet; contact {post.Role.Title}"
                : "nobody yet"
        );

    private static IEnumerable<string> Notes(Going going)
    {
        var (found, one) = (going.Found, going.One);
        if (one.Plan is null && found.Guide.Ladder(one.Ladder)?.CallBack is not null)
        {
            yield return "no communication plan yet";
        }
        if (one.Covers.Where(covered => covered.Until is null).ToList() is { Count: > 0 } covers)
        {
            yield return $"covers {string.Join(", ", covers.Select(covered => covered.Reference.Text))} as well";
        }
        if (one.Peers is [.., var peer])
        {
            yield return $"peer: {peer.Peer}";
        }
        if (one.Decisions is [.., var latest])
        {
            var others = one.Decisions.Count > 1 ? $" (the latest of {one.Decisions.Count})" : "";
            yield return $"decision: {latest.Text}{others}";
        }
        if (one.Steps.Count(step => step.IsToDo) is var steps and > 0)
        {
            yield return $"{steps} {(steps == 1 ? "step" : "steps")} of the resolution plan to do";
        }
        yield return Rfo(found, going.Owed);
    }

    private static string Rfo(CaseSnapshot found, IReadOnlyList<PromiseEntry> owed) =>
        found.State.Rfo is not null ? "reason for outage written"
        : owed.FirstOrDefault(entry => entry.Kind == PromiseKind.ReasonForOutage) is { Due: { } due }
            ? $"reason for outage owed by {MomentWords.Near(due, found.Now, found.Guide.DeskCalendar.Zone)}"
        : CaseFacts.Of(found.Guide, found.State, found.Now).OwesRfo ? "reason for outage to be written before closing"
        : "no reason for outage owed";

    /// <param name="Owed">All that is owed on the case.</param>
    private sealed record Going(CaseSnapshot Found, Escalation One, IReadOnlyList<PromiseEntry> Owed)
    {
        // Whichever of them comes first; targets have their own clock on the case.
        public PromiseEntry? Next { get; } = Owed.FirstOrDefault(entry => Kinds.Contains(entry.Kind));

        public static IEnumerable<Going> Of(CaseSnapshot found)
        {
            var owed = PromiseBook.Owed(found.Guide, found.State, found.Now);
            return found.State.Escalations.Where(one => one.IsActive).Select(one => new Going(found, one, owed));
        }
    }
}
