using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Guides.Reading;
using Rung.Core.Tests.Cases;
using Rung.Core.Tests.Showing;
using Rung.Server.Desk;
using Rung.Server.Tests.Api;
using Rung.Storage.Cases;
using Rung.Storage.Sqlite;
using Xunit;

namespace Rung.Server.Tests.House;

/// <summary>
/// What is kept of the same few cases beside their events, row by row, is what <c>Kept/rows.txt</c> says: where it is not, open
/// cases need it written anew after the upgrade, which they get by another text in <see cref="KeptBesideEvents"/>.
/// After that: <c>RUNG_WRITE_KEPT=1 eng/test server -- --filter-class '*KeptBesideEvents*'</c>.
/// </summary>
public sealed class KeptBesideEventsTests
{
    private static readonly string Folder = Documents.Path("tests", "Server.Tests", "House", "Kept");
    private static readonly string Rows = Path.Combine(Folder, "rows.txt");
    private static readonly string[] Tables = ["queue", "dues", "promises"];

    [Fact]
    public async Task Semantics_27_What_is_kept_otherwise_has_another_name_so_that_open_cases_get_it()
    {
        var now = $"{KeptBesideEvents.Names}\n\n{await Kept()}";
        var before = await File.ReadAllTextAsync(Rows, TestContext.Current.CancellationToken);
        if (now == before)
        {
            return;
        }
        Assert.False(
            before.StartsWith(KeptBesideEvents.Names + "\n", StringComparison.Ordinal),
            $"Something is kept of cases otherwise than before: change the text in KeptBesideEvents.\n{Differing(before, now)}"
        );
        Assert.True(
            Environment.GetEnvironmentVariable("RUNG_WRITE_KEPT") == "1",
            "The text in KeptBesideEvents is new: run with RUNG_WRITE_KEPT=1, and read what changed in Kept/rows.txt."
        );
        await File.WriteAllTextAsync(Rows, now, TestContext.Current.CancellationToken);
    }

    private static async Task<string> Kept()
    {
        var folder = Directory.CreateTempSubdirectory("rung-kept-").FullName;
        try
        {
            var kept = new List<string>();
            foreach (var one in Cases())
            {
                // Each has the first reference of a database of its own.
                kept.Add(await Kept(one, Path.Combine(folder, $"{kept.Count}.db")));
            }
            return string.Join('\n', kept);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> Kept(SimulatedCase one, string file)
    {
        var change = new Change(0, one.Events, one.State, DueList.Of(one.Guide, one.State, one.Now), []);
        await using (var database = await new SqliteFile(file).Open(TimeProvider.System))
        {
            var write = CaseWrites.Of([new ChangedCase(1, one.Guide, change)], [], one.Now);
            Assert.IsType<WriteResult.Committed>(await database.Cases.Save(write));
        }
        return Text(file);
    }

    // New, on hold, done and asked about, waiting for its reason for outage, escalated, belonging to another, a complaint.
    private static IEnumerable<SimulatedCase> Cases()
    {
        yield return Log("P2");
        yield return Log("P2")
            .At("2026-12-14 12:00")
            .Do(new Assign("Engineer 7"))
            .Do(new SendUpdate("We look into it"))
            .Do(new Hold("information", "which room it is"));
        yield return Log("P2").Do(new Resolve("A new cable", Confirmation.Required)).At("2026-12-16 12:00");
        yield return Log("P1").Do(new Resolve("A new disk", Confirmation.NotRequired)).At("2026-12-14 12:00");
        yield return Log("P2")
            .Do(
                new Escalate
                {
                    Level = 1,
                    From = People.Reporter.ContactName,
                    FromRole = "site-contact",
                    Reasons = ["too-slow"],
                    Acknowledged = true,
                    CallBack = At.London("2026-12-14 11:00"),
                }
            )
            .At("2026-12-14 11:30")
            .Do(new CallBack("An engineer is there", new PlanRequest { EveryMinutes = 30 }));
        yield return Log("P1").Do(new LinkTo(CaseReference.FromNumber("H", 4711), LinkKind.Parent));
        yield return Log(null, log => log with { Kind = "complaint", Source = Channel.Form }).At("2026-12-14 12:00");
    }

    private static SimulatedCase Log(string? priority, Func<LogCase, LogCase>? change = null)
    {
        var path = Path.Combine(Folder, "guide.yaml");
        var guide = GuideReader.Read(path, File.ReadAllBytes(path), GuideFiles.Holidays).Guide!;
        return SimulatedCase.Log(
            guide,
            "2026-12-14 10:00",
            log =>
                (change ?? (same => same))(
                    log with
                    {
                        Priority = priority,
                        Services = [],
                        Answers = new Dictionary<string, string>(),
                    }
                )
        );
    }

    private static string Text(string file)
    {
        var address = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false };
        using var connection = new SqliteConnection(address.ConnectionString);
        connection.Open();
        var text = new StringBuilder();
        foreach (var table in Tables)
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // texts of this test
            command.CommandText = $"SELECT * FROM {table} ORDER BY 1, 2, 3";
#pragma warning restore CA2100
            using var rows = command.ExecuteReader();
            while (rows.Read())
            {
                var columns = Enumerable.Range(0, rows.FieldCount).Where(column => !rows.IsDBNull(column));
                text.Append(table)
                    .AppendJoin("", columns.Select(column => $" {rows.GetName(column)}={Value(rows, column)}"))
                    .Append('\n');
            }
        }
        return text.ToString();
    }

    private static string Value(SqliteDataReader rows, int column) =>
        Convert.ToString(rows.GetValue(column), CultureInfo.InvariantCulture)!;

    private static string Differing(string before, string now)
    {
        var (old, fresh) = (before.Split('\n'), now.Split('\n'));
        return string.Join(
            '\n',
            old.Except(fresh).Select(row => $"- {row}").Concat(fresh.Except(old).Select(row => $"+ {row}"))
        );
    }
}
