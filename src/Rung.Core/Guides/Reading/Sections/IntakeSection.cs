using Rung.Core.Guides.Reading.Text;

namespace Rung.Core.Guides.Reading.Sections;

/// <summary><c>intake</c>: what must be told when a case is logged.</summary>
internal static class IntakeSection
{
    public static Intake Nothing { get; } = new([], [], null);

    public static Intake Read(MapReader map) =>
        new(
            map.List("questions", "a question", Question),
            map.List("mailFacts", "a fact of a mail", Fact),
            map.Map("logBy", "`logBy`", LogBy)
        );

    private static Question Question(MapReader map)
    {
        var id = map.Id(NameKind.Question);
        var type = map.Word("type", QuestionType.Choice);
        if (type == QuestionType.Number)
        {
            map.Context.Names.Mention(NameKind.NumberQuestion, id);
        }
        var question = new Question(
            id,
            map.Text("ask"),
            map.OptionalText("plainAsk"),
            type,
            map.List("options", "an option", option => Option(option, id)),
            map.NeedFlag("required"),
            map.Uses("kinds", NameKind.Kind),
            map.Cite()
        );
        CheckOptions(map, type);
        return question;
    }

    private static void CheckOptions(MapReader map, QuestionType type)
    {
        if (type == QuestionType.Choice)
        {
            map.ReportEmpty("options", map.Require("options"), "an option");
        }
        else if (map.Find("options") is YamlList { Items.Count: > 0 } given)
        {
            map.Context.Findings.Add(
                ProblemCode.OneOf,
                given.Place,
                $"a question with `type: {Words.Of(type)}` has no options",
                "delete `options`, or `type`"
            );
        }
    }

    private static Option Option(MapReader map, string question)
    {
        var id = map.Id(NameKind.Other, $"options of {question}");
        map.Context.Names.Mention(NameKind.Option, $"{question}/{id}");
        return new Option(
            id,
            map.Text("label"),
            map.OptionalText("plainLabel"),
            map.Permission("allServices", Permission.No),
            map.NeedFlag("needsReason")
        );
    }

    private static RequiredFact Fact(MapReader map) =>
        new(map.Id(NameKind.Other, "mailFacts"), map.Text("name"), map.Texts("labels"), map.Text("askFor"), map.Cite());

    private static LogBy LogBy(MapReader map)
    {
        var calendar = map.Calendar();
        return new LogBy(map.Allowance("within", calendar), calendar, map.Cite());
    }
}
