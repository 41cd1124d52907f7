using Rung.Core.Guides;
using Rung.Core.Guides.Reading;
using Rung.Core.Guides.Reading.Text;

namespace Rung.Core.Scenarios.Reading;

/// <summary>
/// Turns the file of a scenario into a <see cref="Scenario"/>, or into all of its problems at once. Total: any input gives
/// an answer, soon, and never an exception. Source: <c>docs/scenarios.md</c>.
/// </summary>
public static class ScenarioReader
{
    private const int MostSteps = 1000;

    /// <summary>The guide that a scenario is about, so that the caller can read it first.</summary>
    public static ScenarioGuide Guide(ReadOnlySpan<byte> file)
    {
        var findings = new Findings();
        var root = Root(file, findings);
        if (root?.Entry("guide")?.Value is YamlScalar { IsEmpty: false } guide)
        {
            return new ScenarioGuide(guide.Text.Trim(), []);
        }
        if (root?.Entry("rung") is not null)
        {
            return new ScenarioGuide(null, []);
        }
        if (!findings.HasErrors)
        {
            findings.Add(
                ProblemCode.MissingKey,
                Place.Start,
                "a scenario needs `guide`",
                "add the path of the guide, from this file's folder"
            );
        }
        return new ScenarioGuide(null, findings.InOrder());
    }

    /// <summary>Reads a scenario of a guide.</summary>
    /// <param name="path">Named in the answer only; nothing is opened.</param>
    /// <param name="file">UTF-8, at most 2 MiB.</param>
    public static ScenarioReading Read(string path, ReadOnlySpan<byte> file, Guide guide)
    {
        var findings = new Findings();
        if (Root(file, findings) is not { } root)
        {
            return new ScenarioReading(path, null, findings.InOrder());
        }
        var context = new ReadingContext(findings, HolidayLibrary.Empty) { DeskCalendar = guide.Desk.Calendar };
        GuideNames.Tell(context.Names, guide);
        var scenario = MapReader.Read(context, root, "a scenario", top => Read(path, top, guide));
        context.Names.ReportDangling();
        return new ScenarioReading(path, findings.HasErrors ? null : scenario, findings.InOrder());
    }

    private static Scenario Read(string path, MapReader top, Guide guide)
    {
        top.Find("guide");
        var zone = guide.DeskCalendar.Zone;
        var start = Moments.Of(top, "start", top.Require("start"), zone) ?? Moments.Epoch;
        var customers = top.List("customers", "a customer", Cast.Customer);
        var steps = new StepsReader(guide, new Cast(customers), start);
        return new Scenario
        {
            Path = path,
            Title = top.Text("scenario"),
            Story = top.OptionalText("story"),
            WaitingFor = top.OptionalText("waitingFor"),
            Start = start,
            Customers = customers,
            Steps = Bounded(top, top.RequiredList("steps", "a step", steps.Step)),
        };
    }

    // Each step looks at all that happened before it, so that many of them would take long.
    private static IReadOnlyList<Step> Bounded(MapReader top, IReadOnlyList<Step> steps)
    {
        if (steps.Count > MostSteps)
        {
            top.Context.Findings.Add(
                ProblemCode.TooLarge,
                top.PlaceOf("steps"),
                $"the scenario has {steps.Count} steps, more than {MostSteps}",
                "tell one promise in one scenario, and the rest in others"
            );
        }
        return steps;
    }

    private static YamlMap? Root(ReadOnlySpan<byte> file, Findings findings)
    {
        if (GuideBytes.Decode(file, findings) is not { } text || !CharacterScreen.Passes(text, findings))
        {
            return null;
        }
        var root = YamlTree.Read(text, findings);
        if (root is not null and not YamlMap)
        {
            findings.Add(
                ProblemCode.WrongType,
                root.Place,
                $"the file is {root.Called}, not a scenario",
                "begin with `scenario:` and a title"
            );
        }
        return root as YamlMap;
    }
}
