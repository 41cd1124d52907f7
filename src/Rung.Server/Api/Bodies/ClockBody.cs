using NodaTime;
using Rung.Core.Clocks;
using Rung.Core.Guides;
using Rung.Core.Time;

namespace Rung.Server.Api.Bodies;

/// <summary>Where one clock of a case stands.</summary>
public sealed record ClockBody
{
    /// <summary>Id of the guide's target; its ledger is at <c>clocks/{target}/ledger</c>.</summary>
    public required string Target { get; init; }
    public required string Name { get; init; }
    public required ClockState State { get; init; }

    /// <summary>1 for the first; repeating clocks count on.</summary>
    public required int Round { get; init; }
    public required Instant Start { get; init; }

    /// <summary>When it is used up if nothing else happens; left out while paused.</summary>
    public Instant? Due { get; init; }
    public Instant? MissedAt { get; init; }
    public Instant? StoppedAt { get; init; }
    public Instant? PausedSince { get; init; }

    /// <summary>Id of the hold reason.</summary>
    public string? PauseReason { get; init; }

    /// <summary>The whole allowance, in working or elapsed time as <see cref="CountsIn"/> says.</summary>
    public required Duration Total { get; init; }
    public required Duration Used { get; init; }

    /// <summary>Negative when overdue.</summary>
    public required Duration Left { get; init; }

    /// <summary>Id of the calendar whose working time it counts, or <c>elapsed</c>.</summary>
    public required string CountsIn { get; init; }

    /// <summary>Already overdue when its target came to apply.</summary>
    public required Arrival Arrival { get; init; }

    /// <summary>Whether it was reckoned through years without holiday data.</summary>
    public required CalendarNote Note { get; init; }

    public static ClockBody Of(ClockReading reading) =>
        new()
        {
            Target = reading.Target.Id,
            Name = reading.Target.Name,
            State = reading.State,
            Round = reading.Round,
            Start = reading.Start,
            Due = reading.Due,
            MissedAt = reading.MissedAt,
            StoppedAt = reading.StoppedAt,
            PausedSince = reading.PausedSince,
            PauseReason = reading.PauseReason,
            Total = reading.Total,
            Used = reading.Used,
            Left = reading.Left,
            CountsIn = reading.CountsWorkingTime ? reading.Calendar.Id : "elapsed",
            Arrival = reading.Arrival,
            Note = reading.Note,
        };
}

/// <summary>Something that happens by itself.</summary>
/// <param name="Target">The target or the ladder it is about, where it has one.</param>
/// <param name="Number">Which attempt, call, warning or level; left out where there is one only.</param>
public sealed record DueBody(DueRule Rule, string? Target, int? Number, Instant At)
{
    public static DueBody Of(Due due) => new(due.Rule, due.Target, due.Number == 0 ? null : due.Number, due.At);
}
