using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Guides;
using Rung.Core.Promises;
using Rung.Storage.Dues;
using Rung.Storage.Keeping;
using Rung.Storage.Queue;

namespace Rung.Server.Desk.Verifying;

/// <summary>What is to be stored beside a case's events.</summary>
internal sealed record ExpectedCase(QueueRow Row, IReadOnlyList<DueRow> Dues)
{
    public IReadOnlyList<KeptPromise> Promises { get; init; } = [];

    /// <param name="at">The moment for which it was stored.</param>
    /// <param name="stored">Taken over where the time of a due is the moment at which somebody looked.</param>
    public static ExpectedCase Of(Guide guide, CaseState state, Instant at, IReadOnlyList<DueRow> stored)
    {
        var dues = DueList.Of(guide, state, at);
        var elsewhen = DueList.Of(guide, state, at + Duration.FromDays(1)).ToDictionary(Name, due => due.At);
        var kept = stored.ToDictionary(due => (due.Rule, due.Occurrence), due => due.At);
        Due[] expected =
        [
            .. dues.Select(due =>
                IsOfTheMoment(due, elsewhen) && kept.TryGetValue(Name(due), out var then) ? due with { At = then } : due
            ),
        ];
        var row = QueueRows.Of(guide, state, expected, at);
        return new ExpectedCase(row, [.. expected.Select(due => new DueRow(due.Key, due.Occurrence, due.At))])
        {
            Promises = [.. PromiseBook.Owed(guide, state, at).Select(entry => KeptPromise.Of(entry, row.Shelf))],
        };
    }

    // An attempt that could not be made in time is due when it can be made, seen from whenever that is asked.
    private static bool IsOfTheMoment(Due due, Dictionary<(string, long), Instant> elsewhen) =>
        due.Rule == DueRule.Attempt && elsewhen.TryGetValue(Name(due), out var at) && at != due.At;

    private static (string, long) Name(Due due) => (due.Key, due.Occurrence);
}
