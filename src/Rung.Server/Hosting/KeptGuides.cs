using System.Text.RegularExpressions;
using Rung.Core.Guides.Reading;
using Rung.Server.Commands;
using Rung.Storage;

namespace Rung.Server.Hosting;

/// <summary>The text of every version of a guide that cases of this installation may be under, as the database keeps it.</summary>
internal sealed partial class KeptGuides
{
    private const string Kept = "guide:";

    private readonly RungDatabase _database;
    private readonly IReadOnlyDictionary<string, string> _texts;

    private KeptGuides(RungDatabase database, IReadOnlyDictionary<string, string> texts) =>
        (_database, _texts) = (database, texts);

    public static async Task<KeptGuides> Of(RungDatabase database) =>
        new(database, await database.Settings.Beginning(Kept));

    /// <summary>Keeps the text of a version that was, is or comes to be in force; one that is none of these may still change.</summary>
    /// <exception cref="StartException">Cases may have been logged under another text of the version.</exception>
    public async Task Keep(ShelvedGuide guide, HolidayLibrary holidays)
    {
        var (name, text) = (Kept + guide.Name, await File.ReadAllTextAsync(guide.File));
        var kept = _texts.GetValueOrDefault(name);
        if (kept is null && guide.Guide.Document.IsEnacted)
        {
            // Another node may be keeping it just now: the first text of a version stays.
            kept = await _database.Settings.Add(name, text);
        }
        if (kept is null || IsSame(kept, text))
        {
            return;
        }
        // No promise is in the status; and an earlier Rung kept drafts too.
        if (
            IsSame(InForce(kept), InForce(text))
            || GuideReader.Read(guide.Name, kept, holidays).Guide is { Document.IsEnacted: false }
        )
        {
            await _database.Settings.Set(name, text);
            return;
        }
        throw new StartException(
            $"{guide.File} says it is {guide.Name}, but cases may have been logged under another text of that version: "
                + "give the changed guide a new version, or put the old text back."
        )
        {
            Code = ExitCode.Problems,
        };
    }

    /// <summary>Whether another text is kept under this id and version.</summary>
    public bool HasOther(string name, string text) =>
        _texts.GetValueOrDefault(Kept + name) is { } kept && !IsSame(InForce(kept), InForce(text));

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

    private static string InForce(string text) => Superseded().Replace(text, "${key}active");

    [GeneratedRegex(
        """^(?<key>\s+status:[ ]*["']?)superseded\b""",
        RegexOptions.Multiline | RegexOptions.NonBacktracking
    )]
    private static partial Regex Superseded();
}
