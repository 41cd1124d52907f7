namespace Rung.Core.Guides.Showing;

/// <summary>The rules of a ladder in a customer's words.</summary>
internal static class CustomerLadderWords
{
    /// <summary>How a level is asked for; that it comes in without anybody asking.</summary>
    public static string Turn(Guide guide, Level level)
    {
        var channels = level.Entries.OfType<Entry.ByRequest>().SelectMany(entry => entry.Channels).Distinct();
        return Phrase.Or(channels.Select(Phrase.By)) is { Length: > 0 } ways
            ? $"Ask {ways}."
            : $"You need not ask: it comes in {Phrase.Or(level.Entries.Select(entry => LadderWords.Of(guide, entry)).DefaultIfEmpty("on the way to the next"))}.";
    }

    public static IEnumerable<string> Of(Guide guide, Ladder ladder)
    {
        var (titles, words) = (new TitleWords(guide), new AllowanceWords(guide));
        if (ladder.Levels.Count > 1)
        {
            yield return ladder.Mode == LadderMode.Sequential
                ? "Take the steps in this order, beginning with the first."
                : "You may turn to any of them.";
        }
        yield return ladder.Precondition switch
        {
            Precondition.Accept => "You may do so at any time.",
            Precondition.Warn =>
                "You may do so before a target is missed too; the desk then looks first at how much of its time the case has had.",
            _ => "You may do so once a target is missed, not before.",
        };
        if (Askers(ladder) is { Count: > 0 } who)
        {
            yield return $"Who may ask: {Phrase.Or(who.Select(titles.Person))}.";
        }
        if (ladder.Decision is { } decision)
        {
            yield return $"{titles.Role(decision.By)} decides on it within {words.Of(decision.Within, decision.Calendar)}.";
        }
        if (ladder.TimeToAct is { } time)
        {
            yield return ladder.Levels.Count > 1
                ? $"Give each step {words.Of(time, null)} before you take the next."
                : $"Give it {words.Of(time, null)} before you ask again.";
        }
        if (ladder.ClimbsByItself)
        {
            yield return "While nothing happens it climbs by itself too.";
        }
        if (ladder.Terminal is { } terminal)
        {
            yield return terminal;
        }
    }

    private static List<string> Askers(Ladder ladder) =>
        [
            .. ladder
                .Levels.SelectMany(level => level.Entries)
                .OfType<Entry.ByRequest>()
                .SelectMany(entry => entry.Who)
                .Distinct(StringComparer.Ordinal),
        ];
}
