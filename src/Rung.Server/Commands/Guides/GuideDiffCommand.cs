using System.CommandLine;
using NodaTime.Extensions;
using Rung.Core.Guides.Reading;
using Rung.Server.Desk.Versions;

namespace Rung.Server.Commands.Guides;

/// <summary><c>rung guide diff BEFORE AFTER</c>: what a reader of one version finds different in another.</summary>
internal static class GuideDiffCommand
{
    private static readonly Argument<string> Before = new("before")
    {
        Description = "The earlier version, a YAML file.",
    };

    private static readonly Argument<string> After = new("after") { Description = "The later version, a YAML file." };

    public static Command Create()
    {
        var command = new Command("diff", "Print what a reader of one version of a guide finds different in another.")
        {
            Before,
            After,
        };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(Before), parsed.GetRequiredValue(After)));
        return command;
    }

    private static int Run(string before, string after)
    {
        var asOf = TimeProvider.System.GetUtcNow().ToInstant().InUtc().Date;
        var wrong = ((string[])[before, after])
            .Select(file => CheckedGuide.Of(file, asOf))
            .Where(found => found.Missing is not null || found.Count(Severity.Error) > 0)
            .ToList();
        if (wrong.Count > 0)
        {
            CheckReport.Print(wrong, Paint.For(Console.Error));
            return wrong.Exists(found => found.Missing is not null) ? ExitCode.Environment : ExitCode.Problems;
        }
        foreach (var line in Lines(GuideDifference.Of(GuideFile.Read(before).Guide!, GuideFile.Read(after).Guide!)))
        {
            Console.Out.WriteLine(line);
        }
        return ExitCode.Ok;
    }

    private static IEnumerable<string> Lines(IReadOnlyList<DifferentSection> sections)
    {
        if (sections.Count == 0)
        {
            return ["A reader finds no difference."];
        }
        return sections.SelectMany(section =>
            section
                .Lines.Select(line => TextLines.Wrap(Mark(line.Change) + line.Text, "  "))
                .Prepend($"== {section.Title} (section {section.Id}{What(section)})")
                .Append("")
        );
    }

    private static string Mark(LineChange change) =>
        change switch
        {
            LineChange.Added => "+ ",
            LineChange.Removed => "- ",
            _ => "  ",
        };

    private static string What(DifferentSection section) =>
        section.IsNew ? ", new"
        : section.IsGone ? ", no longer there"
        : "";
}
