using Rung.Core.Guides;
using Rung.Core.Guides.Reading;
using Rung.Core.Time;
using Rung.Server.Hosting;

namespace Rung.Server.Commands.Replay;

/// <summary>Holiday files named on the command line, for years that a guide's own files do not have.</summary>
internal static class GivenHolidays
{
    /// <param name="given"><c>REGION=FILE</c>, or a file whose name is, or begins with, that of a region in the library.</param>
    /// <exception cref="StartException">A file cannot be used.</exception>
    public static HolidayLibrary Add(HolidayLibrary library, IReadOnlyList<string> given) =>
        given.Aggregate(library, (all, one) => Add(all, one));

    /// <summary>Refuses days that no calendar of any of these guides would have.</summary>
    /// <exception cref="StartException">There are such days.</exception>
    public static void MustBeUsed(IReadOnlyList<Guide> guides, IReadOnlyList<HolidaySet> given)
    {
        var used = guides.SelectMany(Regions).ToHashSet(StringComparer.Ordinal);
        if (given.FirstOrDefault(set => !used.Contains(set.Region)) is { } unused)
        {
            var whose = guides.Count == 1 ? "this guide" : "these guides";
            throw ReplayHistory.Problem(
                $"--holidays: no calendar of {whose} uses {unused.Region}, so that nothing would count these days."
            );
        }
    }

    /// <summary>The regions whose holidays a guide's calendars take from files.</summary>
    public static IEnumerable<string> Regions(Guide guide) =>
        guide.CalendarSources.Values.SelectMany(source => source.Definition?.Holidays ?? []).Select(set => set.Region);

    private static HolidayLibrary Add(HolidayLibrary library, string given)
    {
        var parts = given.Split('=', 2);
        var file = parts[^1];
        var region = parts.Length == 2 ? parts[0] : RegionOf(library, file);
        if (!library.Regions.ContainsKey(region))
        {
            throw ReplayHistory.Problem(
                $"--holidays {given}: there is no region '{region}', so that no calendar would have these days. There is: {Known(library)}."
            );
        }
        var result = HolidayFile.Read(region, Text(file));
        if (result.Holidays is not { } set)
        {
            var first = result.Findings.First(finding => finding.Kind == HolidayFindingKind.Error);
            throw ReplayHistory.Problem($"{file}:{first.Line}: {first.Message}");
        }
        return library with { Further = [.. library.Further, set] };
    }

    private static string RegionOf(HolidayLibrary library, string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        return library
                .Regions.Keys.Where(region => name.StartsWith(region, StringComparison.OrdinalIgnoreCase))
                .MaxBy(region => region.Length)
            ?? throw ReplayHistory.Problem(
                $"{file} does not say by its name which region's holidays it holds: give it as REGION={file}, with one of {Known(library)}."
            );
    }

    private static string Known(HolidayLibrary library) =>
        string.Join(", ", library.Regions.Keys.Order(StringComparer.Ordinal));

    private static string Text(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"{file} cannot be read: {missing.Message}");
        }
    }
}
