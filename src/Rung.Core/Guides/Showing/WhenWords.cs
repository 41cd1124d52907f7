namespace Rung.Core.Guides.Showing;

/// <summary>A condition of the guide in words; empty for one that always holds.</summary>
internal sealed record WhenWords(Guide Guide)
{
    private readonly TitleWords _titles = new(Guide);

    public string Of(When when) =>
        WhenGroups.Simplest(when) switch
        {
            When.Always => "",
            When.All all => string.Join(WhenGroups.Between(all), all.Parts.Select(part => Within(part, 1))),
            When.Any { Parts.Count: > 0 } any => string.Join(", or ", any.Parts.Select(part => Within(part, 1))),
            var other => Within(other, 1),
        };

    /// <summary>The same, with a word of its own for one that always holds.</summary>
    public string Of(When when, string always) => Of(when) is { Length: > 0 } words ? Phrase.Sentence(words) : always;

    // From the second group within another on, brackets say where it ends.
    private string Within(When part, int depth) =>
        WhenGroups.Of(part) is not { } group ? Single(part)
        : depth > 1 ? $"({Grouped(group, depth)})"
        : Grouped(group, depth);

    private string Grouped(WhenGroup group, int depth) =>
        $"{group.First} {string.Join($", {group.Next} ", group.Parts.Select(part => Within(part, depth + 1)))}";

    private string Single(When when) =>
        when switch
        {
            When.Always => "always",
            When.Any => "never",
            When.Not not => $"except {Single(not.Part)}",
            When.Is fact => Of(fact),
            When.Answered answered => Answer(answered),
            When.Numbered numbered => Number(numbered),
            When.Says says => $"the words {Phrase.Or(says.Words.Select(word => $"“{word}”"))}",
            When.Counted counted => Counted(counted),
            When.OpenFor open => $"open for {Phrase.Length(open.AtLeast)} or longer",
            When.Hours { Are: HoursAre.Open } hours => $"within {_titles.Calendar(hours.Calendar)}",
            When.Hours hours => $"outside {_titles.Calendar(hours.Calendar)}",
            _ => throw new InvalidOperationException($"A new kind of condition: {when}"),
        };

    private string Of(When.Is fact)
    {
        var values = Phrase.Or(fact.Values.Select(value => Value(fact.Fact, value)));
        return fact.Fact switch
        {
            Fact.Priority => values,
            Fact.Kind => values,
            Fact.Source => $"reported by {values}",
            Fact.Service => $"service {values}",
            Fact.ServiceClass => $"service class {values}",
            Fact.TakesDown => $"{values} may not work",
            Fact.Services => values switch
            {
                "all" => "all services concerned",
                "none" => "no service concerned",
                _ => $"{values} of the services concerned",
            },
            Fact.Customer => $"customer {values}",
            Fact.Contract => $"contract {values}",
            Fact.Region => $"region {values}",
            Fact.Flag => $"marked as {values}",
            Fact.Condition => $"condition {values}",
            Fact.HoldReason => $"on hold: {values}",
            Fact.WaitReason => $"while: {values}",
            Fact.Disposition => $"outcome {values}",
            Fact.Channel => $"last heard of by {values}",
            Fact.EscalationLevel => $"at level {values}",
            Fact.EscalationReason => $"escalated for: {values}",
            Fact.Alarm => $"alarm {values}",
            Fact.Continues => values == "yes" ? "carrying on from a closed case" : "not carrying on from a closed case",
            _ => throw new ArgumentOutOfRangeException(nameof(fact)),
        };
    }

    private string Value(Fact fact, string id) =>
        fact switch
        {
            Fact.Kind => _titles.Kind(id),
            Fact.Service => _titles.Service(id),
            Fact.Contract => _titles.Contract(id),
            Fact.Flag => _titles.Flag(id),
            Fact.HoldReason or Fact.WaitReason or Fact.EscalationReason => _titles.Reason(id),
            Fact.Disposition => _titles.Disposition(id),
            Fact.Source or Fact.Channel or Fact.TakesDown => Named<Channel>(id) is { } channel
                ? Phrase.Of(channel)
                : id,
            Fact.Condition => Named<Cases.Condition>(id) is { } condition ? Phrase.Of(condition) : id,
            _ => id,
        };

    private string Answer(When.Answered answered)
    {
        var question = Guide.Intake.Questions.FirstOrDefault(one => one.Id == answered.Question);
        var options = answered.Options.Select(id =>
            question?.Options.FirstOrDefault(option => option.Id == id)?.Label ?? id
        );
        return $"{Asked(question, answered.Question)}: {Phrase.Or(options)}";
    }

    private static string Asked(Question? question, string id) => (question?.Ask ?? id).TrimEnd('?', ' ');

    private static string Counted(When.Counted counted)
    {
        var what = counted.Count switch
        {
            Count.Attempts => "attempts",
            Count.Reopenings => "solutions rejected",
            Count.LinkedCases => "linked cases",
            Count.UsersAffected => "users affected",
            Count.MissedTargets => "missed targets",
            Count.MissedPromises => "missed promises",
            _ => throw new ArgumentOutOfRangeException(nameof(counted)),
        };
        return $"{Bounds(counted.AtLeast, counted.AtMost)} {what}";
    }

    private string Number(When.Numbered asked)
    {
        var question = Guide.Intake.Questions.FirstOrDefault(one => one.Id == asked.Question);
        return $"{Asked(question, asked.Question)}: {Bounds(asked.AtLeast, asked.AtMost)}";
    }

    private static string Bounds(int? least, int? most) =>
        (least, most) switch
        {
            ({ } from, { } to) => $"{from} to {to}",
            ({ } from, null) => $"at least {from}",
            (null, { } to) => $"at most {to}",
            _ => "any number of",
        };

    private static T? Named<T>(string word)
        where T : struct, Enum => Enum.TryParse<T>(word, ignoreCase: true, out var value) ? value : null;
}
