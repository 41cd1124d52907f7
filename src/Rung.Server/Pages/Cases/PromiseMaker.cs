using NodaTime;
using Rung.Core.Clocks;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Promises;
using Rung.Server.Desk;
using Rung.Server.Pages.Words;

namespace Rung.Server.Pages.Cases;

/// <summary>What is promised on a case: the lines of its book, and what happens by itself.</summary>
internal static class PromiseMaker
{
    private const int MostSettled = 12;

    /// <summary>What is to be done by when, and mail that was logged late; earliest first.</summary>
    /// <param name="here">The page's own address.</param>
    public static IReadOnlyList<PromiseView> Of(
        CaseSnapshot found,
        IReadOnlyList<PromiseEntry> promises,
        string here
    ) =>
        [
            .. promises
                .Where(entry => entry.Due is not null && (entry.IsToDo || IsLateLogBy(entry)))
                .Select(entry => Line(found, entry) with { Why = Why(entry, here) })
                .Concat(ByItself(found))
                .OrderBy(one => one.At),
        ];

    /// <summary>
    /// What became of the others; null: nothing yet. Contacts of escalations are told with their escalation, a breach of
    /// the guide's target with its clock.
    /// </summary>
    public static SettledView? Settled(CaseSnapshot found, IReadOnlyList<PromiseEntry> promises, string here)
    {
        var settled = promises
            .Where(entry => !entry.IsToDo && entry is { Due: not null, State: not PromiseState.NotOwed })
            .Where(entry =>
                entry.IsToCustomer && entry.Kind is not (PromiseKind.CallBack or PromiseKind.PlannedContact)
            )
            .ToList();
        string Count(PromiseState state, string word) =>
            settled.Count(entry => entry.State == state) is var count and > 0 ? $"{count} {word}" : "";
        string[] counts =
        [
            Count(PromiseState.Kept, "kept"),
            Count(PromiseState.Late, "late"),
            Count(PromiseState.Missed, "missed"),
        ];
        return settled.Count == 0
            ? null
            : new SettledView(
                string.Join(", ", counts.Where(count => count.Length > 0)),
                [
                    .. settled
                        .OrderByDescending(entry => entry.Due)
                        .Take(MostSettled)
                        .Select(entry => Row(found, entry) with { Why = Why(entry, here) }),
                ]
            );
    }

    // What was promised on another case is told there.
    private static string? Why(PromiseEntry entry, string here)
    {
        var page = entry.PromisedOn is { } lead ? $"{here[..(here.LastIndexOf('/') + 1)]}{lead.Text}" : here;
        return entry.Ledger is { } ledger ? $"{page}?ledger={Uri.EscapeDataString(ledger)}#ledger"
            : entry.PromisedOn is null ? null
            : page;
    }

    // ESS-41: a mail that was logged late stays so; one that was logged in time is no news.
    private static bool IsLateLogBy(PromiseEntry entry) =>
        entry is { Kind: PromiseKind.LogBy, State: PromiseState.Late };

    private static PromiseView Line(CaseSnapshot found, PromiseEntry entry) =>
        new(Near(found, entry.Due!.Value), Name(entry), Who(entry))
        {
            At = entry.Due!.Value,
            Missed = entry.CountsAsMissed,
        };

    private static string Name(PromiseEntry entry) =>
        entry.PromisedOn is { } lead ? $"{entry.Name}, promised on {lead}" : entry.Name;

    // A target is the desk's as a whole; what somebody does in person has their name.
    private static string? Who(PromiseEntry entry) =>
        entry.Firmness == Firmness.Aim ? "aim"
        : entry.Kind is PromiseKind.Target or PromiseKind.Attempt or PromiseKind.LogBy ? null
        : entry.Owner.Name;

    private static SettledRow Row(CaseSnapshot found, PromiseEntry entry)
    {
        var by = entry.KeptBy is { } who ? $" by {who}" : "";
        var done = entry.KeptAt is { } at ? $"{Near(found, at)}{by}" : null;
        return new SettledRow(Word(entry.State), Near(found, entry.Due!.Value), Name(entry), done, entry.CountsAsMissed)
        {
            At = entry.Due!.Value,
        };
    }

    private static string Word(PromiseState state) =>
        state switch
        {
            PromiseState.Kept => "Kept",
            PromiseState.Late => "Late",
            _ => "Missed",
        };

    private static IEnumerable<PromiseView> ByItself(CaseSnapshot found) =>
        found
            .Dues.Select(due => (due.At, What: What(found.Guide, due)))
            .Where(one => one.What is not null)
            .Select(one => new PromiseView(Near(found, one.At), one.What!, null) { At = one.At });

    private static string? What(Guide guide, Due due) =>
        due.Rule switch
        {
            DueRule.Closing => "Closes by itself",
            DueRule.HoldEnds => "Hold ends by itself",
            DueRule.Rise => $"Level {due.Number} by itself: {Post(guide, due)}",
            DueRule.Repeat => $"Level {due.Number} told again: {Post(guide, due)}",
            _ => null,
        };

    private static string Post(Guide guide, Due due) =>
        guide.Ladder(due.Target)?.Level(due.Number) is { } level ? guide.RoleTitle(level.Role) : due.Target ?? "";

    private static string Near(CaseSnapshot found, Instant at) =>
        MomentWords.Near(at, found.Now, found.Guide.DeskCalendar.Zone);
}
