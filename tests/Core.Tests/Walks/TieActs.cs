using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Core.Tests.Walks;

/// <summary>What ties cases together or apart, and what is told on all that are tied.</summary>
internal static class TieActs
{
    private static readonly LinkKind[] Kinds =
    [
        LinkKind.Child,
        LinkKind.Child,
        LinkKind.Parent,
        LinkKind.Covers,
        LinkKind.Covers,
        LinkKind.CoveredBy,
        LinkKind.ContinuedBy,
    ];

    /// <param name="all">Cases that there are; one of them is tied to another, or to itself by mistake.</param>
    public static CaseCommand Next(IReadOnlyList<CaseReference> all, Random dice)
    {
        var other = WalkDesk.Pick(dice, all);
        return dice.Next(10) switch
        {
            < 4 => new LinkTo(other, WalkDesk.Pick(dice, Kinds))
            {
                Reason = dice.Next(6) == 0 ? null : "The same cable",
            },
            4 => new Unlink(other, dice.Next(4) == 0 ? "" : "Another cable")
            {
                Kind = dice.Next(2) == 0 ? null : WalkDesk.Pick(dice, Kinds),
            },
            5 => new SendUpdate("A word to all"),
            6 => new WriteRfo("A digger cut the cable") { ApprovedBy = dice.Next(2) == 0 ? null : "Manager 2" },
            7 => new Resolve("The cable is whole", Confirmation.Required),
            8 => new GiveDisposition("c", "With the next release", null, null),
            _ => new EndEscalation("Settled", Channel.Phone, WalkDesk.Pick(dice, Enum.GetValues<RfoState>())),
        };
    }

    /// <summary>Two who act at the same moment, neither of whom saw what the other does; mostly both escalate.</summary>
    /// <param name="level">The level that both saw.</param>
    public static (CaseCommand One, CaseCommand Other) AtOnce(WalkActs acts, int level, (Random Dice, Instant Now) at)
    {
        if (at.Dice.Next(3) == 0)
        {
            return (acts.Next(at.Now), acts.Next(at.Now));
        }
        var call = new Escalate
        {
            From = "School office",
            SeenLevel = level,
            Level = at.Dice.Next(2) == 0 ? null : level + 1,
            Acknowledged = true,
        };
        return (call, call with { From = "Head teacher", CallBack = at.Now + Duration.FromMinutes(45) });
    }

    /// <summary>Whether both ask for the same step.</summary>
    public static bool IsOneStep((CaseCommand One, CaseCommand Other) both) =>
        both is (Escalate { SeenLevel: { } seen } one, Escalate other)
        && (other.SeenLevel, other.Level, other.Ladder) == (seen, one.Level, one.Ladder);
}
