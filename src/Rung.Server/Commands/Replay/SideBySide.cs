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
        output.WriteLine($"  {one.Name, -26}{other.Name, -26}{"cases", 8}");
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
        first.Outcome == second.Outcome ? "" : Difference.Why(Side(one, first), Side(other, second));

    private Difference.Side Side(Replayed replay, Judged judged) =>
        new(replay.Guide.Document.Id, replay.Guide, judged, history.End);
}
