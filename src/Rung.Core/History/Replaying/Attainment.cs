using NodaTime;

namespace Rung.Core.History.Replaying;

/// <summary>How often a target was met among some lives.</summary>
/// <param name="Name">Which lives: a priority, a month.</param>
/// <param name="OnHold">Elapsed time that they were On-Hold, together.</param>
public sealed record Attainment(
    string Name,
    int Met,
    int Late,
    int NeverDone,
    int Running,
    int NotJudged,
    Duration OnHold
)
{
    /// <summary>All of them, judged or not.</summary>
    public int Lives => Met + Late + NeverDone + Running + NotJudged;

    /// <summary>Done late, or overdue and never done.</summary>
    public int Missed => Late + NeverDone;

    /// <summary>Met among met and missed, 0 to 1; null when there are neither. What still runs is not counted.</summary>
    public decimal? Share => Met + Missed == 0 ? null : (decimal)Met / (Met + Missed);

    /// <summary>Counts what was judged for one target; <paramref name="end"/> is the end of the log.</summary>
    public static Attainment Of(string name, IReadOnlyCollection<Judged> judged, Instant end) =>
        new(
            name,
            Count(judged, Outcome.Met),
            Count(judged, Outcome.Late),
            Count(judged, Outcome.NeverDone),
            Count(judged, Outcome.Running),
            Count(judged, Outcome.NotJudged),
            judged.Aggregate(
                Duration.Zero,
                (sum, one) => sum + Judging.OnHold(one.Folded.Life, end, (from, to) => to - from)
            )
        );

    private static int Count(IEnumerable<Judged> judged, Outcome outcome) =>
        judged.Count(one => one.Outcome == outcome);
}
