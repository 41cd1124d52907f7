namespace Rung.Core.Guides.Showing;

/// <summary>Kinds of case, what is asked, what a mail should tell, where clocks start. ESS-15 to ESS-42.</summary>
internal static class IntakePart
{
    public static IEnumerable<Placed> Of(Guide guide) =>
        [.. Kinds(guide), .. Questions(guide), .. Mail(guide), .. Starts(guide)];

    private static IEnumerable<Placed> Kinds(Guide guide) =>
        Placed.ByCite(
            guide.Kinds,
            kind => kind.Cite,
            kinds => new Block.Table(
                "Kinds of case",
                ["Kind", "Priority at first"],
                [.. kinds.Select(IReadOnlyList<string> (kind) => [kind.Name, Priority(guide, kind)])]
            )
        );

    private static string Priority(Guide guide, CaseKind kind) =>
        kind.Handling switch
        {
            KindHandling.Complaint => "none; complaints have a clock of their own",
            KindHandling.HandOver => $"none; handed over to {new TitleWords(guide).Route(kind.HandOverRoute ?? "")}",
            _ => kind.DefaultPriority ?? "from fault and impact",
        };

    private static IEnumerable<Placed> Questions(Guide guide) =>
        Placed.ByCite(
            guide.Intake.Questions,
            question => question.Cite,
            questions => new Block.Table(
                "What we ask",
                ["Question", "Answers", "For"],
                [.. questions.Select(question => Row(guide, question))]
            )
        );

    private static IReadOnlyList<string> Row(Guide guide, Question question) =>
        [
            question.Ask + (question.Required == Need.Required ? "" : " (if known)"),
            question.Type switch
            {
                QuestionType.Text => "in your words",
                QuestionType.Number => "a number",
                _ => string.Join('\n', question.Options.Select(Label)),
            },
            question.Kinds.Count == 0
                ? "every case"
                : string.Join('\n', question.Kinds.Select(new TitleWords(guide).Kind)),
        ];

    private static string Label(Option option) =>
        option.Label + (option.NeedsReason == Need.Required ? ", with the reason" : "");

    private static IEnumerable<Placed> Mail(Guide guide)
    {
        foreach (
            var placed in Placed.ByCite(
                guide.Intake.MailFacts,
                fact => fact.Cite,
                facts => new Block.Table(
                    "What a mail should tell",
                    ["What", "If it is missing we ask for"],
                    [.. facts.Select(IReadOnlyList<string> (fact) => [fact.Name, fact.AskFor])]
                )
            )
        )
        {
            yield return placed;
        }
        if (guide.Intake.LogBy is { } logBy)
        {
            var within = new AllowanceWords(guide).Of(logBy.Within, logBy.Calendar);
            yield return new Placed(logBy.Cite, new Block.Definitions([new("A mail is logged within", within)]));
        }
    }

    private static IEnumerable<Placed> Starts(Guide guide) =>
        Placed.ByCite(guide.Starts, start => start.Cite, starts => new Block.Definitions([.. starts.Select(Start)]));

    private static Definition Start(StartRule start)
    {
        var from = start.From switch
        {
            StartFrom.Reference => "When the reference is given",
            StartFrom.ReferenceAfterReceipt => "When the reference is given, never before the receipt counts",
            StartFrom.Receipt => "When the receipt counts",
            StartFrom.Detection => "When the fault is detected",
            _ => throw new ArgumentOutOfRangeException(nameof(start)),
        };
        var outside = start.OutOfHours == StartOutOfHours.AtOnce ? "at once" : "at the next opening";
        return new Definition(
            $"Clock starts ({Phrase.Of(start.Source)})",
            $"{from}; outside the desk's hours {outside}"
        );
    }
}
