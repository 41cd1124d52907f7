using NodaTime;
using Rung.Core.Guides;
using Rung.Core.Guides.Reading;
using Rung.Server.Commands;
using Rung.Server.Commands.Guides;
using Rung.Server.Desk;
using Rung.Storage;

namespace Rung.Server.Hosting;

/// <summary>
/// Takes the guides from their files into the installation. The text of every version that cases may be logged under is kept
/// in the database, since a case keeps the version it was logged under (ESS-02, semantics 29).
/// </summary>
internal sealed class GuideShelf
{
    private readonly string _dataFolder;
    private readonly IReadOnlyList<ShelvedGuide> _found;

    private GuideShelf(string dataFolder, IReadOnlyList<ShelvedGuide> found) =>
        (_dataFolder, _found) = (dataFolder, found);

    private HolidayLibrary Holidays => HolidayFolders.For(Path.Combine(_dataFolder, "guides", "any.yaml"));

    /// <summary>Reads the files; needs no database, so that both can be opened at once.</summary>
    /// <exception cref="StartException">A guide has errors, or two are the same.</exception>
    public static GuideShelf Read(string dataFolder)
    {
        List<ShelvedGuide> found =
        [
            .. GuideFiles.In(dataFolder).Select(file => new ShelvedGuide(file, ReadFile(file))),
        ];
        Check(found);
        return new GuideShelf(dataFolder, found);
    }

    /// <param name="dateAt">Today's date at a desk: decides which version is in force.</param>
    /// <exception cref="StartException">A file has another text under a version that is in use, or none is in force.</exception>
    public async Task<DeskRegister> Register(RungDatabase database, Func<Guide, LocalDate> dateAt)
    {
        var kept = await KeptGuides.Of(database);
        foreach (var one in _found)
        {
            await kept.Keep(one, Holidays);
        }
        var earlier = kept.Missing(_found)
            .Select(one => Ready($"{one.Name} in the database", GuideReader.Read(one.Name, one.Text, Holidays)))
            .Where(guide => guide.Document.IsEnacted);
        var register = new DeskRegister([.. _found.Select(one => one.Guide)], [.. earlier], dateAt);
        return register.Without.FirstOrDefault() is { } desk
            ? throw Problem(
                $"No version of {desk} is in force today: one needs status active and an effective date that has come."
            )
            : register;
    }

    private static Guide ReadFile(string file) => Ready(file, GuideFile.Read(file));

    private static Guide Ready(string file, GuideReading reading) =>
        reading.Guide
        ?? throw Problem($"{file} has errors; nothing was started. See them with: rung guide check {file}");

    /// <summary>Whether these can be an installation's guides together.</summary>
    /// <exception cref="StartException">Two say that they are the same, or two desks begin their references alike.</exception>
    public static void Check(IReadOnlyList<ShelvedGuide> found)
    {
        if (found.GroupBy(one => one.Name).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            var files = string.Join(" and ", twice.Select(one => one.File));
            throw Problem($"{files} both say they are {twice.Key}: give one of them another version, or take it away.");
        }
        var prefixes = found.GroupBy(one => one.Guide.Desk.ReferencePrefix);
        if (prefixes.FirstOrDefault(same => same.DistinctBy(one => one.Guide.Document.Id).Count() > 1) is { } clash)
        {
            var files = string.Join(" and ", clash.Select(one => one.File));
            throw Problem($"{files} both begin references with {clash.Key}: give each desk its own letters.");
        }
    }

    private static StartException Problem(string sentence) => new(sentence) { Code = ExitCode.Problems };
}

/// <summary>A guide and the file it was read from.</summary>
internal sealed record ShelvedGuide(string File, Guide Guide)
{
    public string Name => $"{Guide.Document.Id} {Guide.Document.Version}";
}
