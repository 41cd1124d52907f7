using NodaTime;

namespace Rung.Storage.Accounts;

/// <summary>Attempts to get in that failed, by who was tried and from where: whoever guesses is slowed, nobody else (S55).</summary>
public sealed class FailedEntryStore
{
    private const string One =
        "SELECT count FROM failed_entries WHERE who = @who AND source = @source AND last_at > @since";
    private const string Put = """
        INSERT INTO failed_entries (who, source, count, last_at) VALUES (@who, @source, 1, @now)
        ON CONFLICT (who, source) DO UPDATE SET last_at = excluded.last_at,
        count = CASE WHEN failed_entries.last_at > @since THEN failed_entries.count + 1 ELSE 1 END
        """;
    private const string Delete = "DELETE FROM failed_entries WHERE who = @who AND source = @source";
    private const string Forget = "DELETE FROM failed_entries WHERE last_at < @before";

    private readonly RungDatabase _database;

    internal FailedEntryStore(RungDatabase database) => _database = database;

    /// <summary>How often it failed, each within the window of the one before.</summary>
    public Task<int> Count(FailedEntry entry, Instant since) =>
        _database.Read(async session =>
            (int)(
                await session.Number(One, ("who", entry.Who), ("source", entry.Source), ("since", Micros.Of(since)))
                ?? 0
            )
        );

    public Task Add(FailedEntry entry, Instant since, Instant now) =>
        _database.Write(session =>
            session.Execute(
                Put,
                ("who", entry.Who),
                ("source", entry.Source),
                ("now", Micros.Of(now)),
                ("since", Micros.Of(since))
            )
        );

    public Task Clear(FailedEntry entry) =>
        _database.Write(session => session.Execute(Delete, ("who", entry.Who), ("source", entry.Source)));

    public Task<int> ForgetBefore(Instant instant) =>
        _database.Write(session => session.Execute(Forget, ("before", Micros.Of(instant))));
}

/// <param name="Who">Hash of the address that was tried; empty: whatever was tried from there.</param>
/// <param name="Source">Where it came from.</param>
public sealed record FailedEntry(string Who, string Source);
