using NodaTime;
using Rung.Core.Clocks;
using Rung.Core.Guides;

namespace Rung.Core.Cases.Deciding;

/// <summary>On-Hold and back. ESS-39, ESS-48, ESS-71, A-06, A-17, A-26.</summary>
internal static class Holding
{
    public static Ruling Decide(Decision decision, Hold command)
    {
        if (decision.Guide.HoldReason(command.Reason) is not { } reason)
        {
            var known = decision.Guide.HoldReasons.Select(one => one.Id);
            return new Ruling.Refused(
                LoggingDoor.Unknown("hold reason", command.Reason, known, ("ESS-71", decision.CiteOf(Condition.OnHold)))
            );
        }
        if (!MayBegin(decision.State))
        {
            var sentence = $"Only an open or assigned case can be put On-Hold; this one is {decision.ConditionName}.";
            return Ruling.Refuse(RefusalCode.WrongCondition, sentence, "ESS-71", reason.Cite);
        }
        if (!decision.Facts.Hold(reason.AppliesWhen))
        {
            return Ruling.Refuse(
                RefusalCode.WrongCondition,
                $"\"{reason.Name}\" is not for a case like this one.",
                "ESS-71",
                reason.Cite
            );
        }
        if (string.IsNullOrWhiteSpace(command.Awaiting))
        {
            const string Say =
                "Say what is awaited and from whom: it is told to the customer and is the evidence of the pause.";
            return Ruling.Refuse(RefusalCode.InvalidInput, Say, "A-06", reason.Cite);
        }
        if (command.Awaiting.Length > Limits.Awaiting)
        {
            var sentence = $"What is awaited is longer than {Limits.Awaiting:N0} characters: shorten it.";
            return Ruling.Refuse(RefusalCode.InvalidInput, sentence, "A-06", reason.Cite);
        }
        return decision.Accept(new Held(reason.Id, command.Awaiting.Trim(), EndsBy(decision, reason)));
    }

    // A hold that was answered out of hours ends at the next opening; until then it may be set again.
    private static bool MayBegin(CaseState state) =>
        state.Condition is Condition.Open or Condition.Assigned || state is { Hold: not null, HoldAnswered: not null };

    public static Ruling Decide(Decision decision) =>
        decision.State.Hold is null
            ? Ruling.Refuse(
                RefusalCode.WrongCondition,
                "The case is not On-Hold.",
                "ESS-71",
                decision.CiteOf(Condition.OnHold)
            )
            : decision.Accept(new Resumed(ResumeCause.AgentEnded));

    /// <summary>
    /// What a customer's answer does to a hold: it ends at once, or, where a working-time clock stands still and its
    /// calendar is closed, at the next opening. Null: nothing, or it ends by then anyway.
    /// </summary>
    public static CaseEvent? Answered(Decision decision)
    {
        var hold = decision.State.Hold;
        if (hold is null || decision.Guide.HoldReason(hold.Reason)?.Ends == HoldEnds.ByAgent)
        {
            return null;
        }
        var clock = decision.PrimaryClock;
        if (clock is not { CountsWorkingTime: true } || clock.Calendar.IsOpen(decision.At))
        {
            return new Resumed(ResumeCause.CustomerReplied);
        }
        var opening = clock.Calendar.NextOpening(decision.At);
        if (!opening.Ok)
        {
            return new Resumed(ResumeCause.CustomerReplied);
        }
        return decision.State.HoldEndsBy <= opening.Value ? null : new HoldEndSet(opening.Value);
    }

    /// <summary>
    /// The end of a hold that was answered out of hours, where the new priority's clock does not wait for the opening: it
    /// ended with the answer. Null: there is no such hold.
    /// </summary>
    public static CaseEvent? EndsWith(Decision decision, string priority)
    {
        var target = decision.PrimaryClock?.Target;
        var time = target is null ? null : ClockReader.TimeFor(decision.Facts with { Priority = priority }, target);
        return decision.State.HoldAnswered is { } answered && time is { Allow.CountsWorkingTime: false }
            ? (decision.Moment with { At = answered.At }).Stamp(new Resumed(ResumeCause.CustomerReplied))
            : null;
    }

    private static Instant? EndsBy(Decision decision, HoldReason reason)
    {
        if (reason.Ends != HoldEnds.OnReplyOrNextOpening)
        {
            return null;
        }
        var desk = decision.Guide.DeskCalendar;
        if (desk.IsAlwaysOpen)
        {
            return null;
        }
        var from = desk.IsOpen(decision.At) ? desk.NextClosing(decision.At) : new(decision.At);
        var opening = from.Ok ? desk.NextOpening(from.Value) : from;
        return opening.Ok ? opening.Value : null;
    }
}
