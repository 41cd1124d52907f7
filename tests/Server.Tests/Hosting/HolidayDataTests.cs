using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Rung.Core.Cases;
using Rung.Server.Tests.Api;
using Rung.Storage;
using Xunit;

namespace Rung.Server.Tests.Hosting;

/// <summary>Semantics 27: holiday data that is corrected moves open cases, and what waits to fall due, but no closed one.</summary>
public sealed class HolidayDataTests
{
    private const string DayOfMourning =
        "BEGIN:VEVENT\nUID:20261215@england-wales.holidays.example.org\nDTSTAMP:20261201T000000Z\n"
        + "DTSTART;VALUE=DATE:20261215\nDTEND;VALUE=DATE:20261216\nSUMMARY:Day of mourning\nEND:VEVENT\n";

    // P3 of Mon 14 Dec 2026 10:00 is due Thu 17 Dec 10:00; without the Tuesday Fri 18 Dec 10:00.
    [Fact]
    public async Task Corrected_holidays_move_open_cases_and_their_dues_and_leave_closed_ones()
    {
        await using var desk = await RunningDesk.Open("2026-12-14T10:00:00Z", OwnGuides);
        var agent = new Caller(desk);
        var open = (await agent.Log(Caller.FaultForSome)).Reference;
        var closed = (await agent.Log(Caller.FaultForSome)).Reference;
        desk.AdvanceTo("2026-12-16T12:00:00Z");
        await agent.Do(
            closed,
            "resolve",
            new JsonObject { ["resolution"] = "Certificate renewed", ["confirmation"] = "required" }
        );
        await agent.Do(closed, "confirm");
        Assert.Equal("2026-12-17T10:00:00.000001Z", await MissedDue(desk, open));

        await desk.Stop();
        Correct(desk.Folder);
        await desk.Start();

        await RunningDesk.Until(
            async () => await MissedDue(desk, open) == "2026-12-18T10:00:00.000001Z",
            "the due of the open case has moved"
        );
        Assert.Equal("2026-12-18T10:00:00Z", (string?)(await agent.Case(open)).Clock("resolve")["due"]);
        // 480 + 600 + 240 minutes, as it was closed.
        var verdict = (await agent.Case(closed)).Clock("resolve");
        Assert.Equal(("met", "PT22H"), ((string?)verdict["state"], (string?)verdict["used"]));
        var ledger = (await agent.Get($"cases/{closed}/clocks/resolve/ledger")).Expect(200);
        Assert.Contains("holidays or zone rules have changed since", (string?)ledger.Body!["text"]);
    }

    // One case of which an event cannot be read: the others are moved, and the start after this one has nothing to do anew.
    [Fact]
    public async Task A_case_that_cannot_be_read_holds_up_no_other_and_is_not_tried_at_every_start()
    {
        await using var desk = await RunningDesk.Open("2026-12-14T10:00:00Z", OwnGuides);
        var agent = new Caller(desk);
        var broken = (await agent.Log(Caller.FaultForSome)).Reference;
        var open = (await agent.Log(Caller.FaultForSome)).Reference;
        var before = await ClockData(desk, text => text is not null);
        await desk.Stop();
        Break(desk.Folder, broken);
        Correct(desk.Folder);

        await desk.Start();

        await RunningDesk.Until(
            async () => await MissedDue(desk, open) == "2026-12-18T10:00:00.000001Z",
            "the due of the case that can be read has moved"
        );
        await ClockData(desk, text => text != before);
    }

    private static async Task<string?> ClockData(RunningDesk desk, Func<string?, bool> isSo)
    {
        string? text = null;
        await RunningDesk.Until(
            async () => isSo(text = await desk.Services.GetRequiredService<RungDatabase>().Settings.Find("clock-data")),
            "the clock data are known"
        );
        return text;
    }

    private static void Break(string folder, string reference)
    {
        var address = new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(folder, "rung.db"),
            Pooling = false,
        };
        using var connection = new SqliteConnection(address.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            "UPDATE events SET body = '{' WHERE sequence = 2 AND case_id = (SELECT id FROM cases WHERE reference = @case)";
        command.Parameters.AddWithValue("@case", reference);
        Assert.Equal(1, command.ExecuteNonQuery());
    }

    private static async Task<string?> MissedDue(RunningDesk desk, string reference)
    {
        var database = desk.Services.GetRequiredService<RungDatabase>();
        Assert.True(CaseReference.TryParse("R", reference, out var known));
        var history = await database.Cases.Load(known.Value);
        var dues = await database.Dues.OfCase(history!.Id);
        return dues.Where(due => due.Rule == "missed:resolve")
            .Select(due => NodaTime.Text.InstantPattern.ExtendedIso.Format(due.At))
            .SingleOrDefault();
    }

    private static void OwnGuides(string folder)
    {
        var own = Directory.CreateDirectory(Path.Combine(folder, "guides")).FullName;
        foreach (var file in (string[])["schools-desk.yaml", "smc.yaml"])
        {
            File.Copy(Documents.Path("guides", file), Path.Combine(own, file));
        }
    }

    private static void Correct(string folder)
    {
        var shipped = File.ReadAllText(Documents.Path("guides", "holidays", "england-wales.ics"));
        var own = Directory.CreateDirectory(Path.Combine(folder, "guides", "holidays")).FullName;
        File.WriteAllText(
            Path.Combine(own, "england-wales.ics"),
            shipped.Replace("END:VCALENDAR", DayOfMourning + "END:VCALENDAR", StringComparison.Ordinal)
        );
    }
}
