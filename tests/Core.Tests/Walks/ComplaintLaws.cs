using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Cases.Telling;
using Rung.Core.Clocks;
using Rung.Core.Complaints;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Tests.Cases;
using Rung.Core.Time;
using Xunit;

namespace Rung.Core.Tests.Walks;

/// <summary>What holds of a complaint at every moment of a walk besides what holds of every case. ESS-88 to ESS-93, R38.</summary>
internal static class ComplaintLaws
{
    public static void Check(SimulatedCase one)
    {
        var state = one.State;
        var logged = state.Logged;
        Assert.NotNull(logged.Complaint);
        Assert.Null(state.Priority);
        Assert.Empty(state.Escalations);
        Assert.DoesNotContain(state.Links, link => link.Kind is LinkKind.Parent or LinkKind.Child);
        // Nobody but the answer resolves it.
        Assert.Equal(one.Seen<ComplaintAnswered>().Count, one.Seen<Resolved>().Count);
        TheLawsClock(one);
        NothingButTheStepsIsMissed(one);
        OnlyWhoMaySeeItIsTold(one);
        if (one.Next is { } next)
        {
            Assert.Equal(
                logged.Complaint.FirstReceivedAt ?? logged.ReceivedAt,
                next.State.Logged.Complaint!.FirstReceivedAt
            );
            Assert.Equal(
                (logged.Complaint.About, logged.Complaint.AboutRole),
                (next.State.Logged.Complaint!.About, next.State.Logged.Complaint!.AboutRole)
            );
        }
    }

    // It begins at the first receipt and is never paused: its due is the same whatever happened, by the days alone.
    private static void TheLawsClock(SimulatedCase one)
    {
        var logged = one.State.Logged;
        var first = logged.Complaint!.FirstReceivedAt ?? logged.ReceivedAt;
        foreach (var clock in one.Clocks())
        {
            if (one.Guide.StageOf(clock.Target.Id) is not { Clock: StageClock.Statutory } stage)
            {
                continue;
            }
            var calendar = one.Guide.Calendars[stage.Calendar];
            Assert.Equal((first, ByDays(stage, first, calendar)), (clock.Start, clock.Due));
            Assert.Null(clock.PauseReason);
            // The first that was said, which may have been entered after another.
            Instant? told = one
                .Events.Where(happened => Meets(stage, happened))
                .Select(said => (Instant?)said.At)
                .Min();
            Assert.Equal(told, clock.IsStopped ? clock.StoppedAt : null);
            // At most one breach, and one whenever the day passed with nothing said.
            var missed = one.Seen<TargetMissed>().Count(miss => miss.Target == clock.Target.Id);
            Assert.True(missed <= 1, $"{missed} breaches of {clock.Target.Id}");
            Assert.True(missed == 1 || one.State.IsClosed || (told ?? one.Now) <= clock.Due, $"{clock} is forgotten");
        }
    }

    private static bool Meets(ComplaintStage stage, CaseEvent happened) =>
        happened is ComplaintAnswered
        || (
            happened is HoldingReplied
            && (stage.MetBy == StageMetBy.Acknowledgement || stage.HoldingReply == Permission.Yes)
        )
        || (happened is ComplaintAcknowledged && stage.MetBy == StageMetBy.Acknowledgement);

    // The last day is whole, and a day on which the desk works where the law moves it there.
    private static Instant ByDays(ComplaintStage stage, Instant first, WorkingCalendar calendar)
    {
        var received = first.InZone(calendar.Zone).Date;
        var last = stage.Within switch
        {
            Allowance.StatutoryDays days => Open(received.PlusDays(days.Days), calendar),
            _ => default,
        };
        return last == default
            ? stage.Within.DueFrom(first, calendar).Value
            : last.PlusDays(1).AtStartOfDayInZone(calendar.Zone).ToInstant() - Duration.FromTicks(10);
    }

    private static LocalDate Open(LocalDate date, WorkingCalendar calendar)
    {
        while (true)
        {
            var opens = calendar.NextOpening(date.AtStartOfDayInZone(calendar.Zone).ToInstant());
            if (opens.Value.InZone(calendar.Zone).Date == date)
            {
                return date;
            }
            date = date.PlusDays(1);
        }
    }

    private static void NothingButTheStepsIsMissed(SimulatedCase one) =>
        Assert.All(one.Seen<TargetMissed>(), missed => Assert.NotNull(one.Guide.StageOf(missed.Target)));

    private static void OnlyWhoMaySeeItIsTold(SimulatedCase one)
    {
        var restriction = Restriction.Of(one.Guide, one.State.Logged);
        foreach (var mail in one.Mails)
        {
            Assert.True(
                mail.Audience.Kind is AudienceKind.Originator or AudienceKind.Participants || MaySee(mail),
                mail.Key
            );
            // What was complained of is in no mail.
            Assert.DoesNotContain("Nobody called back", mail.Text, StringComparison.Ordinal);
        }

        bool MaySee(OutgoingMessage mail) =>
            mail.Audience is { Kind: AudienceKind.Role, Role: { } role }
            && restriction.Allows(new Actor(one.Guide.RoleTitle(role), role));
    }
}
