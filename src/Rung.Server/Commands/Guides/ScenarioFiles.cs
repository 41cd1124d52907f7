using Rung.Core.Scenarios;
using Rung.Core.Scenarios.Reading;

namespace Rung.Server.Commands.Guides;

/// <summary>Which scenarios a name on the command line stands for.</summary>
internal static class ScenarioFiles
{
    private const string FolderName = "scenarios";

    /// <summary>
    /// A scenario stands for itself, a guide for those in the folder <c>scenarios</c> beside it that name it, a folder for
    /// what each file in it stands for. What cannot be read stands for itself, so that it is reported and counted.
    /// </summary>
    public static IReadOnlyList<string> Of(string named)
    {
        try
        {
            return Directory.Exists(named) ? [.. In(named).SelectMany(OfFile).Distinct()] : OfFile(named);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return [named];
        }
    }

    /// <summary>Path of the guide that a scenario is about; null when the file does not name one.</summary>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    public static string? GuideOf(string scenario) => GuideBeside(scenario, Named(scenario));

    private static IReadOnlyList<string> OfFile(string file)
    {
        if (!IsGuide(TryNamed(file)))
        {
            return [file];
        }
        var beside = Path.Combine(Folder(file), FolderName);
        return Directory.Exists(beside) ? [.. In(beside).Where(scenario => MayBeAbout(scenario, file))] : [];
    }

    private static bool IsGuide(ScenarioGuide? named) => named is { Guide: null, Problems.Count: 0 };

    // A scenario that is broken, or whose guide is not there, must not be passed over in silence.
    private static bool MayBeAbout(string scenario, string guide)
    {
        var named = TryNamed(scenario);
        return GuideBeside(scenario, named) is { } path
            ? Path.GetFullPath(path) == Path.GetFullPath(guide) || !File.Exists(path)
            : !IsGuide(named);
    }

    private static ScenarioGuide? TryNamed(string file)
    {
        try
        {
            return Named(file);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private static ScenarioGuide Named(string file) => ScenarioReader.Guide(GuideFile.Bytes(file));

    private static string? GuideBeside(string scenario, ScenarioGuide? named) =>
        named?.Guide is { } guide ? Path.Combine(Folder(scenario), guide) : null;

    private static IEnumerable<string> In(string folder) =>
        Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal);

    private static string Folder(string file) => Path.GetDirectoryName(file) is { Length: > 0 } folder ? folder : ".";
}
