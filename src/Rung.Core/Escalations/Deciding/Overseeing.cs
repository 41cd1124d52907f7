using Rung.Core.Cases;
using Rung.Core.Cases.Deciding;

namespace Rung.Core.Escalations.Deciding;

/// <summary>What the executives do: speak with their equal, and decide. SMC-31 to SMC-37.</summary>
internal static class Overseeing
{
    public static Ruling Decide(Climb climb, NamePeer command) =>
        Refuses(climb, command.Level) is { } refusal ? new Ruling.Refused(refusal)
        : Decision.NeedsName(command.Peer, "The name of the customer's executive") is { } empty
            ? new Ruling.Refused(empty)
        : climb.Decision.Accept(new PeerNamed(command.Level, command.Peer.Trim()));

    public static Ruling Decide(Climb climb, RecordDecision command) =>
        Refuses(climb, command.Level) is { } refusal ? new Ruling.Refused(refusal)
        : Decision.NeedsText(command.Text, "The decision") is { } empty ? new Ruling.Refused(empty)
        : climb.Decision.Accept(new DecisionTaken(command.Level, command.Text));

    // Whoever oversees has been brought in: by the customer's call, or inside.
    private static Refusal? Refuses(Climb climb, int number)
    {
        var (level, unknown) = Climb.LevelOf(climb.Ladder, number);
        if (level is null)
        {
            return unknown;
        }
        var isIn = number <= climb.One.Level || climb.One.Engagements.Any(engaged => engaged.Level == number);
        return isIn
            ? null
            : new Refusal(
                RefusalCode.WrongCondition,
                $"Level {number} has not been brought in: engage it first.",
                "SMC-35",
                level.Cite
            );
    }
}
