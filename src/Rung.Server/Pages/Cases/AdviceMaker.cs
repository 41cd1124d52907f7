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
        AdviceView?[] all =
        [
            Bounced(found, around.Bounce),
            Unfinished(found),
            OwedCall(found, here),
            Blocked(found, here),
            NextLevel(found, here),
            Covered(found),
            EscalationAdvice.Of(found, here),
            Wish(found, here),
            SaidAdvice.Of(found, here),
            Handover(found, here),
            Undecided(found, here),
            Unknown(found, around),
        ];
        return all.OfType<AdviceView>();
    }

    private static AdviceView? Unfinished(CaseSnapshot found)
    {
        var state = found.State;
        if (state is not { Intake: IntakeState.Open, IsLive: true })
        {
            return null;
        }
        var open = IntakeCheck.Missing(found.Guide, state.Logged.Kind, state.Services, state.Answers).Count();
        var what = open == 1 ? "1 question is" : $"{open} questions are";
        return new(
            $"The call is not finished: {what} still open.",
            "Finish the call",
            Addresses.Call(state.Logged.Desk, state.Reference.Text)
        );
    }

    private static AdviceView? OwedCall(CaseSnapshot found, string here) =>
        Calls(found) is { } calls
            ? new(calls, "Record the call", $"{here}?do=call", CiteMaker.Of(found.Guide, found.Guide.Calls!.Cite))
            : null;

    private static AdviceView? Blocked(CaseSnapshot found, string here)
    {
        if (found.State is not { Blocked: { } blocked, IsLive: true } state)
        {
            return null;
        }
        return new(
            $"It cannot close yet. {blocked.Why}",
            state.Escalation is null ? "Write it" : "End the escalation",
            $"{here}?do={(state.Escalation is null ? "rfo" : "end-escalation")}",
            found.Guide.Rfo is { } rfo ? CiteMaker.Of(found.Guide, rfo.Cite) : null
        );
    }

    private static AdviceView? NextLevel(CaseSnapshot found, string here) =>
        found.State.Escalation is { } one && NextPost.Of(found.Guide, one, found.Now) is { } next
            ? new(
                $"Escalated to level {one.Level}: contact {next.Role.Title} next.",
                "Contact them",
                $"{here}?do=engage",
                CiteMaker.Of(found.Guide, found.Guide.Ladder(one.Ladder)!.Cite)
            )
            : null;

    private static AdviceView? Covered(CaseSnapshot found) =>
        found.State is { CoveredBy: { } lead, IsLive: true } state
            ? new(
                $"It is escalated together with {lead}: levels, plan and call-backs are there.",
                "Go there",
                Addresses.Case(state.Logged.Desk, lead.Text)
            )
            : null;

    private static AdviceView? Wish(CaseSnapshot found, string here)
    {
        var (guide, state) = (found.Guide, found.State);
        return
            state is { Escalation: null, IsLive: true, EscalationPending: null, UnreadSince: { } since }
            && Wished(found, since) is { } wish
            ? new(
                $"The customer wishes to escalate: {wish}",
                "Escalate when they call",
                $"{here}?do=escalate",
                guide.LadderOf(state, found.Now) is { } ladder ? CiteMaker.Of(guide, ladder.Cite) : null
            )
            : null;
    }

    private static AdviceView? Handover(CaseSnapshot found, string here) =>
        found.Guide.OutOfHours is { } rule && OwesHandover(found)
            ? new(rule.Prompt, "Agree contacts", $"{here}?do=night-contact", CiteMaker.Of(found.Guide, rule.Cite))
            : null;

    private static AdviceView? Undecided(CaseSnapshot found, string here) =>
        Prompt(found) is { } rule
            ? new(rule.Prompt!, "Change the priority", $"{here}?do=priority", CiteMaker.Of(found.Guide, rule.Cite))
            : null;

    private static AdviceView? Unknown(CaseSnapshot found, CaseAround around) =>
        around.Customer is null && found.State.Logged.Reporter.CustomerId == Unregistered
            ? new(
                "This customer is not registered: its contract, and whether it has a first-line desk of its own, are not known."
            )
            : null;

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
        var isUnclear = tasks.All(task => task.Call.Owed.Reason == CallReason.Unclear);
        var why = isUnclear ? "what they wrote is not clear" : "a mail may not arrive";
        return $"{CallTalk.Whom(first)}: {CallTalk.What(tasks)}. {when}, since {why}.{tried}";
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
        return state is { IsLive: true, IsResolved: false }
            && state.HandoverPromptedFor > found.Now
            && (
                state.OutOfHours is null
                || state.OutOfHours.At < state.HandoverPromptedFor - NodaTime.Duration.FromHours(12)
            );
    }
}
