using Rung.Core.Cases;
using Rung.Core.Cases.Deciding;

namespace Rung.Core.Escalations.Deciding;

/// <summary>What the executives do: speak with their equal, and decide. SMC-31 to SMC-37.</summary>
internal static class Overseeing
{
    public static Ruling Decide(Climb climb, NamePeer command) =>
        (Refuses(climb, command.Level) ?? NoExecutive(climb, command.Level, "SMC-35")) is { } refusal
            ? new Ruling.Refused(refusal)
        : Decision.NeedsName(command.Peer, "The name of the customer's executive") is { } empty
            ? new Ruling.Refused(empty)
        : climb.Accept(new PeerNamed(command.Level, command.Peer.Trim()));

    public static Ruling Decide(Climb climb, RecordDecision command) =>
        (Refuses(climb, command.Level) ?? NoExecutive(climb, command.Level, "SMC-36")) is { } refusal
            ? new Ruling.Refused(refusal)
        : Decision.NeedsText(command.Text, "The decision") is { } empty ? new Ruling.Refused(empty)
        : climb.Accept(new DecisionTaken(command.Level, command.Text));

    // SMC-41: who stands above the owner looks; not the owner.
    public static Ruling Decide(Climb climb, CheckOwner command)
    {
        if (Refuses(climb, command.Level) is { } refusal)
        {
            return new Ruling.Refused(refusal);
        }
        if (command.Level <= (climb.Ladder.StickyOwnerLevel ?? 1))
        {
            const string Above = "Whether the owner follows the process is seen to by the levels above the owner's.";
            return Ruling.Refuse(RefusalCode.InvalidInput, Above, "SMC-41", climb.Ladder.Level(command.Level)!.Cite);
        }
        return Decision.NeedsText(command.Text, "What was found") is { } empty
            ? new Ruling.Refused(empty)
            : climb.Accept(new OwnerChecked(command.Level, command.Result, command.Text));
    }

    // Where a level owns for good, executives stand above it.
    private static Refusal? NoExecutive(Climb climb, int number, string rule) =>
        climb.Ladder.IsAboveOwner(number)
            ? null
            : new Refusal(
                RefusalCode.InvalidInput,
                $"An executive speaks with the customer's and decides, from level {climb.Ladder.StickyOwnerLevel + 1} on: name such a level.",
                rule,
                climb.Ladder.Level(number)!.Cite
            );

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
