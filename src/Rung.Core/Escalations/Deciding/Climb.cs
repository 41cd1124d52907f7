using Rung.Core.Cases;
using Rung.Core.Cases.Deciding;
using Rung.Core.Guides;

namespace Rung.Core.Escalations.Deciding;

/// <summary>A decision about an escalation that goes on.</summary>
internal sealed record Climb(Decision Decision, Escalation One)
{
    /// <summary>Accepts, each event with the escalation it is about where that is not the one the case is worked by.</summary>
    public Ruling Accept(params CaseEvent[] events)
    {
        var isOther = One.Number != Decision.State.Escalation?.Number;
        return Decision.Accept([
            .. events.Select(one => isOther && one is EscalationEvent about ? about with { About = One.Number } : one),
        ]);
    }

    public Guide Guide => Decision.Guide;
    public Ladder Ladder => Decision.Guide.Ladder(One.Ladder)!;
    public string? CallBackCite => Ladder.CallBack?.Cite ?? Ladder.Cite;

    /// <summary>The level; a refusal when the ladder has none of that number.</summary>
    public static (Level? Level, Refusal? Refusal) LevelOf(Ladder ladder, int number) =>
        ladder.Level(number) is { } level
            ? (level, null)
            : (
                null,
                new Refusal(
                    RefusalCode.UnknownInGuide,
                    $"\"{ladder.Name}\" has no level {number}: name one from 1 to {ladder.Levels.Count}.",
                    "ESS-83",
                    ladder.Cite
                )
            );
}
