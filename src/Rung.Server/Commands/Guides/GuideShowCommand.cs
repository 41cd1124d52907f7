using System.CommandLine;
using NodaTime.Extensions;
using Rung.Core.Guides.Checking;
using Rung.Core.Guides.Reading;
using Rung.Core.Guides.Showing;
using Rung.Core.Guides.Showing.Plain;

namespace Rung.Server.Commands.Guides;

/// <summary><c>rung guide show FILE</c>: the guide as the people it is for read it.</summary>
internal static class GuideShowCommand
{
    private static readonly Argument<string> File = new("file") { Description = "The guide to show, a YAML file." };

    private static readonly Option<string?> Section = new("--section")
    {
        Description = "Show only the section with this id, and what is below it; rules cite these ids.",
        HelpName = "id",
    };

    public static Command Create()
    {
        var command = new Command(
            "show",
            "Print a guide as a person reads it: its text with the data where it belongs."
        )
        {
            File,
            Section,
        };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(File), parsed.GetValue(Section)));
        return command;
    }

    private static int Run(string file, string? section)
    {
        var asOf = TimeProvider.System.GetUtcNow().ToInstant().InUtc().Date;
        var found = CheckedGuide.Of(file, asOf);
        if (found.Missing is not null || found.Count(Severity.Error) > 0)
        {
            CheckReport.Print([found], Paint.For(Console.Error));
            return found.Missing is null ? ExitCode.Problems : ExitCode.Environment;
        }
        var notEnforced = found
            .Problems.Where(problem => problem.Code == ProblemCode.NotEnforced)
            .Select(problem => problem.What);
        return Print(GuideShower.Show(GuideFile.Read(file).Guide!, [.. notEnforced]), section);
    }

    private static int Print(ShownGuide guide, string? section)
    {
        if (section is null)
        {
            Console.Out.Write(PlainGuide.Write(guide, Terminal.Width()));
            return ExitCode.Ok;
        }
        var sections = guide.Part(section);
        if (sections.Count == 0)
        {
            var ids = guide.Sections.Select(one => one.Id).ToArray();
            var nearest = NearestName.To(section, ids) is { } name ? $" Did you mean '{name}'?" : "";
            Console.Error.WriteLine(
                $"rung: the guide has no section '{section}'.{nearest}\nIt has: {string.Join(", ", ids)}."
            );
            return ExitCode.Usage;
        }
        Console.Out.Write(PlainGuide.Write(sections, Terminal.Width()));
        return ExitCode.Ok;
    }
}
