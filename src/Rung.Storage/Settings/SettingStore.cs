namespace Rung.Storage.Settings;

/// <summary>What this installation knows about itself, by name.</summary>
public sealed class SettingStore
{
    private const string ByName = "SELECT value FROM settings WHERE name = @name";
    private const string Put = """
        INSERT INTO settings (name, value) VALUES (@name, @value)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value
        """;

    private const string PutNew = """
        INSERT INTO settings (name, value) VALUES (@name, @value) ON CONFLICT (name) DO NOTHING
        """;
    private const string From = "SELECT name, value FROM settings WHERE name >= @from AND name < @until ORDER BY name";

    private const string Take = "DELETE FROM settings WHERE name = @name";
    private const string MutedName = "mail.muted";

    /// <summary>Holds where mail may leave and be fetched: asked by whatever takes a mail or a mailbox, on every node.</summary>
    internal const string IsNotMuted = $"NOT EXISTS (SELECT 1 FROM settings WHERE name = '{MutedName}')";

    /// <summary>Mutes what the connection leads to, of whatever version's schema.</summary>
    internal const string MuteCopy = $"""
        INSERT INTO settings (name, value) VALUES ('{MutedName}', 'it is a copy of another installation')
        ON CONFLICT (name) DO NOTHING
        """;

    private readonly RungDatabase _database;

    internal SettingStore(RungDatabase database) => _database = database;

    public Task<string?> Find(string name) =>
        _database.Read(session => session.First(ByName, row => row.Text(0), ("name", name)));

    /// <summary>Keeps the value unless there is one already.</summary>
    /// <returns>What is kept now.</returns>
    public Task<string> Add(string name, string value) =>
        _database.Write(async session =>
        {
            await session.Execute(PutNew, ("name", name), ("value", value));
            return (await session.First(ByName, row => row.Text(0), ("name", name)))!;
        });

    /// <summary>Every setting whose name begins so, with its value.</summary>
    public Task<IReadOnlyDictionary<string, string>> Beginning(string start) =>
        _database.Read(async session =>
        {
            var found = await session.List(
                From,
                row => KeyValuePair.Create(row.Text(0), row.Text(1)),
                ("from", start),
                ("until", start + char.MaxValue)
            );
            return (IReadOnlyDictionary<string, string>)new Dictionary<string, string>(found, StringComparer.Ordinal);
        });

    /// <summary>Why no mail leaves and none is fetched, a sentence without a full stop; null: it does and is.</summary>
    public Task<string?> Muted() => Find(MutedName);

    /// <summary>From now on no mail leaves and none is fetched; what is queued waits.</summary>
    /// <param name="why">A sentence without a capital and a full stop.</param>
    public Task Mute(string why) => Set(MutedName, why);

    /// <returns>False: it was not muted.</returns>
    public Task<bool> Unmute() => Remove(MutedName);

    /// <returns>False: there was none of that name.</returns>
    public Task<bool> Remove(string name) =>
        _database.Write(async session => await session.Execute(Take, ("name", name)) == 1);

    public Task Set(string name, string value) =>
        _database.Write(session => session.Execute(Put, ("name", name), ("value", value)));
}
