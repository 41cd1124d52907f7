using NodaTime;
using Rung.Core.Guides;
using Rung.Core.Guides.Reading;
using Rung.Server.Commands.Guides;
using Rung.Server.Desk;
using Rung.Server.Hosting;
using Rung.Server.Pages.Accounts;
using Rung.Server.Pages.Forms;
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
                    : $"These are the guides that come with Rung, of invented providers. Begin with the text of one: change it, and give it here or as a file in {_folder}; or run by one of them as it is. Then start Rung anew: from then on it runs by that alone, beside the guides of desks that have cases.",
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
                .. Shipped.Select(one => ($"The text of {one.Document.Id}.yaml", $"{OfGuide}/{one.Document.Id}.yaml")),
            ],
            Forms = IsOwn ? [] : [.. Shipped.Select(RunByOnly)],
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

    /// <summary>Where the texts of guides are, and where one is taken.</summary>
    public const string OfGuide = $"{Addresses.Setup}/guide";

    /// <summary>What names the guide that is to be the only one.</summary>
    public const string OnlyField = "only";

    private IEnumerable<Guide> Shipped =>
        _desks.Active.Where(one => GuideTaking.ShippedText(one.Document.Id) is not null);

    private static AccountFormView RunByOnly(Guide guide) =>
        new(
            $"{OfGuide}/only",
            $"Run by {guide.Document.Id} only",
            [new FieldView(OnlyField, "", FieldType.Hidden) { Value = guide.Document.Id }]
        );

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
