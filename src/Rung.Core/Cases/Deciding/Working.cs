using Rung.Core.Complaints;
using Rung.Core.Guides;

namespace Rung.Core.Cases.Deciding;

/// <summary>Assigning, waiting for others, flags, arrangements for the night. ESS-49, ESS-70, A-15.</summary>
internal static class Working
{
    public static Ruling Decide(Decision decision, Assign command)
    {
        if (Decision.NeedsName(command.Engineer, "The engineer's name") is { } refusal)
        {
            return new Ruling.Refused(refusal);
        }
        if (decision.State.IsResolved)
        {
            return Ruling.Refuse(
                RefusalCode.WrongCondition,
                "The case is resolved: there is nothing to assign.",
                "ESS-70",
                decision.CiteOf(Condition.Assigned)
            );
        }
        return decision.State.Engineer == command.Engineer.Trim()
            ? decision.Accept()
            : decision.Accept(new Assigned(command.Engineer.Trim()));
    }

    public static Ruling Decide(Decision decision, BeginWait command)
    {
        var fitting = decision.Guide.WaitReasons.Where(reason => decision.Facts.Hold(reason.AppliesWhen)).ToArray();
        if (!Array.Exists(fitting, reason => reason.Id == command.Reason))
        {
            return new Ruling.Refused(
                LoggingDoor.Unknown(
                    "wait reason",
                    command.Reason,
                    fitting.Select(reason => reason.Id),
                    ("A-06", decision.CiteOf(Condition.Assigned))
                )
            );
        }
        if (Decision.MayName(command.For, "Whom or what the case waits for") is { } refusal)
        {
            return new Ruling.Refused(refusal);
        }
        return decision.State.Condition is Condition.Open or Condition.Assigned
            ? decision.Accept(new WaitBegan(command.Reason, command.For))
            : Ruling.Refuse(
                RefusalCode.WrongCondition,
                "Only an open or assigned case waits for somebody.",
                "A-06",
                decision.CiteOf(Condition.Assigned)
            );
    }

    public static Ruling DecideEndWait(Decision decision) =>
        decision.State.Wait is null
            ? Ruling.Refuse(
                RefusalCode.WrongCondition,
                "The case is not waiting for anybody.",
                "A-06",
                decision.CiteOf(Condition.Assigned)
            )
            : decision.Accept(new WaitEnded());

    public static Ruling Decide(Decision decision, SetFlag command)
    {
        if (decision.Guide.Flags.All(flag => flag.Id != command.Flag))
        {
            var known = decision.Guide.Flags.Select(flag => flag.Id);
            return new Ruling.Refused(
                LoggingDoor.Unknown(
                    "flag",
                    command.Flag,
                    known,
                    ("A-15", LoggingDoor.CiteOf(decision.Guide.Flags, one => one.Cite))
                )
            );
        }
        return Decision.NeedsText(command.Reason, "The reason") is { } refusal
            ? new Ruling.Refused(refusal)
            : decision.Accept(new FlagSet(command.Flag, command.Value, command.Reason));
    }

    public static Ruling Decide(Decision decision, AgreeOutOfHoursContact command) =>
        Decision.NeedsName(command.Contact, "The contact's name") is { } contact ? new Ruling.Refused(contact)
        : Decision.NeedsName(command.ReachedBy, "How they are reached") is { } how ? new Ruling.Refused(how)
        : decision.Accept(new OutOfHoursContactAgreed(command.Contact, command.ReachedBy));

    public static Ruling Decide(Decision decision, ExplainBreach command)
    {
        if (decision.State.Missed.All(missed => missed.Target != command.Target))
        {
            return Ruling.Refuse(
                RefusalCode.WrongCondition,
                $"No breach of \"{OneLine.Start(command.Target)}\" is recorded on this case.",
                "ESS-45",
                decision.Guide.FindTarget(command.Target)?.Cite
            );
        }
        return Decision.NeedsText(command.Reason, "The reason") is { } refusal
            ? new Ruling.Refused(refusal)
            : decision.Accept(new BreachExplained(command.Target, command.Reason, command.Text));
    }
}
