using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Escalations.Urgency;
using Rung.Core.Guides;
using Rung.Storage;
using Rung.Storage.Queue;

namespace Rung.Server.Desk;

/// <summary>What more urgency for a case would cost the others of its queue, from the queue's rows. ESS-81.</summary>
public sealed class UrgencyPrice(RungDatabase database)
{
    private const int AtOnce = 500;
    private const int MostPages = 40;

    /// <returns>The cases it would pass, in the order of the queue; empty too where the case has no place in it.</returns>
    public async Task<IReadOnlyList<Displaced>> Of(Guide guide, CaseState state, Instant now)
    {
        if (state.Priority is not { } priority || state.Urgency is not null)
        {
            return [];
        }
        var before = new List<QueuePlace>();
        QueueCursor? after = null;
        for (var page = 0; page < MostPages; page++)
        {
            var query = new QueueQuery(state.Logged.Desk, now) { Take = AtOnce, After = after };
            var found = await database.Queue.Page(query);
            foreach (var row in found.Rows)
            {
                if (row.Reference == state.Reference)
                {
                    return PriceOfUrgency.Of(
                        guide,
                        before,
                        (PlaceOf(row), PriceOfUrgency.RankOf(guide, priority)),
                        now
                    );
                }
                before.Add(PlaceOf(row));
            }
            if ((after = found.Next) is null)
            {
                break;
            }
        }
        return [];
    }

    private static QueuePlace PlaceOf(QueueRow row)
    {
        var isOver = row.Condition is Condition.Resolved or Condition.ResolvedToConfirm or Condition.Closed;
        var stands = isOver || row.Clock.State == QueueClockState.Paused;
        var isOwed = row.Clock.State is QueueClockState.Running or QueueClockState.Missed;
        return new QueuePlace(
            row.Reference,
            row.UrgencyRank ?? row.PriorityRank,
            stands ? QueueStand.Standing : QueueStand.Running,
            isOwed ? row.Clock.DueAt : null,
            row.Clock.CountsIn
        )
        {
            LoggedAt = row.LoggedAt,
        };
    }
}
