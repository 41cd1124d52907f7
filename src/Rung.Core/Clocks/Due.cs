using NodaTime;

namespace Rung.Core.Clocks;

/// <summary>Something that happens by itself at an instant unless the case changes first.</summary>
/// <param name="Target">The target it is about, or the ladder, where it has one.</param>
/// <param name="Number">Which of several of the case, the target or the ladder: attempt, warning, call or level; 0 where there is one only.</param>
/// <param name="Occurrence">Which time; with the case and the key it is unique for ever.</param>
/// <param name="At">Never handled before; for a breach one microsecond after the due instant, since "at" is met.</param>
public sealed record Due(DueRule Rule, string? Target, int Number, int Occurrence, Instant At)
{
    /// <summary>Up to this late something counts as done at its due; only more than this is told as late.</summary>
    public static readonly Duration InTime = Duration.FromMinutes(1);

    /// <summary>Stable text of what falls due, for storage: <c>missed:resolve</c>, <c>attempt:2</c>.</summary>
    public string Key =>
        (Target, Number) switch
        {
            (null, 0) => Name(Rule),
            (null, var number) => $"{Name(Rule)}:{number}",
            (var target, 0) => $"{Name(Rule)}:{target}",
            var (target, number) => $"{Name(Rule)}:{target}:{number}",
        };

    private static string Name(DueRule rule) =>
        rule switch
        {
            DueRule.Warning => "warning",
            DueRule.Missed => "missed",
            DueRule.HoldEnds => "hold-ends",
            DueRule.Attempt => "attempt",
            DueRule.Closing => "closing",
            DueRule.Handover => "handover",
            DueRule.Promise => "promise",
            DueRule.Call => "call",
            DueRule.Rise => "rise",
            DueRule.Repeat => "repeat",
            DueRule.LadderTurns => "ladder",
            _ => throw new NotSupportedException($"No key for {rule}."),
        };
}
