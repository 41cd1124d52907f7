using Rung.Core.History.Lines;
using Rung.Core.History.Mapping;
using Xunit;

namespace Rung.Core.Tests.History;

/// <summary>From what a log writes to an instant. Every instant here is worked by hand.</summary>
public class LogTimeTests
{
    [Theory]
    [InlineData("iso", "2026-07-01T10:00:00+02:00", "2026-07-01T08:00:00Z")]
    [InlineData("iso", "2026-07-01 10:00:00+0200", "2026-07-01T08:00:00Z")]
    [InlineData("iso", "2026-07-01T10:00:00.123Z", "2026-07-01T10:00:00Z")]
    [InlineData("iso", "2026-07-01 10:00", "2026-07-01T09:00:00Z")]
    [InlineData("iso", "2026-07-01", "2026-06-30T23:00:00Z")]
    [InlineData("iso", "2012-03-01 10:00:00+01", "2012-03-01T09:00:00Z")]
    [InlineData("iso", "2012-03-01 10:00:00.25-05:30", "2012-03-01T15:30:00Z")]
    [InlineData("iso", "2012-03-01T10:00+0100", "2012-03-01T09:00:00Z")]
    [InlineData("iso", "2012-03-01 10:00:00 UTC", "2012-03-01T10:00:00Z")]
    [InlineData("iso", "2012-03-01t10:00:00z", "2012-03-01T10:00:00Z")]
    [InlineData("iso", "20120301T100000Z", "2012-03-01T10:00:00Z")]
    [InlineData("iso", "20120701T1000", "2012-07-01T09:00:00Z")]
    [InlineData("d/MMM/yy h:mm tt", "01/Mar/12 10:00 PM", "2012-03-01T22:00:00Z")]
    [InlineData("d.M.yy H:mm", "13.03.12 10:00", "2012-03-13T10:00:00Z")]
    [InlineData("\"d.M.yyyy, H:mm\"", "13.03.2012, 10:00", "2012-03-13T10:00:00Z")]
    [InlineData("dd/MM/yyyy HH:mm zzz", "24/12/2026 15:20 +0530", "2026-12-24T09:50:00Z")]
    [InlineData("dd/MM/yyyy HH:mm", "03/04/2026 10:00", "2026-04-03T09:00:00Z")]
    [InlineData("MM/dd/yyyy hh:mm tt", "03/04/2026 01:30 PM", "2026-03-04T13:30:00Z")]
    [InlineData("d.M.yyyy H:mm", "1.12.2026 8:05", "2026-12-01T08:05:00Z")]
    [InlineData("dd MMM yyyy HH:mm", "24 Dec 2026 15:20", "2026-12-24T15:20:00Z")]
    [InlineData("dd/MM/yyyy HH:mm zzz", "24/12/2026 15:20 +05:30", "2026-12-24T09:50:00Z")]
    // What other programs write by themselves: mail, C, SQL Server, Oracle, Java, a spreadsheet in German, a web log.
    [InlineData("\"ddd, d MMM yyyy HH:mm:ss zzz\"", "Wed, 1 Jul 2026 15:20:00 GMT", "2026-07-01T15:20:00Z")]
    [InlineData("ddd MMM d HH:mm:ss yyyy", "Fri Dec  4 15:20:00 2026", "2026-12-04T15:20:00Z")]
    [InlineData("ddd MMM d HH:mm:ss zzz yyyy", "Tue Jan 13 13:05:09 UTC 2026", "2026-01-13T13:05:09Z")]
    [InlineData("ddd MMM d HH:mm:ss zzz yyyy", "Tue Jan 13 13:05:09 +0100 2026", "2026-01-13T12:05:09Z")]
    [InlineData("\"dddd, MMMM d, yyyy h:mm tt\"", "Tuesday, January 13, 2026 1:05 PM", "2026-01-13T13:05:00Z")]
    [InlineData("MMM d yyyy h:mmtt", "Dec  4 2026  3:20PM", "2026-12-04T15:20:00Z")]
    [InlineData("d-MMM-yy hh.mm.ss.FFFFFF tt", "24-DEC-26 03.20.00.000000 PM", "2026-12-24T15:20:00Z")]
    [InlineData("iso", "2026-07-01T10:00:00+02:00[Europe/Berlin]", "2026-07-01T08:00:00Z")]
    [InlineData("excel", "46380,64", "2026-12-24T15:21:36Z")]
    [InlineData("unix", "1767225600.75", "2026-01-01T00:00:00Z")]
    [InlineData("d/M/yyyy h:mm tt", "24/12/2026 3:20 p.m.", "2026-12-24T15:20:00Z")]
    // A narrow no-break space before PM, as browsers write it; a no-break space; three spaces and five.
    [InlineData("d/M/yyyy h:mm tt", "24/12/2026 3:20\u202FPM", "2026-12-24T15:20:00Z")]
    [InlineData("d/M/yyyy h:mm tt", "24/12/2026\u00A0\u2009 3:20   PM", "2026-12-24T15:20:00Z")]
    [InlineData("MMM d yyyy h:mmtt", "Dec     4 2026   3:20PM", "2026-12-04T15:20:00Z")]
    [InlineData("iso", "2026-07-01   10:00:00   +02:00", "2026-07-01T08:00:00Z")]
    [InlineData("iso", "2026-07-01\u00A010:00", "2026-07-01T09:00:00Z")]
    [InlineData("iso", "2026-07-01 10:00:00\u202FUTC", "2026-07-01T10:00:00Z")]
    [InlineData("yyyyMMddHHmmss", "20261224152000", "2026-12-24T15:20:00Z")]
    [InlineData("unix", "1767225600", "2026-01-01T00:00:00Z")]
    [InlineData("unix-ms", "1767225600000", "2026-01-01T00:00:00Z")]
    [InlineData("\"MMMM d, yyyy HH:mm\"", "December 24, 2026 15:20", "2026-12-24T15:20:00Z")]
    [InlineData("\"ddd, dd MMM yyyy HH:mm:ss zzz\"", "Thu, 24 Dec 2026 15:20:00 +0100", "2026-12-24T14:20:00Z")]
    // A spreadsheet's day 46,023 is 1 January 2026; 357 days on, and 0.64 of 24 h is 15 h 21 min 36 s.
    [InlineData("excel", "46380.64", "2026-12-24T15:21:36Z")]
    [InlineData("excel", "46204", "2026-06-30T23:00:00Z")]
    public void Times_are_read_as_they_are_usually_written(string format, string cell, string expected)
    {
        var line = Read(format, cell);

        Assert.Equal((expected, ClockChange.None), (Logs.Said(line.Event.At), line.Change));
    }

    // 03/04/2026 10:00 in London is 09:00Z; without a time of day the second format, the date alone, reads it.
    [Theory]
    [InlineData("03/04/2026", "10:00", "2026-04-03T09:00:00Z")]
    [InlineData(" 03/04/2026 ", " 10:00 ", "2026-04-03T09:00:00Z")]
    [InlineData("03/04/2026", "", "2026-04-02T23:00:00Z")]
    [InlineData("", "", null)]
    [InlineData("", "10:00", null)]
    public void A_date_and_a_time_of_day_may_stand_in_two_columns(string date, string clock, string? expected)
    {
        var map = Logs.Map(
            Logs.Plain.Replace("at: at,", "at: [date, clock],", StringComparison.Ordinal)
                .Replace("format: yyyy-MM-dd HH:mm", "format: [dd/MM/yyyy H:mm, dd/MM/yyyy]", StringComparison.Ordinal)
        );
        var header = new LogHeader(["ref", "date", "clock", "status", "impact", "who"], map);
        Assert.Empty(header.Problems);
        var row = new RowReader(map, header, Logs.Now).Read(2, ["7", date, clock, "New", "low", "Ann"]);
        if (expected is not null)
        {
            var read = Assert.Single(Assert.IsType<LogRow.Read>(row).Lines);
            Assert.Equal(expected, Logs.Said(read.Event.At));
        }
        else
        {
            Assert.Equal("date clock", Assert.IsType<LogRow.Refused>(row).Column);
        }
    }

    // London: forward on 29 March 2026 at 01:00Z, back on 25 October 2026 at 01:00Z.
    [Theory]
    [InlineData("2026-03-29 01:30", "2026-03-29T01:30:00Z", ClockChange.Skipped)]
    [InlineData("2026-10-25 01:30", "2026-10-25T00:30:00Z", ClockChange.Twice)]
    [InlineData("2026-10-25 02:00", "2026-10-25T02:00:00Z", ClockChange.None)]
    public void Where_the_clocks_change_the_reading_is_defined_and_told(
        string cell,
        string expected,
        ClockChange change
    )
    {
        var line = Read("iso", cell);

        Assert.Equal((expected, change), (Logs.Said(line.Event.At), line.Change));
    }

    [Theory]
    [InlineData("iso", "0000-01-01 10:00")]
    [InlineData("iso", "0009-01-01 10:00")]
    [InlineData("iso", "9999-12-31 23:59")]
    [InlineData("iso", "1899-12-31T23:59:59Z")]
    [InlineData("iso", "2026-02-30 10:00")]
    [InlineData("iso", "")]
    [InlineData("iso", "yesterday")]
    [InlineData("iso", "2012-03-01+01")]
    [InlineData("iso", "2012-03-01 10:00:00+")]
    [InlineData("iso", "2012-03-01 10:00:00+99")]
    [InlineData("iso", "UTC")]
    [InlineData("iso", "2012-03-01 10:00 2012-03-01 10:00 2012-03-01 10:00 +01:00")]
    [InlineData("dd/MM/yyyy HH:mm", "2026-04-03 10:00")]
    [InlineData("unix", "-5")]
    [InlineData("unix", "1.2.3")]
    [InlineData("iso", "2026-07-01T10:00:00+02:00]")]
    [InlineData("iso", "[2026-07-01T10:00:00]")]
    [InlineData("\"ddd, d MMM yyyy HH:mm:ss zzz\"", "Thu, 1 Jul 2026 15:20:00 GMT")]
    [InlineData("unix", "99999999999999999999")]
    public void What_is_no_time_is_refused_with_the_column_and_the_reason(string format, string cell)
    {
        var refused = Assert.IsType<LogRow.Refused>(Row(format, cell));

        Assert.Equal("at", refused.Column);
        Assert.Matches("not a time written as|outside 1900 to 2200|there is no time", refused.Why);
    }

    private static ReadLine Read(string format, string cell) =>
        Assert.Single(Assert.IsType<LogRow.Read>(Row(format, cell)).Lines);

    private static LogRow Row(string format, string cell)
    {
        var map = Logs.Map(
            Logs.Plain.Replace("format: yyyy-MM-dd HH:mm", $"format: {format}", StringComparison.Ordinal)
        );
        var header = new LogHeader(["ref", "at", "status", "impact", "who"], map);
        return new RowReader(map, header, Logs.Now).Read(2, ["A-1", cell, "New", "low", "Ann"]);
    }
}
