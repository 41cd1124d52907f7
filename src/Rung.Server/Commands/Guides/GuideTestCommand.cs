using System.CommandLine;
using Rung.Core.Guides.Reading;
using Rung.Core.Scenarios.Running;

namespace Rung.Server.Commands.Guides;

/// <summary><c>rung guide test FILE…</c>: tries scenarios in simulated time and shows what happened where one does not hold.</summary>
internal static class GuideTestCommand
{
    private static readonly Argument<string[]> Files = new("file")
    {
        Description = "Scenarios, guides, or folders of them; a guide stands for all scenarios beside it that name it.",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Command Create()
    {
        var command = new Command(
            "test",
            "Try a guide in simulated time: runs scenarios and explains each expectation that does not hold. The last line is 'N passed, N failed, N waiting'."
        )
        {
            Files,
        };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(Files)));
        return command;
    }

    private static int Run(string[] named)
    {
        var report = new TestReport(Paint.For(Console.Out));
        var guides = new Dictionary<string, GuideReading>();
        var tried = new List<TriedScenario>();
        foreach (var file in named.SelectMany(Scenarios).Distinct())
        {
            tried.Add(TriedScenario.Of(file, Read));
            report.Print(tried[^1]);
        }
        report.Sum(tried);
        return tried.Exists(one => one.Missing is not null) ? ExitCode.Environment
            : tried.Count == 0 || tried.Exists(one => one.Outcome == ScenarioOutcome.Failed) ? ExitCode.Problems
            : ExitCode.Ok;

        GuideReading Read(string file)
        {
            var full = Path.GetFullPath(file);
            return guides.TryGetValue(full, out var known) ? known : guides[full] = GuideFile.Read(file);
        }
    }

    private static IReadOnlyList<string> Scenarios(string named)
    {
        var found = ScenarioFiles.Of(named);
        if (found.Count == 0)
        {
            var none = Directory.Exists(named)
                ? $"there is no scenario in {named}"
                : $"no scenario beside {named} names it";
            Console.Error.WriteLine($"rung: {none}; see docs/scenarios.md for how to write one.");
        }
        return found;
    }
}
