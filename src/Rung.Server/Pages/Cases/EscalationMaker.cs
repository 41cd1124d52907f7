using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Wording;
using Rung.Server.Desk;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Words;

namespace Rung.Server.Pages.Cases;

/// <summary>The panel of an escalation: level, owner, plan with what was kept and missed, decisions, peers. SMC-32.</summary>
internal static class EscalationMaker
{
    private const int Latest = 6;

    /// <summary>The escalations of the case, the latest first; before them the other case's that covers it.</summary>
    public static IEnumerable<PanelView> Of(CaseSnapshot found, CaseAround around) =>
        [
            .. around
                .Links.Where(link => link.Link.Kind == LinkKind.CoveredBy)
                .Select(link => Covered(found, link.Other)),
            .. found.State.Escalations.Reverse().Select(one => Panel(found, one)),
        ];

    private static PanelView Covered(CaseSnapshot found, CaseSnapshot lead)
    {
        var reference = lead.State.Reference.Text;
        var rows = new List<PanelRow>
        {
            new("Together with", reference, Addresses.Case(lead.State.Logged.Desk, reference)),
        };
        if (lead.State.Escalation is { } one)
        {
            rows.Add(new("Level", Level(lead, one)));
            rows.Add(new("Owner", one.Owner?.Name ?? "nobody has accepted it yet"));
            Add(rows, "Plan", one.Plan is { } plan ? EscalationText.Plan(lead.Guide, plan) : null);
        }
        Add(rows, "Because", found.State.Links.LastOrDefault(link => link.Kind == LinkKind.CoveredBy)?.Reason);
        return new PanelView("Escalation", rows);
    }

    private static PanelView Panel(CaseSnapshot found, Escalation one)
    {
        var guide = found.Guide;
        var rows = new List<PanelRow> { new("Level", Level(found, one)) };
        Add(rows, "Why", EscalationText.Reasons(guide, one.Reasons));
        foreach (var covered in one.Covers.Where(covered => covered.Until is null))
        {
            rows.Add(
                new(
                    "Covers as well",
                    $"{covered.Reference}: {covered.Reason}",
                    Addresses.Case(found.State.Logged.Desk, covered.Reference.Text)
                )
            );
        }
        Add(rows, "Asked by", one.Entered.LastOrDefault(level => level.From is not null)?.From);
        Add(rows, "Taken by", one.IsAsked ? one.Recipient : null);
        Add(rows, "Told again", one.Told.Count == 0 ? null : Times(one.Told.Count));
        Add(rows, "Stands still", Stands(found, one) is { } since ? $"since {Near(found, since)}" : null);
        rows.Add(new("Owner", one.Owner?.Name ?? "nobody has accepted it yet"));
        if (NextPost.Of(guide, one, found.Now) is { } next)
        {
            rows.Add(new("To contact", $"{next.Role.Title}{(next.Role.Contact is { } how ? $", {how}" : "")}"));
        }
        Add(rows, "Open", string.Join("; ", one.Entered[^1].Warnings.Select(EscalationText.Of)));
        Add(rows, "Plan", one.Plan is { } plan ? EscalationText.Plan(guide, plan) : null);
        rows.AddRange(Contacts(found, one));
        rows.AddRange(Steps(found, one));
        foreach (var check in one.Checks)
        {
            rows.Add(
                new(
                    $"Process, level {check.Level}",
                    $"{(check.Result == ProcessCheck.Followed ? "followed" : "not followed")}: {check.Text}"
                )
            );
        }
        foreach (var peer in one.Peers)
        {
            rows.Add(new($"Peer, level {peer.Level}", peer.Peer));
        }
        foreach (var taken in one.Decisions)
        {
            rows.Add(new($"Decision, level {taken.Level}", taken.Text));
        }
        Add(rows, "Ended", one.Ended is { } ended ? $"{Near(found, ended.At)}: {ended.Reason}" : null);
        return new PanelView(one.IsActive ? "Escalation" : "Escalation, ended", rows);
    }

    private static string Level(CaseSnapshot found, Escalation one)
    {
        var level = found.Guide.Ladder(one.Ladder)?.Level(one.Level);
        var post = level is null ? "" : $": {found.Guide.RoleTitle(level.Role)}";
        var effective = one.Entered[^1].Effective;
        var later = effective > found.Now ? $", effective {Near(found, effective)}" : "";
        return $"{level?.Name ?? $"Level {one.Level}"}{post}, since {Near(found, one.LevelSince)}{later}";
    }

    // The summary first, then the latest of them one by one.
    private static IEnumerable<PanelRow> Contacts(CaseSnapshot found, Escalation one)
    {
        var settled = one
            .Promises.Where(promise => promise.State != PromiseState.NotOwed && !promise.For.IsInside())
            .ToList();
        if (settled.Count == 0)
        {
            yield break;
        }
        var kept = settled.Count(promise => promise.State == PromiseState.Kept);
        var missed = settled.Count(promise => promise.CountsAsMissed);
        yield return new("Contacts", $"{kept} kept, {missed} missed");
        foreach (var promise in settled.OrderByDescending(promise => promise.Due).Take(Latest))
        {
            yield return new(
                Words(promise.State),
                $"{Near(found, promise.Due)}{(promise.For == PromiseFor.CallBack ? ", call-back" : "")}"
            );
        }
    }

    // SMC-40: the resolution plan beside the communication plan.
    private static IEnumerable<PanelRow> Steps(CaseSnapshot found, Escalation one) =>
        one.Steps.Select(step => new PanelRow(
            $"Step {step.Step!.Number}, {(step.State == PromiseState.NotOwed ? "dropped" : Words(step.State).ToLowerInvariant())}",
            $"{step.Step.What}, {step.Step.Who}, by {Near(found, step.Due)}"
        ));

    private static NodaTime.Instant? Stands(CaseSnapshot found, Escalation one) =>
        found.State.LadderStops.LastOrDefault(stop => stop.Ladder == one.Ladder && stop.To is null)?.From;

    private static string Times(int times) => times == 1 ? "once" : $"{times} times";

    private static string Words(PromiseState state) =>
        state switch
        {
            PromiseState.Open => "Due",
            PromiseState.Kept => "Kept",
            PromiseState.Late => "Late",
            PromiseState.Missed => "Missed",
            PromiseState.NotOwed => "Not owed",
            _ => throw new NotSupportedException($"No words for {state}."),
        };

    private static string Near(CaseSnapshot found, Instant at) =>
        MomentWords.Near(at, found.Now, found.Guide.DeskCalendar.Zone);

    private static void Add(List<PanelRow> rows, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            rows.Add(new PanelRow(name, value));
        }
    }
}
