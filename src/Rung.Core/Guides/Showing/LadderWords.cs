using Rung.Core.Guides.Reading;

namespace Rung.Core.Guides.Showing;

/// <summary>The rules of a ladder in words.</summary>
internal static class LadderWords
{
    public static string Of(LevelEffect effect) =>
        effect switch
        {
            LevelEffect.Inform => "(is informed)",
            LevelEffect.Involve => "(is involved)",
            LevelEffect.Own => "(owns the escalation)",
            _ => "(takes the case over)",
        };

    public static string Of(Guide guide, Entry entry) =>
        entry switch
        {
            Entry.ByRequest request => Request(guide, request),
            Entry.ByTime time => Time(guide, time),
            Entry.ByTarget target => Target(guide, target),
            Entry.ByCondition condition => $"as soon as: {new WhenWords(guide).Of(condition.When)}",
            Entry.ByOwner { MayDelay: { } delay } owner =>
                $"when the owner decides so, who may wait {new AllowanceWords(guide).Of(delay, null)}{For(guide, owner.When)}",
            Entry.ByOwner owner => $"when the owner decides so{For(guide, owner.When)}",
            _ => throw new InvalidOperationException($"A new kind of entry: {entry}"),
        };

    public static IEnumerable<Definition> Rules(Guide guide, Ladder ladder)
    {
        var (titles, words) = (new TitleWords(guide), new AllowanceWords(guide));
        var skip =
            ladder.SkipBy.Count == 0
                ? ""
                : $"; {Phrase.Or(ladder.SkipBy.Select(titles.Role))} may leave one out, with a reason";
        yield return new Definition(
            "Order",
            (ladder.Mode == LadderMode.Sequential ? "One level after another" : "Any level") + skip
        );
        yield return new Definition("Before the targets are used up", Early(ladder.Precondition));
        if (ladder.StickyOwnerLevel is { } level)
        {
            yield return new Definition("Owner", $"Level {level}, also when higher levels come in");
        }
        if (ladder.SuspendWhen is { } suspend)
        {
            yield return new Definition("Stands still while", new WhenWords(guide).Of(suspend));
        }
        if (ladder.Decision is { } decision)
        {
            var reasons = decision.Rationale == Need.Required ? ", with reasons" : "";
            yield return new Definition(
                "A request is decided",
                $"by {titles.Role(decision.By)} within {words.Of(decision.Within, decision.Calendar)}{reasons}"
            );
        }
        if (ladder.TimeToAct is { } time)
        {
            yield return new Definition("Whoever stands next is reached", $"within {words.Of(time, null)}");
        }
        if (ladder.TimeToAct is { } act && IsAskedInWriting(ladder))
        {
            yield return new Definition(
                "Another message",
                $"counts with the level it is at until {words.Of(act, null)} after that took effect"
            );
        }
        if (ladder.RepeatLast is { } repeat)
        {
            yield return new Definition(
                "The last level is repeated",
                $"after {words.Of(repeat, null)}, while nothing changes"
            );
        }
        if (ladder.StepDown is { } down)
        {
            var by = down.By.Count == 0 ? "the owner" : Phrase.Or(down.By.Select(titles.Role));
            var when = down.When is { } due ? $", when: {new WhenWords(guide).Of(due)}" : "";
            yield return new Definition("It goes down a level", $"{down.Says} Decided by {by}{when}.");
        }
        foreach (var definition in Rest(titles, ladder))
        {
            yield return definition;
        }
    }

    public static IReadOnlyList<Definition> CallBack(Guide guide, CallBackRule rule)
    {
        var near = rule.PlannedContactWithin is { } within
            ? $" A planned contact within {new AllowanceWords(guide).Of(within, null)} takes its place."
            : "";
        return [new("Call-back", $"{rule.Agreed}.{near}"), new("A call-back carries", Phrase.And(rule.Needs))];
    }

    private static IEnumerable<Definition> Rest(TitleWords titles, Ladder ladder)
    {
        if (ladder.CommunicationPlan is { } plan)
        {
            yield return new Definition("Communication plan", titles.Plan(plan));
        }
        if (ladder.EndsWith is { } end)
        {
            yield return new Definition("It ends with", end);
        }
        if (ladder.Terminal is { } terminal)
        {
            yield return new Definition("Beyond the last level", terminal);
        }
    }

    private static string Early(Precondition precondition) =>
        precondition switch
        {
            Precondition.Accept => "Accepted",
            Precondition.Warn => "Accepted; the agent is warned",
            _ => "Not accepted",
        };

    private static string Request(Guide guide, Entry.ByRequest request)
    {
        var titles = new TitleWords(guide);
        var who = request.Who.Count == 0 ? "" : $", from {Phrase.Or(request.Who.Select(titles.Person))}";
        return $"on request by {Phrase.Or(request.Channels.Select(Phrase.Of))}{who}{For(guide, request.When)}";
    }

    private static string Time(Guide guide, Entry.ByTime time)
    {
        var anchor = time.Anchor switch
        {
            "caseStart" => "the start of the case",
            "levelEntered" => "the level before",
            _ when time.Anchor.StartsWith("target:", StringComparison.Ordinal) =>
                $"“{new TitleWords(guide).Target(time.Anchor[7..])}” is missed",
            _ => Words<CaseMoment>.TryRead(time.Anchor, out var moment) ? CaseMomentWords.Of(moment) : time.Anchor,
        };
        return $"{new AllowanceWords(guide).Of(time.After, time.Calendar)} after {anchor}, {If(guide, time.Until, time.When)}";
    }

    private static string Target(Guide guide, Entry.ByTarget target)
    {
        var name = $"“{new TitleWords(guide).Target(target.Target)}”";
        var at =
            target.Left is { } left ? $"{Phrase.Length(left)} before {name} is due"
            : target.Used is { } used and < 1 ? $"when {Phrase.Share(used)} of {name} is used up"
            : $"when all of {name} is used up";
        return $"{at}, {If(guide, target.Until, target.When)}";
    }

    private static string If(Guide guide, UntilWhat until, When when)
    {
        var still = until == UntilWhat.Acknowledged ? "if nobody has acknowledged it" : "if it is not resolved";
        return still + For(guide, when);
    }

    private static string For(Guide guide, When when) =>
        new WhenWords(guide).Of(when) is { Length: > 0 } words ? $" ({words})" : "";

    // Who rings is asked which level they want.
    private static bool IsAskedInWriting(Ladder ladder) =>
        ladder
            .Levels.SelectMany(level => level.Entries)
            .OfType<Entry.ByRequest>()
            .Any(entry => entry.Channels.Any(channel => channel != Channel.Phone));
}
