using Rung.Core.Guides;

namespace Rung.Core.Cases.Deciding;

/// <summary>Calls that are owed to the customer, and what came of them. ESS-51.</summary>
internal static class Calling
{
    public static Ruling Decide(Decision decision, RecordCall command)
    {
        var cite = decision.Guide.Calls?.Cite;
        if (!decision.State.Calls.Any(call => call.IsOwed && call.Owed.At <= decision.At))
        {
            const string None = "No call was owed then: enter what was said as an update by telephone, or as a note.";
            return Ruling.Refuse(RefusalCode.WrongCondition, None, "ESS-51", cite);
        }
        if (command.Text is not null && Decision.NeedsText(command.Text, "What was said") is { } refusal)
        {
            return new Ruling.Refused(refusal);
        }
        // Whoever reached nobody tries again after as long as the guide gives a call.
        var again =
            command.Outcome == CallOutcome.NotReached
                ? decision.Guide.Calls?.DueFrom(decision.Facts, decision.At)
                : null;
        return decision.Accept(new CallMade(command.Outcome, command.Text, again));
    }
}
