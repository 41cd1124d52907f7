namespace Rung.Core.Guides.Showing;

/// <summary>Conditions, what pauses a clock, and how a case closes. ESS-52, ESS-53, ESS-69 to ESS-75.</summary>
internal static class LifePart
{
    public static IEnumerable<Placed> Of(Guide guide) =>
        [.. Conditions(guide), .. Holds(guide), .. Waits(guide), .. Closing(guide)];

    private static IEnumerable<Placed> Conditions(Guide guide) =>
        Placed.ByCite(
            guide.Conditions,
            condition => condition.Cite,
            conditions => new Block.Table(
                null,
                ["Condition", "What it means", "In plain words"],
                [.. conditions.Select(IReadOnlyList<string> (text) => [text.Name, text.Explanation, text.Plain])]
            )
        );

    private static IEnumerable<Placed> Holds(Guide guide) =>
        Placed.ByCite(
            guide.HoldReasons,
            reason => reason.Cite,
            reasons => new Block.Table(
                "Reasons for On-Hold",
                ["Reason", "Clock", "Ends"],
                [
                    .. reasons.Select(
                        IReadOnlyList<string> (reason) =>
                            [
                                reason.Name + For(guide, reason.AppliesWhen),
                                Clock(reason.Pauses),
                                Ends(reason) + Silence(guide, reason.Attempts),
                            ]
                    ),
                ]
            )
        );

    private static string For(Guide guide, When appliesWhen) =>
        new WhenWords(guide).Of(appliesWhen) is { Length: > 0 } when ? $" ({when})" : "";

    private static string Clock(Pauses pauses) => pauses == Pauses.AllClocks ? "stands still" : "runs on";

    private static string Silence(Guide guide, HoldAttempts? attempts)
    {
        if (attempts is null)
        {
            return "";
        }
        var words = new AllowanceWords(guide);
        var spacing = string.Join(", then ", attempts.Spacing.Select(time => words.Of(time, attempts.Calendar)));
        var then = attempts.Then switch
        {
            OnSilence.Close => "the case is closed",
            OnSilence.Resolve => "the case counts as resolved",
            _ => "the desk is told",
        };
        return $"\nwe ask {attempts.Count} more times, by {Phrase.Or(attempts.Channels.Select(Phrase.Of))}, {spacing} apart; without an answer {then} after {words.Of(attempts.ThenAfter, attempts.Calendar)}";
    }

    private static string Ends(HoldReason reason) =>
        reason.Ends switch
        {
            HoldEnds.OnReply => "when you answer",
            HoldEnds.OnReplyOrNextOpening => "when you answer, at the latest when the desk next opens",
            _ => "when an agent says so",
        };

    private static IEnumerable<Placed> Waits(Guide guide) =>
        Placed.ByCite(
            guide.WaitReasons,
            reason => reason.Cite,
            reasons => new Block.Definitions([
                .. reasons
                    .GroupBy(reason => reason.Pauses)
                    .Select(group => new Definition(
                        $"The clock {Clock(group.Key)} while we are",
                        Phrase.Or(group.Select(reason => Lower(reason.Name) + For(guide, reason.AppliesWhen)))
                    )),
            ])
        );

    private static string Lower(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];

    private static IEnumerable<Placed> Closing(Guide guide)
    {
        var (closing, words) = (guide.Closing, new AllowanceWords(guide));
        var attempts = closing.Attempts;
        yield return new Placed(
            closing.Cite,
            new Block.Definitions([
                new(
                    "Closed without confirmation",
                    $"{words.Of(closing.ShortlyAfter, closing.Calendar)}, counted from the resolution"
                ),
            ])
        );
        yield return new Placed(
            attempts.Cite,
            new Block.Definitions([
                new(
                    "Further attempts",
                    $"{attempts.Count}, by {Phrase.Or(attempts.Channels.Select(Phrase.Of))}"
                        + (attempts.Window is { } window ? $", within {new TitleWords(guide).Calendar(window)}" : "")
                ),
                new(
                    "From one to the next",
                    string.Join(", then ", attempts.Spacing.Select(time => words.Of(time, closing.Calendar)))
                ),
                new(
                    "Closed without an answer",
                    $"{words.Of(attempts.CloseAfter, closing.Calendar)}, counted from the resolution"
                ),
            ])
        );
    }
}
