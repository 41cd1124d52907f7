using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Guides;

namespace Rung.Core.Clocks;

/// <summary>
/// How one round of a clock stood when its case was moved to another version of the guide: what had been counted, what was
/// left out, and how it came out where it had ended. The other version goes on from here. Semantics 14 and 29.
/// </summary>
/// <param name="Target">Id of the target.</param>
/// <param name="Round">1 for the first.</param>
/// <param name="Start">When the round began.</param>
public sealed record ClockStanding(string Target, int Round, Instant Start)
{
    /// <summary>The stretches that were over, in order of time.</summary>
    public IReadOnlyList<Band> Bands
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Since when it ran or stood still as it did then; null: it was stopped, or the round had ended.</summary>
    public Instant? OpenFrom { get; init; }

    /// <summary>The reason to hold or wait for which it stood still then; null: it ran, or was stopped.</summary>
    public string? PausedFor { get; init; }

    /// <summary>When it was stopped; null: it was not.</summary>
    public Instant? StoppedAt { get; init; }

    /// <summary>What stopped it; an outcome that resolves the case is a resolution. Null: nothing did, or the round had ended.</summary>
    public CaseMoment? StoppedBy { get; init; }

    /// <summary>The outcome that stopped it; null: something else did.</summary>
    public string? Disposition { get; init; }

    /// <summary>How it came out; it stays so until the clock goes on. Null: it had neither ended nor been stopped.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>Every round of every clock that has started, the rounds of a clock in their order.</summary>
    internal static IEnumerable<ClockStanding> Of(Guide guide, CaseState state, Instant now)
    {
        var facts = CaseFacts.Of(guide, state, now);
        foreach (var target in guide.TargetsOf(state.Logged.Kind))
        {
            foreach (var round in ClockReader.EarlierRounds(facts, state, target))
            {
                yield return round.Asked.Run.Standing(Verdict.Of(round.Reading));
            }
            var run = new ClockRun(facts, state).Of(target);
            if (run.StartedAt is not null)
            {
                var reading = ClockReader.Read(run, target);
                yield return run.Standing(reading is { IsStopped: true } ? Verdict.Of(reading) : null);
            }
        }
    }

    /// <summary>Whether a reading is of this round, as it was stopped then.</summary>
    internal bool IsOf(ClockReading reading) =>
        Target == reading.Target.Id && Round == reading.Round && StoppedAt == reading.StoppedAt;
}
