using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Complaints;
using Rung.Core.Guides;

namespace Rung.Core.Reports;

/// <summary>How complaints were answered, step by step of the guide's process; each in the month of its due. ESS-92.</summary>
public sealed class ComplaintCount
{
    private readonly Dictionary<string, ComplaintRow> _rows = [];
    private readonly List<string> _order = [];

    /// <summary>In the order in which the steps were met with first.</summary>
    public IReadOnlyList<ComplaintRow> Rows => [.. _order.Select(id => _rows[id])];

    /// <summary>Takes a case into account; one that is no complaint says nothing.</summary>
    /// <param name="isIn">Whether a due lies in the time that is counted.</param>
    public void Take(Guide guide, CaseState state, Instant asOf, Func<Instant, bool> isIn)
    {
        if (!state.Logged.IsComplaint())
        {
            return;
        }
        foreach (var clock in ClockReader.Read(guide, state, asOf))
        {
            if (clock.Due is { } due && isIn(due))
            {
                Add(clock, state);
            }
        }
    }

    private void Add(ClockReading clock, CaseState state)
    {
        var id = clock.Target.Id;
        if (!_rows.TryGetValue(id, out var row))
        {
            row = new ComplaintRow(clock.Target.Name, 0, 0, 0, 0, 0);
            _order.Add(id);
        }
        _rows[id] =
            clock.IsMissed
                ? (clock.IsStopped ? row with { Late = row.Late + 1 } : row with { NotDone = row.NotDone + 1 })
            : !clock.IsStopped ? row with { Open = row.Open + 1 }
            : IsHolding(clock, state) ? row with { Holding = row.Holding + 1 }
            : row with { Full = row.Full + 1 };
    }

    private static bool IsHolding(ClockReading clock, CaseState state) =>
        state.Complaint?.HoldingReplies.Any(reply => reply.At == clock.StoppedAt) == true;
}
