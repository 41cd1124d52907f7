using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Core.Time;

namespace Rung.Core.Clocks;

/// <summary>A clock that is no target of a case, and that nothing pauses: it runs from its start to its due.</summary>
/// <param name="Id">Names it where clocks have names.</param>
/// <param name="Time">The time allowed, with its calendar.</param>
internal sealed record PlainClock(string Id, string Name, TargetTime Time, Instant Start)
{
    /// <summary>Id of the calendar in whose hours it falls due: where it is used up outside them, at the next opening. Null: at any time.</summary>
    public string? Window { get; init; }

    /// <summary>Null: it cannot be computed.</summary>
    public Instant? Due(Guide guide) =>
        Time.Allow.DueFrom(Start, guide.Calendars[Time.Calendar!]) is { Ok: true, Value: var usedUp }
            ? MovedTo(guide, usedUp)
            : null;

    /// <summary>How it stands at <paramref name="now"/>, not stopped.</summary>
    /// <returns>Null: it cannot be computed.</returns>
    public ClockReading? Read(Guide guide, Instant now)
    {
        var calendar = guide.Calendars[Time.Calendar!];
        var meter = Meter.Of(Time.Allow, calendar, Start);
        var usedUp = meter.DueFrom(Start, meter.Total);
        if (meter.Problem != ReckoningProblem.None || !usedUp.Ok || MovedTo(guide, usedUp.Value) is not { } due)
        {
            return null;
        }
        return new ClockReading
        {
            Target = Target(),
            Time = Time,
            Calendar = calendar,
            State = ClockState.Running,
            Start = Start,
            Round = 1,
            Total = meter.Total,
            Used = meter.Measure(Start, Instant.Min(now, usedUp.Value)) + meter.Measure(due, now),
            Due = due,
            Moved = due == usedUp.Value ? null : new Moved(usedUp.Value, guide.Calendars[Window!]),
            MissedAt = due < now ? due : null,
            CountsWorkingTime = meter.CountsWorkingTime,
            Note = meter.Note | usedUp.Note,
        };
    }

    private Instant? MovedTo(Guide guide, Instant usedUp) =>
        Window is null ? usedUp
        : guide.Calendars[Window].NextOpening(usedUp) is { Ok: true, Value: var opening } ? opening
        : null;

    private Target Target() =>
        new(
            Id,
            Name,
            TargetRole.Other,
            When.Everything,
            [Time],
            new ClockRule
            {
                Calendar = Time.Calendar!,
                StartsOn = [CaseMoment.Received],
                StopsOn = [CaseMoment.ReferenceIssued],
            },
            Time.Cite
        );
}
