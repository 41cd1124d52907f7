using NodaTime;
using Rung.Core.Guides;
using Rung.Core.Guides.Reading;
using Rung.Server.Commands.Guides;
using Rung.Server.Desk;
using Rung.Server.Hosting;
using Rung.Server.Pages.Hosting;

namespace Rung.Server.Pages.Setup;

/// <summary>The guides that this installation runs by, those that wait for a start, and how long their holidays are known.</summary>
internal sealed class SetupGuides
{
    private readonly DeskRegister _desks;
    private readonly string _folder;
    private readonly IReadOnlyList<CheckedGuide> _files;

    public SetupGuides(DeskRegister desks, DeskClock clock, string dataFolder)
    {
        _desks = desks;
        _folder = Path.GetFullPath(Path.Combine(dataFolder, GuideFiles.FolderName));
        var today = clock.Now().InZone(desks.Active[0].DeskCalendar.Zone).Date;
        _files = [.. Files(dataFolder).Select(file => CheckedGuide.Of(file, today))];
    }

    private bool IsOwn => Directory.Exists(_folder);

    public SetupStepView Guide()
    {
        var problems = _files.Where(one => one.Title is null || one.Count(Severity.Error) > 0).ToList();
        return new SetupStepView(
            "guide",
            "Desk and guide",
            problems.Count > 0 ? SetupStanding.Wrong
                : IsOwn ? SetupStanding.Done
                : SetupStanding.ToDo,
            [
                .. _desks.Active.Select(InForce),
                .. Waiting(),
                IsOwn
                    ? $"Your guides are the files in {_folder}."
                    : $"These are the guides that come with Rung, of invented providers. Give it yours, here or as a file in {_folder}, and start Rung anew: from then on it runs by yours alone, beside the guides of desks that have cases.",
            ]
        )
        {
            Problems =
            [
                .. problems.Select(one =>
                    $"{one.File} cannot be enforced: see why with rung guide check. The next start would fail."
                ),
            ],
            Links =
            [
                .. _desks.Active.Select(one => ($"The guide of {one.Desk.Name}", Addresses.Guide(one.Document.Id))),
            ],
            TakesGuide = true,
        };
    }

    public SetupStepView Holidays()
    {
        var problems = _files
            .SelectMany(file =>
                file.Problems.Where(one => one.Code is ProblemCode.HolidayYearMissing or ProblemCode.HolidayYearEnds)
                    .Select(one => $"{file.Title}: {one.What}. To mend it, {one.Mend}.")
            )
            .ToList();
        return new SetupStepView(
            "holidays",
            "Holidays",
            problems.Count > 0 ? SetupStanding.Wrong : SetupStanding.Done,
            [
                .. _desks.Active.SelectMany(Known).Distinct(),
                $"Holidays of a further region or year are a calendar file, {Path.Combine(_folder, "holidays", "REGION.ics")}.",
            ]
        )
        {
            Problems = problems,
        };
    }

    private static string InForce(Guide guide) =>
        $"{guide.Desk.Name} runs by {guide.Document.Id} {guide.Document.Version}.";

    private IEnumerable<string> Waiting() =>
        _files
            .Where(one =>
                one.Title is { } title
                && !_desks.All.Any(guide => title == $"{guide.Document.Id} {guide.Document.Version}")
            )
            .Select(one => $"{one.Title} ({one.File}) takes part from the next start of Rung on.");

    private static IEnumerable<string> Known(Guide guide) =>
        guide
            .CalendarSources.Values.SelectMany(source => source.Definition?.Holidays ?? [])
            .Select(one => $"The holidays of {one.Region} are known from {one.FirstYear} to {one.LastYear}.");

    private static IReadOnlyList<string> Files(string dataFolder)
    {
        try
        {
            return GuideFiles.In(dataFolder);
        }
        catch (StartException)
        {
            return [];
        }
    }
}
