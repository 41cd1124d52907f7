using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Complaints;
using Rung.Core.Escalations;
using Rung.Core.Escalations.Urgency;
using Rung.Core.Guides;
using Rung.Storage.Queue;

namespace Rung.Server.Desk;

/// <summary>What the queue keeps of a case: computed from its events, never edited.</summary>
internal static class QueueRows
{
    public static QueueRow Of(Guide guide, CaseState state, IReadOnlyList<Due> dues, Instant now)
    {
        var logged = state.Logged;
        var restriction = Restriction.Of(guide, logged);
        return new QueueRow
        {
            CaseId = 0,
            Desk = logged.Desk,
            Reference = state.Reference,
            Subject = logged.Subject,
            Kind = logged.Kind,
            Source = logged.Source,
            Priority = state.Priority,
            PriorityRank = guide.Rank(state.Priority) + 1,
            Condition = state.Condition,
            Owner = state.Engineer,
            CustomerId = logged.Reporter.CustomerId,
            CustomerName = logged.Reporter.CustomerName,
            ReportedBy = logged.Reporter.ContactName,
            ReporterId = logged.Reporter.ContactId,
            LoggedAt = logged.At,
            Clock = Clock(guide, state, now),
            NextAttemptAt = First(dues, DueRule.Attempt),
            Attempts = state.Attempts.Count,
            PhoneCustomer = state.IsLive && CaseFacts.Of(guide, state, now).Calls is not null,
            CallDueAt = CallTask.Of(guide, state, now) is [var first, ..] ? first.Call.Due : null,
            ClosesAt = First(dues, DueRule.Closing),
            RfoMissing = state is { Blocked: not null, IsLive: true } && CaseFacts.Of(guide, state, now).OwesRfo,
            LastContactAt = state.LastCustomerContactAt,
            LastUpdateAt = state.LastUpdateAt,
            UrgencyRank = state is { Urgency: not null, Priority: not null }
                ? PriceOfUrgency.RankOf(guide, state.Priority)
                : null,
            EscalationLevel = state.Escalation?.Level,
            EscalatedWith = state.CoveredBy,
            NextPromiseAt = state.Promises.Where(one => one.State == PromiseState.Open).Min(one => (Instant?)one.Due),
            MissedPromises = state.Promises.Count(one => one is { State: PromiseState.Missed, IsToDo: true }),
            UnreadSince = state.IsLive ? state.UnreadSince : null,
            EscalationAskedAt = state.IsLive ? state.WishToSee?.At : null,
            SeenBy = logged.IsComplaint() ? restriction.Roles : null,
            GuideVersion = state.IsLive ? state.GuideVersion : null,
            NotFor = restriction.NotFor.Length > 0 ? restriction.NotFor : null,
            FollowUpAt = state
                .Promises.Where(one => one is { For: PromiseFor.ComplaintFollowUp, IsToDo: true })
                .Min(one => (Instant?)one.Due),
            Children = state.Links.Count(link => link.Kind == LinkKind.Child),
            Parent = state.Links.FirstOrDefault(link => link.Kind == LinkKind.Parent)?.Other,
            UpdatedAt = now,
        };
    }

    private static QueueClock Clock(Guide guide, CaseState state, Instant now)
    {
        var readings = ClockReader.Read(guide, state, now);
        if (ClockReader.Primary(readings) is not { } clock)
        {
            return state.Priority is null && !state.Logged.IsComplaint()
                ? new QueueClock { State = QueueClockState.Waiting }
                : QueueClock.None;
        }
        return new QueueClock
        {
            State = State(clock),
            Target = clock.Target.Id,
            DueAt = clock.Due,
            PausedSince = clock.PausedSince,
            PauseReason = clock.PauseReason is { } reason ? guide.PauseName(reason) ?? reason : null,
            Left = clock.State == ClockState.Paused ? clock.Left : null,
            Allowance = clock.Total,
            CountsIn = clock.CountsWorkingTime ? clock.Calendar.Id : "elapsed",
        };
    }

    private static QueueClockState State(ClockReading clock) =>
        clock.State switch
        {
            ClockState.Running => clock.IsMissed ? QueueClockState.Missed : QueueClockState.Running,
            ClockState.Paused => QueueClockState.Paused,
            ClockState.Met => QueueClockState.Met,
            ClockState.Missed => QueueClockState.Missed,
            ClockState.Impossible => QueueClockState.None,
            _ => throw new NotSupportedException($"No queue state for {clock.State}."),
        };

    private static Instant? First(IReadOnlyList<Due> dues, DueRule rule) =>
        dues.FirstOrDefault(due => due.Rule == rule)?.At;
}
