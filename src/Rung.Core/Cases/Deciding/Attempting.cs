using Rung.Core.Clocks;
using Rung.Core.Guides;
using Rung.Core.Wording;

namespace Rung.Core.Cases.Deciding;

/// <summary>Attempts to learn whether a resolved matter is fixed. ESS-52, ESS-73, A-09, semantics 30.</summary>
internal static class Attempting
{
    public static Ruling Decide(Decision decision, RecordAttempt command)
    {
        var (state, rule) = (decision.State, decision.Guide.Closing.Attempts);
        if (state.Condition != Condition.ResolvedToConfirm || state.Confirmed is not null)
        {
            const string Only = "Attempts are made while a resolved case waits for confirmation.";
            return Ruling.Refuse(RefusalCode.WrongCondition, Only, "ESS-73", rule.Cite);
        }
        if (state.Attempts.Count >= rule.Count)
        {
            const string All = "All attempts that the guide asks for have been made.";
            return Ruling.Refuse(RefusalCode.WrongCondition, All, "ESS-52", rule.Cite);
        }
        if (!rule.Channels.Contains(command.Channel))
        {
            var channels = string.Join(" or ", rule.Channels.Select(EventText.Words));
            return Ruling.Refuse(RefusalCode.InvalidInput, $"An attempt is made by {channels}.", "ESS-52", rule.Cite);
        }
        return decision.Accept(Made(decision, command));
    }

    // Semantics 30: a second one on the same day, or one on a day between, leaves the reminders that are still to come.
    private static AttemptMade Made(Decision decision, RecordAttempt command)
    {
        var made = decision.State.Attempts.Count;
        var next = AttemptPlan.Of(decision.Guide, decision.State).FirstOrDefault(one => one.Made is null);
        return next is null || decision.At >= next.Counts
            ? new AttemptMade(made + 1, command.Channel, command.Outcome)
            : new AttemptMade(made, command.Channel, command.Outcome) { Standing = AttemptStanding.Besides };
    }
}
