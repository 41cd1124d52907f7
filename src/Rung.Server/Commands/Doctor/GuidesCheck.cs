using NodaTime;
using Rung.Core.Guides;
using Rung.Core.Guides.Reading;
using Rung.Server.Commands.Guides;
using Rung.Server.Hosting;

namespace Rung.Server.Commands.Doctor;

/// <summary>The guides: whether each can be enforced today, and for how long their holidays last.</summary>
internal static class GuidesCheck
{
    private const string About = "guide";

    /// <param name="guides">Takes up those that could be read.</param>
    public static IEnumerable<Finding> Of(string folder, ICollection<Guide> guides)
    {
        var today = LocalDate.FromDateTime(TimeProvider.System.GetLocalNow().Date);
        var areGood = true;
        foreach (var file in Files(folder))
        {
            if (GuideFile.Read(file).Guide is { } guide)
            {
                guides.Add(guide);
            }
            var finding = Of(CheckedGuide.Of(file, today));
            areGood &= finding.Grade != Grade.Problem;
            yield return finding;
        }
        if (areGood && Shelf(folder) is { } why)
        {
            yield return new Finding(Grade.Problem, About, why.TrimEnd('.'));
        }
    }

    private static Finding Of(CheckedGuide one)
    {
        var (errors, warnings) = (one.Count(Severity.Error), one.Count(Severity.Warning));
        return one.Missing is { } missing ? new Finding(Grade.Problem, About, missing.TrimEnd('.'))
            : errors > 0
                ? new Finding(
                    Grade.Problem,
                    About,
                    $"{one.File} has {TextLines.Count(errors, "error")}",
                    $"see them with 'rung guide check {one.File}'"
                )
            : warnings > 0
                ? new Finding(
                    Grade.Note,
                    About,
                    $"{one.Title} has {TextLines.Count(warnings, "warning")}",
                    $"see them with 'rung guide check {one.File}'"
                )
            : Finding.Good(About, $"{one.Title} can be enforced ({one.File})");
    }

    private static IReadOnlyList<string> Files(string folder)
    {
        try
        {
            return GuideFiles.In(folder);
        }
        catch (StartException)
        {
            return [];
        }
    }

    // What stands in the way of a start, of all of them together.
    private static string? Shelf(string folder)
    {
        try
        {
            GuideShelf.Read(folder);
            return null;
        }
        catch (StartException e)
        {
            return e.Message;
        }
    }
}
