using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Wording;
using Rung.Server.Desk;
using Rung.Server.Pages.Words;
using Rung.Storage.Inbound;

namespace Rung.Server.Pages.Cases;

/// <summary>What is promised on a case: its clocks, and what falls due by itself.</summary>
internal static class PromiseMaker
{
    public static IReadOnlyList<PromiseView> Of(CaseSnapshot found, IReadOnlyList<InboundMail> mails)
    {
        var clocks = found
            .Clocks.Where(clock => clock is { IsStopped: false, Due: not null })
            .Select(clock => (clock.Due!.Value, Clock(found, clock)));
        var dues = found
            .Dues.Select(due => (due.At, View: Due(found, due)))
            .Where(one => one.View is not null)
            .Select(one => (one.At, one.View!));
        var promises = found
            .State.Promises.Where(one => one.IsToDo && found.State.IsLive)
            .Select(one => (one.Due, Promise(found, one)));
        var calls = CallTask.Of(found.Guide, found.State, found.Now).Select(task => (task.Call.Due, Call(found, task)));
        return
        [
            .. LogBy(found, mails),
            .. clocks.Concat(dues).Concat(calls).Concat(promises).OrderBy(one => one.Item1).Select(one => one.Item2),
        ];
    }

    // ESS-41: a mail that was logged late stays so; one that was logged in time is no news.
    private static IEnumerable<PromiseView> LogBy(CaseSnapshot found, IReadOnlyList<InboundMail> mails) =>
        mails
            .Where(mail => mail is { CaseEvent: 1, LogBy: not null } && mail.LogBy < found.State.Logged.RecordedAt)
            .Select(mail => new PromiseView(Near(found, mail.LogBy!.Value), "Log the mail", null) { Missed = true });

    private static PromiseView Clock(CaseSnapshot found, ClockReading clock)
    {
        var aim = clock.Target.Firmness == Firmness.Aim ? "aim" : null;
        return new PromiseView(Near(found, clock.Due!.Value), clock.Target.Name, aim)
        {
            Missed = clock.Due < found.Now,
        };
    }

    // Missed ones stay until they are made good.
    private static PromiseView Promise(CaseSnapshot found, Promise promise) =>
        new(
            Near(found, promise.Due),
            promise.Step is { } step
                ? $"Step {step.Number}: {step.What}"
                : EscalationText.Name(found.Guide, promise.For),
            Who(found, promise)
        )
        {
            Missed = promise.State == PromiseState.Missed,
        };

    private static string? Who(CaseSnapshot found, Promise promise) =>
        promise.For == PromiseFor.Decision && found.State.EscalationPending is { } pending
            ? found.Guide.RoleTitle(pending.DecidedBy)
            : promise.Step?.Who ?? found.State.Escalation?.Owner?.Name;

    private static PromiseView Call(CaseSnapshot found, CallTask task) =>
        new(Near(found, task.Call.Due), $"Call: {CallText.About(task.Call.Owed.On)}", task.Owes)
        {
            Missed = task.Call.Due < found.Now,
        };

    private static PromiseView? Due(CaseSnapshot found, Due due)
    {
        var what = due.Rule switch
        {
            DueRule.Attempt => $"Contact attempt {due.Number} of {found.Guide.Closing.Attempts.Count}",
            DueRule.Closing => "Closes by itself",
            DueRule.HoldEnds => "Hold ends by itself",
            DueRule.Handover => "Agree contacts for the night",
            DueRule.Rise => $"Level {due.Number} by itself: {Post(found.Guide, due)}",
            DueRule.Repeat => $"Level {due.Number} told again: {Post(found.Guide, due)}",
            _ => null,
        };
        return what is null ? null : new PromiseView(Near(found, due.At), what, null);
    }

    private static string Post(Guide guide, Due due) =>
        guide.Ladder(due.Target)?.Level(due.Number) is { } level ? guide.RoleTitle(level.Role) : due.Target ?? "";

    private static string Near(CaseSnapshot found, Instant at) =>
        MomentWords.Near(at, found.Now, found.Guide.DeskCalendar.Zone);
}
