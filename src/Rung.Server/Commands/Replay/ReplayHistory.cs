using System.Text;
using NodaTime;
using Rung.Core.Guides.Reading;
using Rung.Core.History;
using Rung.Core.History.Mapping;
using Rung.Server.Commands.Import;
using Rung.Server.Hosting;

namespace Rung.Server.Commands.Replay;

/// <summary>A log as it was imported, with the mapping that says what its impacts are.</summary>
/// <param name="End">The last instant of the log: what is open then is judged as it stands then.</param>
internal sealed record ReplayHistory(HistoryMap Map, IReadOnlyList<ImportedCase> Cases, Instant End, TimeSpan ReadIn)
{
    /// <summary>Why this is not the whole log; null: it is.</summary>
    public string? Lacks { get; private init; }

    /// <param name="desk">Null: the only one there is.</param>
    /// <param name="mapping">A mapping to use instead of the kept one; null: the kept one.</param>
    /// <exception cref="StartException">There is no such log, or the mapping has problems.</exception>
    public static async Task<ReplayHistory> Load(HistoryPlace place, string? desk, string? mapping)
    {
        if (DatabaseSetting.Find(place.Database) is null && !DataFolder.HasData(place.Folder))
        {
            throw new StartException(
                $"there is no installation's data in {place.Folder}: import a log first, or name the folder with --data."
            );
        }
        var own = mapping is null
            ? null
            : MapFile.Read(mapping)?.Map ?? throw Problem($"{mapping} has problems; nothing was replayed.");
        await using var data = await HistoryData.Open(place.Folder, place.Database);
        var name = desk ?? own?.Desk ?? await Only(data);
        var map = own ?? await Kept(data, name);
        var started = TimeProvider.System.GetTimestamp();
        var cases = (await data.Cases(name)).ConvertAll(one => one.Case);
        return cases.Count == 0
            ? throw Problem(await NoCases(data, name))
            : new ReplayHistory(
                map,
                cases,
                cases.Max(one => one.Lines[^1].At),
                TimeProvider.System.GetElapsedTime(started)
            )
            {
                Lacks = await data.Lacks(name),
            };
    }

    private static async Task<string> Only(HistoryData data) =>
        await data.Names() switch
        {
            [] => throw Problem("no history was imported here: 'rung import history' does that."),
            [var only] => only,
            _ => throw Problem($"several logs are kept here: choose one with --desk.{await Known(data)}"),
        };

    private static async Task<HistoryMap> Kept(HistoryData data, string name)
    {
        var text = await data.MapOf(name) ?? throw Problem(await NoCases(data, name));
        var reading = HistoryMapReader.Read(Encoding.UTF8.GetBytes(text));
        return reading.Map
            ?? throw Problem(
                $"the mapping that '{name}' was imported by can no longer be read ({reading.Problems[0].What}): give one with --map."
            );
    }

    // An import that was killed, or left every row out, keeps its mapping and no case.
    private static async Task<string> NoCases(HistoryData data, string name) =>
        await data.MapOf(name) is null
            ? $"no history is kept under '{name}'.{await Known(data)}"
            : $"the history '{name}' holds no cases{(await data.Lacks(name) is { } lacks ? $" ({lacks})" : "")}: import its log again.";

    private static async Task<string> Known(HistoryData data)
    {
        var names = await data.Names();
        return names.Count == 0 ? "" : $" There is: {string.Join(", ", names)}.";
    }

    internal static StartException Problem(string sentence) => new(sentence) { Code = ExitCode.Problems };
}

/// <summary>Where history is kept.</summary>
/// <param name="Database">An address instead of the SQLite file in the folder; null: as the environment says.</param>
internal sealed record HistoryPlace(string Folder, string? Database);
