using Rung.Core.History.Replaying;

namespace Rung.Server.Commands.Replay;

/// <summary>How long reading and folding took.</summary>
internal static class FoldTimes
{
    /// <summary>The fold that the answer was made from.</summary>
    public const int Once = 0;

    /// <summary>Enough for the runtime to have compiled what is used most.</summary>
    public const int Warm = 30;

    private const int Measured = 10;

    public static void Print(TextWriter output, ReplayHistory history, IReadOnlyList<Replayed> replays, int warmUps)
    {
        output.WriteLine($"Read from the database in {history.ReadIn.TotalSeconds:0.0} s.");
        foreach (var replay in replays)
        {
            var clocks = replay.Verdicts.Sum(one => one.Folded.Clocks.Count);
            var times = warmUps == Once ? [replay.FoldedIn] : Times(replay, history, warmUps);
            var note =
                warmUps == Once
                    ? "first time, not warm; --time says more"
                    : $"warm, median of {times.Length}; fastest {times[0].TotalMilliseconds:0} ms";
            var took = $"{times[times.Length / 2].TotalMilliseconds:0} ms on one thread";
            var text = $"{replay.Name}: {clocks:N0} clocks of {replay.Lives.Count:N0} cases folded in {took} ({note}).";
            output.WriteLine(TextLines.Wrap(text, "  "));
        }
    }

    private static TimeSpan[] Times(Replayed replay, ReplayHistory history, int warmUps)
    {
        for (var round = 0; round < warmUps; round++)
        {
            Replayed.Fold(replay.Guide, replay.Lives, history, out _);
        }
        var times = new TimeSpan[Measured];
        for (var round = 0; round < times.Length; round++)
        {
            Replayed.Fold(replay.Guide, replay.Lives, history, out times[round]);
        }
        Array.Sort(times);
        return times;
    }
}
