using System.Diagnostics;
using NodaTime;
using Rung.Core.Guides;
using Rung.Storage.Sqlite;

namespace Rung.Bench.Lists;

/// <summary>A data folder with as many cases as promised: made once, the same every time, by the product's own writers.</summary>
internal static class LargeDesk
{
    public const int Customers = 2_000;
    private const int Batch = 2_000;

    // Safety is for data that cannot be made again.
    private const string Careless = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144;";

    /// <summary>Tuesday 24 November 2026, 15:00 in London: every open case was logged since Monday.</summary>
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 15, 0);

    /// <summary>Makes it, unless the folder holds one of this size already.</summary>
    public static async Task Make(string folder, Sizes sizes)
    {
        var mark = Path.Combine(folder, $"bench-{sizes.Open}-{sizes.Closed}");
        if (File.Exists(mark))
        {
            TakeGuidesAsTheyAre(BenchDesk.FileIn(folder));
            return;
        }
        var started = Stopwatch.GetTimestamp();
        await Fill(BenchDesk.FileIn(folder), new CaseMaker(await Begin(folder), sizes));
        await File.WriteAllTextAsync(mark, "");
        var size = new FileInfo(BenchDesk.FileIn(folder)).Length >> 20;
        Report.Say(
            $"made {sizes.Open:N0} open and {sizes.Closed:N0} closed cases in {Stopwatch.GetElapsedTime(started).TotalSeconds:N0} s, {size:N0} MiB"
        );
    }

    // The guides may have been worked on since; no desk's history depends on their words here.
    private static void TakeGuidesAsTheyAre(string file)
    {
        using var connection = new SqliteConnections(file).Writer();
        SqliteConnections.Run(connection, "DELETE FROM settings WHERE name LIKE 'guide:%'");
    }

    private static async Task<Guide> Begin(string folder)
    {
        await using var desk = await BenchDesk.Open(folder, Now);
        await desk.Database.Customers.Save([.. Enumerable.Range(0, Customers).Select(BenchDesk.Customer)]);
        return desk.Guide;
    }

    private static async Task Fill(string file, CaseMaker maker)
    {
        var connections = new SqliteConnections(file);
        var connection = connections.Writer();
        SqliteConnections.Run(connection, Careless);
        await using var session = new SqliteSession(connection);
        var indexes = await LooseIndexes.Drop(session);
        var terms = new TermLists();
        for (var first = 1; first <= maker.Count; first += Batch)
        {
            await session.Execute("BEGIN");
            for (var id = first; id < first + Batch && id <= maker.Count; id++)
            {
                await maker.Write(session, id, terms);
            }
            await session.Execute("COMMIT");
        }
        await session.Execute("BEGIN");
        await terms.Write(session);
        await session.Execute(
            "INSERT INTO numbers (name, next) VALUES ('case', @next) ON CONFLICT (name) DO UPDATE SET next = @next",
            ("next", maker.Count + 1L)
        );
        await session.Execute("COMMIT");
        await indexes.Restore(session);
        SqliteConnections.Run(connection, "PRAGMA journal_mode = WAL;");
    }
}
