using NodaTime;
using Rung.Core.Guides;
using Rung.Core.Guides.Checking;
using Rung.Core.Guides.Reading;
using Rung.Core.Time;

namespace Rung.Core.Tests.Showing;

/// <summary>The guides of this checkout, read and checked as a user's would be.</summary>
internal static class GuideFiles
{
    private static readonly LocalDate AsOf = new(2026, 12, 1);

    public static string Root { get; } = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    public static HolidayLibrary Holidays { get; } =
        new(
            Directory
                .EnumerateFiles(Path.Combine(Root, "guides", "holidays"), "*.ics")
                .ToDictionary(Region, file => HolidayFile.Read(Region(file), File.ReadAllText(file)))
        );

    public static IEnumerable<string> Shipped =>
        Directory.EnumerateFiles(Path.Combine(Root, "guides"), "*.yaml").Order(StringComparer.Ordinal);

    public static IEnumerable<string> Examples =>
        Directory
            .EnumerateFiles(Path.Combine(Root, "docs", "examples", "guide"), "*.yaml")
            .Order(StringComparer.Ordinal);

    public static GuideReading Read(string path) => GuideReader.Read(path, File.ReadAllBytes(path), Holidays);

    public static Guide Guide(string name) =>
        Read(Path.Combine(Root, "guides", $"{name}.yaml")).Guide
        ?? throw new InvalidOperationException($"{name} has errors; see ShippedGuideTests.");

    /// <summary>What <c>rung guide check</c> would complain of; what is only worth knowing is left out.</summary>
    public static IEnumerable<string> Complaints(string path) =>
        GuideChecks
            .Run(Read(path), AsOf)
            .Where(problem => problem.Severity != Severity.Notice)
            .Select(problem =>
                $"{problem.Line}:{problem.Column} {problem.Code.Text()}: {problem.What}; {problem.Mend}"
            );

    private static string Region(string file) => Path.GetFileNameWithoutExtension(file);

    private static string FindRoot(DirectoryInfo? folder) =>
        folder is null ? throw new InvalidOperationException("No Rung.slnx above the tests.")
        : File.Exists(Path.Combine(folder.FullName, "Rung.slnx")) ? folder.FullName
        : FindRoot(folder.Parent);
}
