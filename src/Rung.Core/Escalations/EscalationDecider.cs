using Rung.Core.Cases;
using Rung.Core.Cases.Deciding;
using Rung.Core.Escalations.Deciding;

namespace Rung.Core.Escalations;

/// <summary>Decides commands about escalations; each arm is in <c>Deciding/</c>.</summary>
internal static class EscalationDecider
{
    public static Ruling Decide(Decision decision, EscalationCommand command) =>
        (GoesWithAnother(decision, command) ?? MomentIsWrong(decision, command)) is { } wrong
            ? new Ruling.Refused(wrong)
            : Arm(decision, command);

    // Of a case that another's escalation covers levels, plan and call-backs are that one's.
    private static Refusal? GoesWithAnother(Decision decision, EscalationCommand command) =>
        decision.State is { CoveredBy: { } lead, Escalation: null or { IsAsked: false } }
        && (
            command is Escalate or AskToEscalate or NoteApproach
            || (decision.State.Escalation is null && command is not GrantUrgency)
        )
            ? new Refusal(
                RefusalCode.WrongCondition,
                $"This case is escalated together with {lead}: do it there, it counts for both.",
                "ESS-83",
                decision.Guide.LadderOf(decision.State, decision.At)?.Cite
            )
            : null;

    // Contacts may be entered among later events; what moves the escalation would contradict them.
    private static Refusal? MomentIsWrong(Decision decision, EscalationCommand command)
    {
        var earliest = decision.State.EscalationAbout(command.About) is { } one
            ? command switch
            {
                CallBack or RecordPlannedContact => one.Since,
                // It ends on the cases that it covers as well.
                EndEscalation => one.Covers.Select(covered => covered.Since).Append(one.LevelSince).Max(),
                _ => one.LevelSince,
            }
            : decision.State.Logged.At;
        return decision.At < earliest
            ? new Refusal(
                RefusalCode.MomentNotAllowed,
                "The escalation has moved on since that moment: enter it as a note that says when it happened.",
                "ESS-29",
                decision.State.Logged.StartCite
            )
            : null;
    }

    private static Ruling Arm(Decision decision, EscalationCommand command) =>
        command switch
        {
            Escalate escalate => Escalating.Decide(decision, escalate),
            AskToEscalate ask => Escalating.Decide(decision, ask),
            NoteApproach note => Approaching.Decide(decision, note),
            GrantUrgency grant => Urging.Decide(decision, grant),
            DecideEscalation decide => Requesting.Decide(decision, decide),
            _ when decision.State.EscalationAbout(command.About) is { } active => Within(
                new Climb(decision, active),
                command
            ),
            _ => Ruling.Refuse(
                RefusalCode.NotEscalated,
                "This case is not escalated: register the escalation first.",
                "ESS-79",
                decision.Guide.LadderOf(decision.State, decision.At)?.Cite
            ),
        };

    private static Ruling Within(Climb climb, EscalationCommand command) =>
        command switch
        {
            AgreeCallBack agree => Contacting.Decide(climb, agree),
            CallBack call => Contacting.Decide(climb, call),
            AgreePlan agree => Contacting.Decide(climb, agree),
            RecordPlannedContact contact => Contacting.Decide(climb, contact),
            Engage engage => Engaging.Decide(climb, engage),
            HandOverEscalation hand => Engaging.Decide(climb, hand),
            StepDownLevel down => Lowering.Decide(climb, down),
            DelayLevel delay => Lowering.Decide(climb, delay),
            PlanStep plan => PlanningSteps.Decide(climb, plan),
            CompleteStep done => PlanningSteps.Decide(climb, done),
            DropStep drop => PlanningSteps.Decide(climb, drop),
            CheckOwner check => Overseeing.Decide(climb, check),
            NamePeer name => Overseeing.Decide(climb, name),
            RecordDecision taken => Overseeing.Decide(climb, taken),
            EndEscalation end => Ending.Decide(climb, end),
            _ => throw new NotSupportedException($"No arm for {command.GetType().Name}."),
        };
}
