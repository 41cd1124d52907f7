using NodaTime;
using Rung.Core.Time;
using Xunit;
using static Rung.Core.Tests.Time.Desk;

namespace Rung.Core.Tests.Time;

/// <summary>Holiday files: the two that ship, and what is said about others.</summary>
public class HolidayFileTests
{
    // Requirements section 1 for 2026 and 2027; a day in a weekend stands beside its substitute.
    private const string EnglandAndWales =
        "2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26 "
        + "2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-26 2026-12-28 "
        + "2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-25 2027-12-26 2027-12-27 2027-12-28 "
        + "2028-01-01 2028-01-03 2028-04-14 2028-04-17 2028-05-01 2028-05-29 2028-08-28 2028-12-25 2028-12-26";

    private const string LiberationDays = "2025-05-09 2026-05-09 2027-05-09 2028-05-09";

    [Fact]
    public void England_and_Wales_ship_without_surprises()
    {
        var result = Shipped("england-wales");
        Assert.Empty(result.Findings);
        Assert.Equal(Dates(EnglandAndWales), result.Holidays!.Days.Keys.Order());
        Assert.Equal((2025, 2028), (result.Holidays.FirstYear, result.Holidays.LastYear));
        Assert.Contains("gov.uk/bank-holidays", result.Holidays.Source, StringComparison.Ordinal);
        Assert.Equal(
            "2026-12-28 2027-12-27 2027-12-28 2028-01-03",
            string.Join(
                ' ',
                result
                    .Holidays.Days.Where(day => day.Value.Contains("substitute"))
                    .Select(day => $"{day.Key:uuuu-MM-dd}")
                    .Order()
            )
        );
    }

    [Fact]
    public void Jersey_adds_Liberation_Day_which_is_never_moved()
    {
        var result = Shipped("jersey");
        Assert.Equal(Dates(EnglandAndWales).Concat(Dates(LiberationDays)).Order(), result.Holidays!.Days.Keys.Order());
        Assert.All(result.Findings, finding => Assert.Equal(HolidayFindingKind.Note, finding.Kind));
        Assert.Contains("States of Jersey", result.Holidays.Source, StringComparison.Ordinal);
        Assert.Contains("https://www.gov.je", result.Holidays.Source, StringComparison.Ordinal);
        Assert.Equal(["holiday-never-moved", "holiday-never-moved"], result.Findings.Select(finding => finding.Code));
        var desk = WorkingCalendar.Compile(
            Weekdays("desk", Jersey, "09:00-17:00") with
            {
                Holidays = [result.Holidays],
            }
        );
        Assert.True(desk.IsOpen(At("2027-05-10 12:00 BST")));
        Assert.False(desk.IsOpen(At("2028-05-09 12:00 BST")));
        Assert.False(desk.IsOpen(At("2025-05-09 12:00 BST")));
    }

    [Theory]
    [InlineData("SUMMARY:Fair", "DTSTART;VALUE=DATE:20260602", null)]
    [InlineData("", "DTSTART;VALUE=DATE:20260602", "2 Warning holiday-no-name")]
    [InlineData("SUMMARY:Fair", "DTSTART;VALUE=DATE:20260606", "2 Warning holiday-weekend")]
    [InlineData("SUMMARY:Fair\nX-RUNG-MOVES:NEVER", "DTSTART;VALUE=DATE:20260606", "2 Note holiday-never-moved")]
    [InlineData(
        "SUMMARY:Fair",
        "DTSTART;VALUE=DATE:20260602\nDTEND;VALUE=DATE:20260604",
        "2 Warning holiday-several-days"
    )]
    [InlineData("SUMMARY:Fair", "DTSTART:20260602T080000Z", "2 Error holiday-date")]
    [InlineData("SUMMARY:Fair", "DTSTART;VALUE=DATE:20260231", "2 Error holiday-event")]
    [InlineData("SUMMARY:Fair", "DTSTART;VALUE=DATE:2026023", "2 Error holiday-date")]
    [InlineData("SUMMARY:Fair", "", "2 Error holiday-date")]
    [InlineData("SUMMARY:Fair", "nonsense", "2 Error holiday-event")]
    [InlineData("SUMMARY:Fair", "DTSTART;VALUE=DATE:20260602\nDTEND;VALUE=DATE:20260602", "2 Error holiday-date")]
    [InlineData("SUMMARY:Fair", "DTSTART;VALUE=DATE:20260602\nRRULE:FREQ=YEARLY", "2 Error holiday-recurring")]
    [InlineData("SUMMARY:Fair", "DTSTART;VALUE=DATE:17000602", "2 Error holiday-range")]
    [InlineData("SUMMARY:Fair", "DTSTART;VALUE=DATE:20260602\nSTATUS:CANCELLED", "1 Error holiday-none")]
    public void Says_where_and_what(string summary, string start, string? finding)
    {
        var result = HolidayFile.Read("test", File(Event(summary, start)));
        Assert.Equal(finding is null ? [] : [finding], result.Findings.Select(Show));
        Assert.Equal(finding?.Contains("Error") != true, result.Ok);
    }

    [Fact]
    public void Reports_every_problem_at_once()
    {
        var text = File(
            "X-RUNG-COVERS:2028/2025",
            Event("SUMMARY:A", "DTSTART;VALUE=DATE:20261399"),
            Event("SUMMARY:B", "DTSTART;VALUE=DATE:20260602"),
            "BEGIN:VEVENT",
            Event("SUMMARY:C", "DTSTART:20260602T080000Z")
        );
        Assert.Equal(
            ["2 Error holiday-years", "3 Error holiday-event", "11 Error holiday-event-open", "12 Error holiday-date"],
            HolidayFile.Read("test", text).Findings.Select(Show)
        );
    }

    [Fact]
    public void Keeps_the_first_name_of_a_date()
    {
        var result = HolidayFile.Read(
            "test",
            File(
                Event("SUMMARY:First", "DTSTART;VALUE=DATE:20260602"),
                Event("SUMMARY:Second", "DTSTART;VALUE=DATE:20260602")
            )
        );
        Assert.Equal(["6 Warning holiday-duplicate"], result.Findings.Select(Show));
        Assert.Equal("First", result.Holidays!.Days[Date("2026-06-02")]);
    }

    [Fact]
    public void Repeats_yearly_within_the_years_it_covers()
    {
        var result = HolidayFile.Read(
            "test",
            File("X-RUNG-COVERS:2025/2027", Event("SUMMARY:Fair", "DTSTART;VALUE=DATE:20200603\nRRULE:FREQ=YEARLY"))
        );
        Assert.Equal(Dates("2025-06-03 2026-06-03 2027-06-03"), result.Holidays!.Days.Keys.Order());
        Assert.Equal(2025, result.Holidays.FirstYear);
    }

    [Fact]
    public void A_day_outside_the_declared_years_is_a_surprise() =>
        Assert.Equal(
            ["3 Warning holiday-outside-years"],
            HolidayFile
                .Read("test", File("X-RUNG-COVERS:2025/2027", Event("SUMMARY:Fair", "DTSTART;VALUE=DATE:20280605")))
                .Findings.Select(Show)
        );

    [Theory]
    [InlineData("", "1 Error holiday-file-format")]
    [InlineData("<html>", "1 Error holiday-file-format")]
    [InlineData("BEGIN:VCALENDAR\nEND:VCALENDAR", "1 Error holiday-none")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "2 Error holiday-event-open 3 Error holiday-file-cut")]
    public void Other_files_are_refused(string text, string findings)
    {
        var result = HolidayFile.Read("test", text);
        Assert.Equal(findings, string.Join(' ', result.Findings.Select(Show)));
        Assert.False(result.Ok);
    }

    private static string Show(HolidayFileFinding finding) => $"{finding.Line} {finding.Kind} {finding.Code}";

    private static string File(params string[] parts) =>
        string.Join('\n', ["BEGIN:VCALENDAR", .. parts, "END:VCALENDAR"]) + "\n";

    private static string Event(string summary, string start) =>
        string.Join('\n', new[] { "BEGIN:VEVENT", summary, start, "END:VEVENT" }.Where(line => line.Length > 0));

    private static HolidayFileResult Shipped(string region)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(root.FullName, "Rung.slnx")))
        {
            root = root.Parent!;
        }

        return HolidayFile.Read(
            region,
            System.IO.File.ReadAllText(Path.Combine(root.FullName, "guides", "holidays", $"{region}.ics"))
        );
    }
}
