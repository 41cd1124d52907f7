using Rung.Core.Cases.Deciding;
using Rung.Core.Cases.Versions;
using Rung.Core.Complaints;
using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Core.Cases;

/// <summary>
/// Decides commands: guide, case and moment in, events or a refusal out. No clock, no store, no chance.
/// Each arm is in <c>Deciding/</c>.
/// </summary>
public static class CaseDecider
{
    /// <summary>Decides a command that makes a case.</summary>
    public static Ruling Log(Guide guide, LogCase command, Moment moment) => Logging.Decide(guide, command, moment);

    /// <summary>Decides a command on a case as it stands after <paramref name="state"/>'s events.</summary>
    public static Ruling Decide(Guide guide, CaseState state, CaseCommand command, Moment moment)
    {
        var decision = new Decision(guide, state, moment);
        return Door.Refuses(decision, command) is { } refusal ? new Ruling.Refused(refusal) : Arm(decision, command);
    }

    private static Ruling Arm(Decision decision, CaseCommand command) =>
        command switch
        {
            AnswerIntake answer => Logging.Decide(decision, answer),
            SetPriority set => Prioritising.Decide(decision, set),
            Assign assign => Working.Decide(decision, assign),
            Hold hold => Holding.Decide(decision, hold),
            Resume => Holding.Decide(decision),
            BeginWait begin => Working.Decide(decision, begin),
            EndWait => Working.DecideEndWait(decision),
            SendUpdate update => Conversation.Decide(decision, update),
            AddNote note => Conversation.Decide(decision, note),
            RecordReply reply => Conversation.Decide(decision, reply),
            RecordAutomaticMail mail => Conversation.Decide(decision, mail),
            RecordUpdateRequest request => Conversation.Decide(decision, request),
            SetFlag flag => Working.Decide(decision, flag),
            AgreeOutOfHoursContact agree => Working.Decide(decision, agree),
            GiveDisposition give => Disposing.Decide(decision, give),
            Resolve resolve => Resolving.Decide(decision, resolve),
            RejectResolution reject => Resolving.Decide(decision, reject),
            ConfirmResolution confirm => Closing.Decide(decision, confirm),
            RecordAttempt attempt => Attempting.Decide(decision, attempt),
            RecordCall call => Calling.Decide(decision, call),
            WriteRfo write => Closing.Decide(decision, write),
            ExplainBreach explain => Working.Decide(decision, explain),
            Close => Closing.Decide(decision),
            LinkTo link => Linking.Decide(decision, link),
            ChangeReporter change => Reporting.Decide(decision, change),
            PassOn pass => PassingOn.Decide(decision, pass),
            Unlink unlink => Linking.Decide(decision, unlink),
            MoveToVersion move => Moving.Decide(decision, move),
            ComplaintCommand complaint => Complaining.Decide(decision, complaint),
            EscalationCommand escalation => EscalationDecider.Decide(decision, escalation),
            _ => throw new NotSupportedException($"No arm for {command.GetType().Name}."),
        };
}
