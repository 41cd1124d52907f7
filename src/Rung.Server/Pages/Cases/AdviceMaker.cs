using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Server.Desk;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Words;
using Rung.Storage.Inbound;

namespace Rung.Server.Pages.Cases;

/// <summary>What somebody must know before doing anything to a case.</summary>
internal static class AdviceMaker
{
    private const string Unregistered = Core.Customers.Customer.Unregistered;

    public static IEnumerable<AdviceView> Of(CaseSnapshot found, CaseAround around, string here)
    {
        var (guide, state) = (found.Guide, found.State);
        if (Bounced(found, around.Bounce) is { } bounced)
        {
            yield return bounced;
        }
        if (state is { Intake: IntakeState.Open, IsLive: true })
        {
            var open = IntakeCheck.Missing(guide, state.Logged.Kind, state.Answers).Count();
            var what = open == 1 ? "1 question is" : $"{open} questions are";
            yield return new(
                $"The call is not finished: {what} still open.",
                "Finish the call",
                Addresses.Call(state.Logged.Desk, state.Reference.Text)
            );
        }
        if (Calls(found) is { } calls)
        {
            yield return new(calls, "Record the call", $"{here}?do=call", CiteMaker.Of(guide, guide.Calls!.Cite));
        }
        if (state is { Blocked: { } blocked, IsLive: true })
        {
            yield return new(
                $"It cannot close yet. {blocked.Why}",
                state.Escalation is null ? "Write it" : "End the escalation",
                $"{here}?do={(state.Escalation is null ? "rfo" : "end-escalation")}",
                guide.Rfo is { } rfo ? CiteMaker.Of(guide, rfo.Cite) : null
            );
        }
        if (state.Escalation is { } one && NextPost.Of(guide, one, found.Now) is { } next)
        {
            yield return new(
                $"Escalated to level {one.Level}: contact {next.Role.Title} next.",
                "Contact them",
                $"{here}?do=engage",
                CiteMaker.Of(guide, guide.Ladder(one.Ladder)!.Cite)
            );
        }
        if (state is { CoveredBy: { } lead, IsLive: true })
        {
            yield return new(
                $"It is escalated together with {lead}: levels, plan and call-backs are there.",
                "Go there",
                Addresses.Case(state.Logged.Desk, lead.Text)
            );
        }
        if (EscalationAdvice.Of(found, here) is { } advised)
        {
            yield return advised;
        }
        if (
            state is { Escalation: null, IsLive: true, EscalationPending: null, UnreadSince: { } since }
            && Wished(found, since) is { } wish
        )
        {
            yield return new(
                $"The customer wishes to escalate: {wish}",
                "Escalate when they call",
                $"{here}?do=escalate",
                guide.LadderOf(state, found.Now) is { } ladder ? CiteMaker.Of(guide, ladder.Cite) : null
            );
        }
        if (OwesHandover(found))
        {
            yield return new(
                guide.OutOfHours!.Prompt,
                "Agree contacts",
                $"{here}?do=night-contact",
                CiteMaker.Of(guide, guide.OutOfHours.Cite)
            );
        }
        if (Prompt(found) is { } prompt)
        {
            yield return new(
                prompt.Prompt!,
                "Change the priority",
                $"{here}?do=priority",
                CiteMaker.Of(guide, prompt.Cite)
            );
        }
        if (around.Customer is null && state.Logged.Reporter.CustomerId == Unregistered)
        {
            yield return new(
                "This customer is not registered: its contract, and whether it has a first-line desk of its own, are not known."
            );
        }
    }

    // S-04: the desk is alerted until somebody has acted.
    private static string? Wished(CaseSnapshot found, NodaTime.Instant since) =>
        found.State.EscalationsAsked is [.., var last] && last.At >= since ? last.Text : null;

    // R20: who does not get our mails is rung, until they are heard from.
    private static AdviceView? Bounced(CaseSnapshot found, InboundMail? bounce)
    {
        var state = found.State;
        if (bounce is null || !state.IsLive || state.LastCustomerContactAt > bounce.ReceivedAt)
        {
            return null;
        }
        var ring = state.Logged.Reporter.Phone is { } phone ? $" Ring {phone}." : " Find another way to reach them.";
        return new($"Mail to {bounce.Undelivered} came back.{ring}", "See why", Addresses.Mail(bounce.Desk, bounce.Id));
    }

    // ESS-51: one call tells all that is owed.
    private static string? Calls(CaseSnapshot found)
    {
        if (CallTask.Of(found.Guide, found.State, found.Now) is not [var first, ..] tasks)
        {
            return null;
        }
        var by = MomentWords.Near(first.Call.Due, found.Now, found.Guide.DeskCalendar.Zone);
        var when = first.Call.Due < found.Now ? $"It has been due since {by}" : $"It is due {by}";
        var tried = tasks.Max(task => task.Call.Tries) is var tries and > 0
            ? $" Nobody was reached {Times(tries)}."
            : "";
        return $"{CallTalk.Whom(first)}: {CallTalk.What(tasks)}. {when}, since a mail may not arrive.{tried}";
    }

    private static string Times(int tries) => tries == 1 ? "once" : $"{tries} times";

    // A-11: until somebody has decided on the priority that the rule proposed.
    private static PriorityRule? Prompt(CaseSnapshot found) =>
        found.State is { IsLive: true, IsResolved: false, PrioritySet: { Cause: PriorityCause.Default } set }
            ? found.Guide.PriorityRules.FirstOrDefault(rule =>
                rule.Id == set.Proposed?.Rule && rule.Priority == set.Priority && rule.Prompt is not null
            )
            : null;

    private static bool OwesHandover(CaseSnapshot found)
    {
        var state = found.State;
        return found.Guide.OutOfHours is not null
            && state is { IsLive: true, IsResolved: false }
            && state.HandoverPromptedFor > found.Now
            && (
                state.OutOfHours is null
                || state.OutOfHours.At < state.HandoverPromptedFor - NodaTime.Duration.FromHours(12)
            );
    }
}
