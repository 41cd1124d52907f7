using NodaTime;
using Rung.Core.Complaints;
using Rung.Core.Escalations;

namespace Rung.Core.Cases.Deciding;

/// <summary>What holds for every command on a case, before its own arm is asked.</summary>
internal static class Door
{
    public static Refusal? Refuses(Decision decision, CaseCommand command) =>
        NeverReopens(decision, command)
        ?? RoleMayNot(decision, command)
        ?? ComplaintDoor.Refuses(decision, command)
        ?? MomentIsWrong(decision, command);

    // ESS-53: by nobody, through no door. A reply, a note, a link and an RFO do not re-open.
    private static Refusal? NeverReopens(Decision decision, CaseCommand command)
    {
        var cite = decision.Guide.Closing.NeverReopenCite;
        if (command is Reopen && decision.State is { IsClosed: false, IsResolved: true })
        {
            const string NotFixed =
                "The case is not closed yet: enter what the customer says as \"not fixed\", and it is worked on again.";
            return new Refusal(RefusalCode.WrongCondition, NotFixed, "ESS-53", cite);
        }
        if (command is Reopen && !decision.State.IsClosed)
        {
            const string Open = "The case is open: there is nothing to open again.";
            return new Refusal(RefusalCode.WrongCondition, Open, "ESS-53", cite);
        }
        if (command is Reopen)
        {
            const string Never =
                "A case is never re-opened: log a new one, it is linked to this one and its clock starts afresh.";
            return new Refusal(RefusalCode.CaseClosed, Never, "ESS-53", cite);
        }
        var allowed = command is RecordReply or RecordAutomaticMail or AddNote or LinkTo or Unlink or ExplainBreach;
        return decision.State.IsClosed && !allowed
            ? new Refusal(
                RefusalCode.CaseClosed,
                "This case is closed and stays so: log a new one and link it.",
                "ESS-53",
                cite
            )
            : null;
    }

    private static Refusal? RoleMayNot(Decision decision, CaseCommand command)
    {
        var open =
            command is RecordReply or RecordUpdateRequest or ConfirmResolution or RejectResolution or AskToEscalate;
        return decision.Moment.By.IsCustomer && !open
            ? new Refusal(
                RefusalCode.RoleNotAllowed,
                "Only the desk can do this: reply to the case and say what you need.",
                "ESS-26",
                decision.CiteOf(decision.State.Condition)
            )
            : null;
    }

    private static Refusal? MomentIsWrong(Decision decision, CaseCommand command)
    {
        var (at, recorded) = (decision.Moment.At, decision.Moment.RecordedAt);
        if (at > recorded)
        {
            return Wrong(decision, "The moment lies in the future: enter when it happened, at the latest now.");
        }
        if (recorded - at > decision.Moment.BackDating)
        {
            return Wrong(
                decision,
                "The moment lies more than 24 hours back: enter it as a note that says when it happened."
            );
        }
        // What only adds a word can be entered among later events; what changes the case would contradict them.
        // A reply to a closed case changes nothing of it: it begins the next one, at the moment it came (ESS-53, A-10).
        var adds =
            command
                is AddNote
                    or SendUpdate
                    or RecordUpdateRequest
                    or RecordAutomaticMail
                    or RecordCall
                    or CallBack
                    or RecordPlannedContact
                    or PassOn
            || (command is RecordReply && decision.State.IsClosed);
        return at < (adds ? AddedFrom(decision.State) : decision.State.FirmSince)
            ? Wrong(decision, "The case has moved on since that moment: enter it as a note that says when it happened.")
            : null;
    }

    // What came before the case was moved to another version of its guide is settled as the one before read it.
    private static Instant AddedFrom(CaseState state) => state.Moved?.At ?? state.Logged.At;

    // Whatever is entered, the time begins where the reference was issued and is counted from what happened since.
    private static Refusal Wrong(Decision decision, string sentence) =>
        new(RefusalCode.MomentNotAllowed, sentence, "ESS-29", decision.State.Logged.StartCite);
}
