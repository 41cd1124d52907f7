using System.Text.Json.Nodes;
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
