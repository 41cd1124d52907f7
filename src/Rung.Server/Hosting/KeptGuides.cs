using Rung.Server.Commands;
using Rung.Storage;

namespace Rung.Server.Hosting;

/// <summary>The text of every version of a guide that was ever in this installation, as the database keeps it.</summary>
internal sealed class KeptGuides
{
    private const string Kept = "guide:";

    private readonly RungDatabase _database;
    private readonly IReadOnlyDictionary<string, string> _texts;

    private KeptGuides(RungDatabase database, IReadOnlyDictionary<string, string> texts) =>
        (_database, _texts) = (database, texts);

    public static async Task<KeptGuides> Of(RungDatabase database) =>
        new(database, await database.Settings.Beginning(Kept));

    /// <exception cref="StartException">Another text is kept under the same version.</exception>
    public async Task Keep(ShelvedGuide guide)
    {
        var text = await File.ReadAllTextAsync(guide.File);
        // Another node may be keeping it just now: the first text of a version stays.
        var kept = _texts.GetValueOrDefault(Kept + guide.Name) ?? await _database.Settings.Add(Kept + guide.Name, text);
        if (!IsSame(kept, text))
        {
            throw new StartException(
                $"{guide.File} says it is {guide.Name}, but cases may have been logged under another text of that version: "
                    + "give the changed guide a new version, or put the old text back."
            )
            {
                Code = ExitCode.Problems,
            };
        }
    }

    /// <summary>Whether another text is kept under this id and version.</summary>
    public bool HasOther(string name, string text) =>
        _texts.GetValueOrDefault(Kept + name) is { } kept && !IsSame(kept, text);

    /// <summary>Names and texts of the kept versions that are not among these.</summary>
    public IReadOnlyList<(string Name, string Text)> Missing(IReadOnlyList<ShelvedGuide> found)
    {
        var names = found.Select(one => Kept + one.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. _texts
                .Where(kept => !names.Contains(kept.Key))
                .OrderBy(kept => kept.Key, StringComparer.Ordinal)
                .Select(kept => (kept.Key[Kept.Length..], kept.Value)),
        ];
    }

    // A checkout may write ends of lines in its own way.
    private static bool IsSame(string one, string other) =>
        one.ReplaceLineEndings("\n") == other.ReplaceLineEndings("\n");
}
