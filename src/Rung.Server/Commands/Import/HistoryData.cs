using System.Text;
using NodaTime;
using Rung.Core.History;
using Rung.Core.History.Mapping;
using Rung.Server.Commands.Database;
using Rung.Server.Desk;
using Rung.Server.Hosting;
using Rung.Storage;
using Rung.Storage.Sqlite;

namespace Rung.Server.Commands.Import;

/// <summary>
/// The imported history of an installation. Beside the cases each log has its mapping kept, since that says which
/// priority an impact is.
/// </summary>
internal sealed class HistoryData : IAsyncDisposable
{
    private const string Whole = "whole";
    private const string Unfinished = "its import did not come to its end, do it again";
    private const int Page = 500;

    private readonly DataFolder? _folder;

    private HistoryData(DataFolder? folder, RungDatabase database) => (_folder, Database) = (folder, database);

    public RungDatabase Database { get; }

    /// <summary>As <see cref="Open"/>, where there is something already; null: there is no folder with data yet.</summary>
    /// <exception cref="StartException">The folder or the database cannot be used.</exception>
    public static async Task<HistoryData?> OpenExisting(string path, string? address) =>
        DatabaseSetting.Find(address) is null && !DataFolder.HasData(path) ? null : await Open(path, address);

    /// <param name="path">
    /// The folder of the installation; held against others while it is open. Beside a database elsewhere none is needed.
    /// </param>
    /// <param name="address">A database instead of the SQLite file in the folder; null: as the environment says.</param>
    /// <exception cref="StartException">The folder or the database cannot be used.</exception>
    public static async Task<HistoryData> Open(string path, string? address)
    {
        var database = DatabaseOptions.Of(address, path);
        var folder = database is SqliteFile ? DataFolder.Open(path) : null;
        try
        {
            return new HistoryData(folder, await database.Open(TimeProvider.System));
        }
        catch (StorageException failure)
        {
            folder?.Dispose();
            throw new StartException(
                database is SqliteFile ? $"{path} cannot be used: {failure.Message}" : failure.Message
            );
        }
    }

    /// <summary>Names of the logs that were imported.</summary>
    public async Task<IReadOnlyList<string>> Names() =>
        [.. (await Database.Settings.Beginning(Key(""))).Keys.Select(key => key[Key("").Length..])];

    /// <summary>The text of the mapping that a log was last imported by; null: there is no such log.</summary>
    public Task<string?> MapOf(string name) => Database.Settings.Find(Key(name));

    /// <summary>Until it is let go nobody else imports this log: of several that begin at once one goes on.</summary>
    /// <exception cref="StartException">Somebody else does already.</exception>
    public async Task<IAsyncDisposable> Alone(HistoryMap map) =>
        await Database.Alone(StateKey(map.Desk))
        ?? throw new StartException(
            "somebody else imports the same log just now: wait for that, then do it again. Nothing was imported."
        );

    /// <summary>Keeps the mapping, and that an import has begun; whoever finds that still so is told by <see cref="Lacks"/>.</summary>
    /// <param name="file">Which file it is, so that another piece of the log does not take back what this one lacks.</param>
    public async Task Begin(HistoryMap map, string text, string file)
    {
        await Database.Settings.Set(Key(map.Desk), text);
        await Keep(map.Desk, [.. await OfOthers(map.Desk, file), $"{file}: {Unfinished}"]);
    }

    /// <param name="file">As it was begun.</param>
    public async Task End(HistoryMap map, string file, ImportOutcome outcome)
    {
        var others = outcome is { HoldsAll: true, NotAdded: 0 } ? [] : await OfOthers(map.Desk, file);
        await Keep(map.Desk, [.. others, .. outcome.Lacking.Select(what => $"{file}: {what}")]);
    }

    /// <summary>Why a log is not here as a whole; null when it is.</summary>
    public async Task<string?> Lacks(string name) =>
        await Lacking(name) is { Length: > 0 } lacking ? string.Join("; ", lacking) : null;

    /// <summary>Why a log cannot go on by this mapping: what differs from the kept one; empty when it can.</summary>
    public async Task<IReadOnlyList<string>> Changes(HistoryMap map)
    {
        var first = await Database.Cases.PageOf(ImportedCase.DeskOf(map.Desk), 0, 1);
        if (first.Count == 0 || await MapOf(map.Desk) is not { } text)
        {
            return [];
        }
        return HistoryMapReader.Read(Encoding.UTF8.GetBytes(text)).Map is { } kept
            ? MapChange.Between(kept, map)
            : ["the mapping that it was imported by can no longer be read"];
    }

    /// <summary>All cases of a log.</summary>
    public async Task<List<StoredCase>> Cases(string name)
    {
        var cases = new List<StoredCase>();
        while (true)
        {
            var after = cases.Count == 0 ? 0 : cases[^1].Id;
            var page = await Database.Cases.PageOf(ImportedCase.DeskOf(name), after, Page);
            cases.AddRange(page.Select(one => new StoredCase(one.Id, one.Version, ImportedCase.Of(one.Events))));
            if (page.Count < Page)
            {
                return cases;
            }
        }
    }

    /// <summary>Now, as whole as the database holds it.</summary>
    public static Instant Now() => DeskClock.Real(TimeProvider.System).Now();

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        _folder?.Dispose();
    }

    private Task Keep(string name, string[] lacking) =>
        Database.Settings.Set(StateKey(name), lacking.Length == 0 ? Whole : string.Join('\n', lacking));

    private async Task<string[]> Lacking(string name) =>
        await Database.Settings.Find(StateKey(name)) is { } state and not Whole ? state.Split('\n') : [];

    private async Task<string[]> OfOthers(string name, string file) =>
        [.. (await Lacking(name)).Where(what => !what.StartsWith(file, StringComparison.Ordinal))];

    private static string Key(string name) => ImportedCase.DeskOf(name);

    private static string StateKey(string name) => $"import:{name}";
}

/// <param name="Version">The number of its events.</param>
internal sealed record StoredCase(long Id, long Version, ImportedCase Case);
