using System.CommandLine;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;
using Rung.Core.Guides.Checking;
using Rung.Core.Guides.Reading;

namespace Rung.Server.Commands.Guides;

/// <summary><c>rung guide check FILE…</c>: every problem of each guide at once.</summary>
internal static class GuideCheckCommand
{
    private static readonly Argument<string[]> Files = new("file")
    {
        Description = "The guides to check, YAML files.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<bool> AsJson = new("--json")
    {
        Description = "Print one JSON object, for programs.",
    };

    private static readonly Option<string?> AsOf = new("--as-of")
    {
        Description = "The date from which the guide has to hold, year-month-day; today when left out.",
        HelpName = "date",
    };

    public static Command Create()
    {
        var command = new Command(
            "check",
            "Report every problem of a guide at once: where it is, what is wrong and how to mend it. Public holidays are read from the folder holidays beside the guide, then from the ones that come with Rung."
        )
        {
            Files,
            AsJson,
            AsOf,
        };
        AsOf.Validators.Add(given =>
        {
            if (given.Tokens is [var date, ..] && !LocalDatePattern.Iso.Parse(date.Value).Success)
            {
                given.AddError($"'{date.Value}' is not a date like 2026-12-24.");
            }
        });
        command.SetAction(parsed => Run(parsed));
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var asOf = Date(parsed.GetValue(AsOf));
        var checkedGuides = parsed.GetRequiredValue(Files).Select(file => CheckedGuide.Of(file, asOf)).ToArray();
        if (parsed.GetValue(AsJson))
        {
            Console.Out.WriteLine(CheckReport.Json(checkedGuides));
        }
        else
        {
            CheckReport.Print(checkedGuides, Paint.For(Console.Out));
        }
        return ExitCodeOf(checkedGuides);
    }

    private static int ExitCodeOf(IReadOnlyList<CheckedGuide> guides) =>
        guides.Any(guide => guide.Missing is not null) ? ExitCode.Environment
        : guides.Any(guide => guide.Count(Severity.Error) > 0) ? ExitCode.Problems
        : ExitCode.Ok;

    private static LocalDate Date(string? given) =>
        given is null
            ? TimeProvider.System.GetUtcNow().ToInstant().InUtc().Date
            : LocalDatePattern.Iso.Parse(given).Value;
}
