using NodaTime;

namespace Rung.Storage.Accounts;

/// <summary>Attempts to get in that failed, by who was tried and from where: whoever guesses is slowed, nobody else (S55).</summary>
public sealed class FailedEntryStore
{
    private const string One =
        "SELECT last_at, count FROM failed_entries WHERE who = @who AND source = @source AND last_at > @since";
    private const string Put = """
        INSERT INTO failed_entries (who, source, count, last_at) VALUES (@who, @source, 1, @now)
        ON CONFLICT (who, source) DO UPDATE SET last_at = excluded.last_at,
        count = CASE WHEN failed_entries.last_at > @since THEN failed_entries.count + 1 ELSE 1 END
        """;

    // Whoever else failed there since has a later moment in it.
    private const string Take = """
        UPDATE failed_entries SET count = count - 1, last_at = CASE WHEN last_at = @at THEN @before ELSE last_at END
        WHERE who = @who AND source = @source AND count > 0
        """;
    private const string Delete = "DELETE FROM failed_entries WHERE who = @who AND source = @source";
    private const string Forget = "DELETE FROM failed_entries WHERE last_at < @before";

    private readonly RungDatabase _database;

    internal FailedEntryStore(RungDatabase database) => _database = database;

    /// <summary>
    /// Counts an attempt before it is known what becomes of it, in each place that it counts in, so that however many are made at
    /// once no more of them are looked at than may fail.
    /// </summary>
    /// <param name="limits">How often it may fail in each place, each time within the window of the one before.</param>
    /// <returns>What takes it back if it did not fail; null: it failed too often, and nothing was counted.</returns>
    public Task<IReadOnlyList<CountedEntry>?> Count(
        IReadOnlyList<(FailedEntry Entry, int Most)> limits,
        Instant since,
        Instant now
    ) =>
        _database.WriteInTurn(
            limits[^1].Entry.Source,
            async session =>
            {
                var counted = new List<CountedEntry>();
                foreach (var (entry, most) in limits)
                {
                    var before = await session.First(One, Read, [.. Of(entry), ("since", Micros.Of(since))]);
                    if (before?.Count >= most)
                    {
                        return null;
                    }
                    counted.Add(new CountedEntry(entry, now, before?.LastAt ?? since));
                }
                foreach (var (entry, _) in limits)
                {
                    SqlValue[] times = [("now", Micros.Of(now)), ("since", Micros.Of(since))];
                    await session.Execute(Put, [.. Of(entry), .. times]);
                }
                return (IReadOnlyList<CountedEntry>?)counted;
            }
        );

    /// <summary>It did not fail.</summary>
    public Task Uncount(IReadOnlyList<CountedEntry> counted) =>
        _database.Write(async session =>
        {
            foreach (var one in counted)
            {
                SqlValue[] times = [("at", Micros.Of(one.At)), ("before", Micros.Of(one.Before))];
                await session.Execute(Take, [.. Of(one.Entry), .. times]);
            }
            return true;
        });

    public Task Clear(FailedEntry entry) => _database.Write(session => session.Execute(Delete, Of(entry)));

    public Task<int> ForgetBefore(Instant instant) =>
        _database.Write(session => session.Execute(Forget, ("before", Micros.Of(instant))));

    private static SqlValue[] Of(FailedEntry entry) => [("who", entry.Who), ("source", entry.Source)];

    private static Earlier Read(SqlRow row) => new(Micros.ToInstant(row.Number(0)), row.Number(1));

    private sealed record Earlier(Instant LastAt, long Count);
}

/// <param name="Who">Hash of the address that was tried; empty: whatever was tried from there.</param>
/// <param name="Source">Where it came from.</param>
public sealed record FailedEntry(string Who, string Source);

/// <summary>An attempt that was counted as failed until more is known.</summary>
/// <param name="Before">When it failed there before.</param>
public sealed record CountedEntry(FailedEntry Entry, Instant At, Instant Before);
