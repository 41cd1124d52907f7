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

    public Task Set(string name, string value) =>
        _database.Write(session => session.Execute(Put, ("name", name), ("value", value)));
}
