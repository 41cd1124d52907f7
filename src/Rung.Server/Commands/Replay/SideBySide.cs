using Rung.Core.History.Replaying;

namespace Rung.Server.Commands.Replay;

/// <summary>Two guides: which cases come out differently, and why.</summary>
internal sealed class SideBySide(TextWriter output, ReplayHistory history, Replayed one, Replayed other)
{
    private const int MostShown = 5;

    public void Print()
    {
        var pairs = one.Verdicts.Zip(other.Verdicts).ToList();
        var changed = pairs.Where(pair => pair.First.Outcome != pair.Second.Outcome).ToList();
        output.WriteLine($"Side by side: {changed.Count:N0} of {pairs.Count:N0} come out differently");
        output.WriteLine();
        output.WriteLine($"  {Called(one, other), -26}{Called(other, one), -26}{"cases", 8}");
        foreach (
            var group in changed
                .GroupBy(pair => (pair.First.Outcome, pair.Second.Outcome))
                .OrderByDescending(group => group.Count())
        )
        {
            output.WriteLine(
                $"  {OutcomeWords.Of(group.Key.Item1), -26}{OutcomeWords.Of(group.Key.Item2), -26}{group.Count(), 8:N0}"
            );
        }
        output.WriteLine();
        foreach (
            var (first, second) in changed
                .DistinctBy(pair => (pair.First.Outcome, pair.Second.Outcome))
                .Concat(changed)
                .Distinct()
                .Take(MostShown)
        )
        {
            output.WriteLine(TextLines.Wrap($"{first.Folded.Life.Name}: {Why(first, second)}", "  "));
        }
        if (changed.Count > MostShown)
        {
            output.WriteLine($"{changed.Count - MostShown:N0} more: --csv FILE has them all, each with its reason.");
        }
        output.WriteLine();
    }

    /// <summary>Why two verdicts differ; empty when they do not.</summary>
    public string Why(Judged first, Judged second) =>
        first.Outcome == second.Outcome ? "" : VerdictDifference.Why(Side(one, other, first), Side(other, one, second));

    // The version is worth its place at the head of a column, unless a file tells more.
    private static string Called(Replayed replay, Replayed other) =>
        replay.Name == other.Name ? replay.Beside(other) : replay.Name;

    private VerdictDifference.Side Side(Replayed replay, Replayed other, Judged judged) =>
        new(replay.Beside(other), replay.Guide, judged, history.End);
}
