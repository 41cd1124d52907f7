using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Escalations;
using Rung.Server.Api.Binding;
using Rung.Server.Api.Problems;

namespace Rung.Server.Api;

/// <summary>One line for each command on a case; its body is the command.</summary>
internal static class CommandEndpoints
{
    public static void Map(RouteGroupBuilder one)
    {
        one.WithTags("Commands");
        MapWork(one);
        MapEnding(one);
        MapEscalation(one);
        MapComplaint(one);
    }

    private static void MapWork(RouteGroupBuilder one)
    {
        Map<AnswerIntake>(one, "intake", "Answer the intake, or finish it (ESS-17 to ESS-24)");
        Map<SetPriority>(one, "priority", "Set, raise or lower the priority (ESS-43, ESS-44, A-27)");
        Map<Assign>(one, "assign", "Assign the case to an engineer (ESS-70)");
        Map<Hold>(one, "hold", "Put the case On-Hold (ESS-71)");
        Map<Resume>(one, "resume", "End the hold");
        Map<BeginWait>(one, "wait", "Wait for somebody who is not the customer; the clock runs on");
        Map<EndWait>(one, "end-wait", "End that wait");
        Map<SendUpdate>(one, "update", "Tell the customer how things stand (ESS-77)");
        Map<AddNote>(one, "note", "Write a note that stays inside the desk");
        Map<RecordReply>(one, "reply", "Record what the customer said; on a closed case it begins a new one (ESS-53)");
        Map<RecordAutomaticMail>(one, "automatic-mail", "Keep an automatic answer, which counts as nothing (A-24)");
        Map<RecordUpdateRequest>(one, "update-request", "Record that the customer asked how things stand (ESS-78)");
        Map<SetFlag>(one, "flag", "Set or unset a flag (A-15)");
        Map<AgreeOutOfHoursContact>(one, "night-contact", "Record who is reached how out of hours (ESS-49)");
    }

    // From the disposition to closed, and what is tied to it.
    private static void MapEnding(RouteGroupBuilder one)
    {
        Map<GiveDisposition>(one, "disposition", "Give one of the guide's dispositions (ESS-64 to ESS-67)");
        Map<Resolve>(one, "resolve", "Resolve the case (ESS-72, ESS-73)");
        Map<RejectResolution>(one, "reject", "Record that it is not resolved (A-10)");
        Map<ConfirmResolution>(one, "confirm", "Record the customer's confirmation (ESS-73)");
        Map<RecordAttempt>(one, "attempt", "Record an attempt to reach the customer (ESS-52)");
        Map<RecordCall>(one, "call", "Record a call to the customer that was owed (ESS-51)");
        Map<WriteRfo>(one, "rfo", "Write the reason for outage (ESS-76)");
        Map<ExplainBreach>(one, "explain-breach", "Give the reason of a breach");
        Map<Close>(one, "close", "Close the resolved case (ESS-74)");
        Map<Reopen>(one, "reopen", "Always refused: a closed case is never re-opened (ESS-53)");
        Map<LinkTo>(one, "link", "Link the case to its parent or to a child");
        Map<Unlink>(one, "unlink", "Undo a link");
        Map<MoveToVersion>(
            one,
            "move-to-version",
            "Move the case to the version of its guide that is in force (ESS-02)"
        );
        Map<ChangeReporter>(one, "reporter", "Make somebody else of the customer the reporter (ESS-17)");
        Map<PassOn>(one, "pass-on", "Hand over to another team what the customer asks for (ESS-12, ESS-86)");
    }

    private static void MapEscalation(RouteGroupBuilder one)
    {
        Map<Escalate>(
            one,
            "escalate",
            "Register that the customer escalates, while they call (ESS-83, SMC-04 to SMC-08)"
        );
        Map<AskToEscalate>(
            one,
            "ask-to-escalate",
            "Take in a wish to escalate as it came: a level or a note (A-19, S-04)"
        );
        Map<NoteApproach>(
            one,
            "note-approach",
            "Note that the customer turned to a manager directly, and lead them back (SMC-16)"
        );
        Map<AgreeCallBack>(one, "agree-call-back", "Agree a call-back, or bring it forward (SMC-08)");
        Map<Engage>(one, "engage", "Record that a post of the provider was contacted (SMC-10, S-03)");
        Map<CallBack>(one, "call-back", "Record the call-back, with the plan where one is needed (SMC-11 to SMC-14)");
        Map<AgreePlan>(one, "plan", "Agree a communication plan (SMC-12)");
        Map<RecordPlannedContact>(one, "planned-contact", "Record a contact of the plan (SMC-13)");
        Map<DecideEscalation>(one, "decide-escalation", "Decide on a request to escalate, where the guide wants that");
        Map<StepDownLevel>(one, "step-down", "Take the escalation down a level before its end");
        Map<DelayLevel>(one, "delay-level", "Put off a level that would be entered by itself");
        Map<PlanStep>(one, "plan-step", "Plan a step of the resolution plan: what, by whom, by when (SMC-40)");
        Map<CompleteStep>(one, "step-done", "Record that a step of the resolution plan is done (SMC-40)");
        Map<DropStep>(one, "drop-step", "Drop a step of the resolution plan, with a reason (SMC-40)");
        Map<CheckOwner>(one, "check-owner", "Record whether the owner follows the process (SMC-37, SMC-41)");
        Map<NamePeer>(one, "peer", "Name the customer's executive at a level (SMC-35)");
        Map<RecordDecision>(one, "decision", "Record a decision of an executive (SMC-36)");
        Map<HandOverEscalation>(one, "hand-over", "Hand the escalation to another owner, the customer told (SMC-38)");
        Map<GrantUrgency>(one, "urgency", "Give more urgency than the priority does (ESS-81)");
        Map<EndEscalation>(one, "end-escalation", "End the escalation (SMC-39)");
    }

    private static void MapComplaint(RouteGroupBuilder one)
    {
        Map<AcknowledgeComplaint>(one, "acknowledge", "Tell the customer that their complaint has arrived (R38)");
        Map<SendHoldingReply>(one, "holding-reply", "Answer a complaint for now, and say when the rest comes (ESS-92)");
        Map<AnswerComplaint>(one, "answer-complaint", "Answer a complaint in full; that resolves it (ESS-92)");
        Map<EscalateComplaint>(one, "escalate-complaint", "Take a complaint to the management (ESS-91)");
    }

    private static void Map<T>(RouteGroupBuilder one, string name, string summary)
        where T : CaseCommand => Map(one, name, summary).WithMetadata(new CommandOf(typeof(T)), JsonRead.Takes<T>());

    private static RouteHandlerBuilder Map(RouteGroupBuilder one, string name, string summary) =>
        one.MapPost(name, Handle).WithName(name).WithSummary(summary).WithMetadata(Seen.Field);

    private static async Task<Results<CaseAnswer, ProblemAnswer>> Handle(
        AtCase at,
        Writing writing,
        CommandBody body,
        CaseCalls calls
    )
    {
        var outcome = await calls.Handle(at.Guide, at.Reference, body.Command, new Asked(writing, body.Bytes));
        return outcome.Problem is { } problem ? problem : new CaseAnswer(outcome.Json);
    }
}
