using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Guides;

namespace Rung.Core.Reports;

/// <summary>How the main target came out, by priority.</summary>
internal sealed class AttainmentCount(Guide guide)
{
    private const string None = "none";

    private readonly Dictionary<string, AttainmentRow> _rows = [];

    /// <summary>Most urgent first; priorities that the guide no longer has come after, the missing one last.</summary>
    public IReadOnlyList<AttainmentRow> Rows =>
        [
            .. _rows
                .Values.OrderBy(row => row.Priority == None ? int.MaxValue : Rank(row.Priority))
                .ThenBy(row => row.Priority, StringComparer.Ordinal),
        ];

    /// <summary>Takes a clock whose due lies in the month.</summary>
    public void Take(Guide pinned, CaseState state, ClockReading clock, Instant asOf)
    {
        var name = state.Priority ?? None;
        var row = _rows.GetValueOrDefault(name) ?? new AttainmentRow(name, 0, 0, 0, 0, 0);
        var excused = clock.Target.ExcusedWhen is { } when && CaseFacts.Of(pinned, state, asOf).Hold(when);
        _rows[name] =
            excused ? row with { LeftOut = row.LeftOut + 1 }
            : !clock.IsMissed ? (clock.IsStopped ? row with { Met = row.Met + 1 } : row)
            : clock.Arrival == Arrival.LateOnArrival ? row with { LateOnArrival = row.LateOnArrival + 1 }
            : clock.IsStopped ? row with { Late = row.Late + 1 }
            : row with { NotDone = row.NotDone + 1 };
    }

    private int Rank(string priority) => guide.Rank(priority) is var rank and >= 0 ? rank : guide.Priorities.Count;
}
