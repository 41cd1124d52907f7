using Rung.Core.Guides;
using Rung.Core.Guides.Reading;
using Rung.Core.Time;

namespace Rung.Server.Tests.Demo;

/// <summary>The two shipped guides with the shipped holidays.</summary>
internal static class DemoGuides
{
    private static readonly string Folder = Path.Combine(Root(new DirectoryInfo(AppContext.BaseDirectory)), "guides");

    public static Guide Schools { get; } = Read("schools-desk");

    public static Guide Smc { get; } = Read("smc");

    private static Guide Read(string name)
    {
        var path = Path.Combine(Folder, $"{name}.yaml");
        var reading = GuideReader.Read(path, File.ReadAllBytes(path), Holidays());
        return reading.Guide ?? throw new InvalidOperationException($"{path}: {string.Join("; ", reading.Problems)}");
    }

    private static HolidayLibrary Holidays() =>
        new(
            Directory
                .EnumerateFiles(Path.Combine(Folder, "holidays"), "*.ics")
                .ToDictionary(
                    file => Path.GetFileNameWithoutExtension(file),
                    file => HolidayFile.Read(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file))
                )
        );

    private static string Root(DirectoryInfo? folder) =>
        folder is null ? throw new InvalidOperationException("No Rung.slnx above the tests.")
        : File.Exists(Path.Combine(folder.FullName, "Rung.slnx")) ? folder.FullName
        : Root(folder.Parent);
}
