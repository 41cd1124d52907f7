using NodaTime;

namespace Rung.Core.Clocks;

/// <summary>
/// How a target stood when its case was closed, or moved to another version of its guide, kept with that: no holiday,
/// zone rule or guide that is learnt of later changes what was reported (semantics 27, "verdicts freeze at close").
/// </summary>
/// <param name="Target">Id of the target.</param>
/// <param name="Round">The round it stopped in.</param>
/// <param name="State">Met or missed; impossible where it could not be computed.</param>
public sealed record Verdict(string Target, int Round, ClockState State, Duration Total, Duration Used)
{
    /// <summary>When the allowance was used up, or would have been; null: it was paused.</summary>
    public Instant? Due { get; init; }

    /// <summary>When the allowance was used up; null: it was not before the stop.</summary>
    public Instant? MissedAt { get; init; }

    /// <summary>Whether it was late from the beginning. Semantics 14.</summary>
    public Arrival Arrival { get; init; }

    /// <summary>The verdict that a reading gives.</summary>
    public static Verdict Of(ClockReading reading) =>
        new(reading.Target.Id, reading.Round, reading.State, reading.Total, reading.Used)
        {
            Due = reading.Due,
            MissedAt = reading.MissedAt,
            Arrival = reading.Arrival,
        };

    /// <summary>The reading as it was then.</summary>
    internal ClockReading Onto(ClockReading reading) =>
        reading with
        {
            State = State,
            Total = Total,
            Used = Used,
            Due = Due,
            MissedAt = MissedAt,
            Arrival = Arrival,
        };
}
