using System.Text;
using Rung.Core.Cases;
using Rung.Core.History.Drafting;
using Rung.Core.History.Mapping;
using Xunit;

namespace Rung.Core.Tests.History;

/// <summary>A mapping drafted from a log: accepted as it is, except for what only a person knows.</summary>
public class MapDraftTests
{
    [Fact]
    public void A_log_whose_times_have_offsets_gives_a_draft_that_is_accepted_as_it_is()
    {
        var map = Accepted(
            Draft(
                "Ticket,Status,Sub status,Changed,Severity",
                "7,Open,Awaiting assignment,2026-03-02T09:00:00+01:00,2 - High",
                "7,Pending,Waiting for customer,2026-03-02T10:00:00+01:00,2 - High",
                "7,Done,Closed,2026-03-03T10:00:00+01:00,2 - High"
            )
        );

        Assert.Equal(("Ticket", "Severity", "Changed"), (map.Columns.Case, map.Columns.Impact, map.Rows!.At.Said));
        Assert.Equal(ImportedState.Open, map.Rows.States["Open / Awaiting assignment"]);
        Assert.Equal(ImportedState.OnHold, map.Rows.States["Pending / Waiting for customer"]);
        Assert.Equal(ImportedState.Closed, map.Rows.States["Done / Closed"]);
        Assert.Equal("P2", map.Words.Priorities!["2 - High"]);
    }

    [Fact]
    public void Dates_that_can_be_read_both_ways_are_asked_for()
    {
        var draft = Draft("id,status,when", "1,new,03/04/2026 10:00", "1,closed,05/04/2026 11:00");

        Assert.Contains(
            "every time can be read as d/M/yyyy H:mm or as M/d/yyyy H:mm: which one is it?",
            draft,
            StringComparison.Ordinal
        );
        Assert.Null(HistoryMapReader.Read(Encoding.UTF8.GetBytes(draft)).Map);
    }

    [Fact]
    public void Dates_of_two_digits_each_are_asked_for_as_well_until_one_decides()
    {
        string[] rows = ["id,status,when", "1,new,03-04-26 10:00", "1,closed,05-04-26 11:00"];

        Assert.Contains(
            "every time can be read as d-M-yy H:mm or as M-d-yy H:mm: which one is it?",
            Draft(rows),
            StringComparison.Ordinal
        );
        Assert.Equal(["M-d-yy H:mm"], Accepted(Draft("UTC", [.. rows, "1,closed,05-13-26 11:00"])).Times.Formats);
    }

    [Fact]
    public void One_date_that_can_be_read_only_one_way_decides()
    {
        var draft = Draft("id,status,when", "1,new,03/04/2026 10:00", "1,closed,25/04/2026 11:00");

        Assert.Contains("d/M/yyyy H:mm", draft, StringComparison.Ordinal);
        Assert.DoesNotContain("M/d/yyyy", draft, StringComparison.Ordinal);
    }

    [Fact]
    public void A_date_with_its_time_of_day_beside_it_is_one_time()
    {
        var map = Accepted(
            Draft(
                "Europe/London",
                "id,status,date,clock,who",
                "1,new,03/04/2026,10:00,Ann",
                "1,closed,25/04/2026,9:30,Ann"
            )
        );

        Assert.Equal(["date", "clock"], map.Rows!.At.Names);
        Assert.Equal(["d/M/yyyy H:mm"], map.Times.Formats);
    }

    [Fact]
    public void Moments_of_two_columns_each_are_drafted_so()
    {
        var map = Accepted(
            Draft(
                "Europe/London",
                "ticket,opened,opened clock,resolved,resolved clock",
                "1,2026-03-02,10:00,2026-03-02,11:30",
                "2,2026-03-03,10:00,,"
            )
        );

        Assert.Equal(
            [(ImportedState.Open, "opened opened clock"), (ImportedState.Resolved, "resolved resolved clock")],
            map.Milestones.Select(one => (one.State, one.At.Said))
        );
    }

    [Fact]
    public void A_zone_is_asked_for_where_times_have_no_offset()
    {
        var without = Draft("id,status,when", "1,new,2026-03-02 10:00");

        var problem = Assert.Single(HistoryMapReader.Read(Encoding.UTF8.GetBytes(without)).Problems);
        Assert.Equal("`??` is not a time zone", problem.What);
        Accepted(Draft("Europe/London", "id,status,when", "1,new,2026-03-02 10:00"));
    }

    [Fact]
    public void A_row_for_each_case_gives_milestones()
    {
        var map = Accepted(
            Draft(
                "Europe/London",
                "Ref,Opened,Resolved,Closed",
                "1,2026-03-02 10:00,2026-03-02 11:00,",
                "2,2026-03-02 10:00,,"
            )
        );

        Assert.Equal(
            [(ImportedState.Open, "Opened"), (ImportedState.Resolved, "Resolved")],
            map.Milestones.Select(one => (one.State, one.At.Said)).Take(2)
        );
    }

    [Fact]
    public void Names_that_would_break_the_file_are_quoted()
    {
        var draft = Draft("Europe/London", "id,status,when,impact", "1,\"yes: #\" or {no},2026-03-02 10:00,null");
        var map = Accepted(
            draft
                .Replace("{no}\": \"??\"", "{no}\": noted", StringComparison.Ordinal)
                .Replace("\"null\": \"??\"", "\"null\": P4", StringComparison.Ordinal)
        );

        Assert.Equal(ImportedState.Noted, map.Rows!.States["\"yes: #\" or {no}"]);
        Assert.Equal("P4", map.Words.Priorities!["null"]);
    }

    [Theory]
    [InlineData("Unresolved", "??")]
    [InlineData("Incomplete", "??")]
    [InlineData("Not resolved", "??")]
    [InlineData("Customer replied", "??")]
    [InlineData("Resolved", "resolved")]
    [InlineData("Waiting for customer", "onHold")]
    [InlineData("Pending", "onHold")]
    [InlineData("Wait - Vendor", "waiting")]
    [InlineData("Awaiting assignment", "open")]
    [InlineData("Canceled", "cancelled")]
    public void States_are_guessed_by_whole_words_and_asked_for_where_none_says_it(string state, string expected)
    {
        var draft = Draft("UTC", "id,status,when", $"1,{state},2026-03-02 10:00");

        Assert.Contains(
            expected == "??"
                ? $"{state}: \"??\"   # once; not recognised: what is it?"
                : $"{state}: {expected}   # once; a guess",
            draft,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("10 - Low", "P4")]
    [InlineData("1 - Critical", "P1")]
    [InlineData("Sev 2", "P2")]
    [InlineData("P3", "P3")]
    [InlineData("12", "\"??\"")]
    [InlineData("not urgent", "\"??\"")]
    public void Impacts_are_guessed_by_a_word_before_a_number(string impact, string expected)
    {
        var draft = Draft("UTC", "id,status,when,impact", $"1,new,2026-03-02 10:00,{impact}");

        Assert.Contains($": {expected}   # once; ", draft, StringComparison.Ordinal);
    }

    [Fact]
    public void A_priority_that_is_still_asked_for_is_refused()
    {
        var draft = Draft("UTC", "id,status,when,impact", "1,new,2026-03-02 10:00,strange");

        var problem = Assert.Single(HistoryMapReader.Read(Encoding.UTF8.GetBytes(draft)).Problems);
        Assert.Equal("`??` is not a priority", problem.What);
    }

    [Fact]
    public void States_that_differ_in_capitals_are_one_state_in_the_draft()
    {
        var map = Accepted(
            Draft(
                "UTC",
                "id,status,when,impact",
                "1,New,2026-03-02 10:00,High",
                "1,new,2026-03-02 11:00,HIGH",
                "1,NEW,2026-03-02 12:00,high"
            )
        );

        Assert.Single(map.Rows!.States);
        Assert.Single(map.Words.Priorities!);
    }

    // One in 51 is fewer than one in twenty.
    [Fact]
    public void A_few_odd_values_do_not_make_a_column_of_times_something_else()
    {
        var rows = Enumerable.Range(0, 50).Select(minute => $"1,2026-03-02 10:{minute:00},new,x");
        var draft = Draft("UTC", ["id,at,status,last", .. rows, "1,soon,new,x"]);

        var map = Accepted(draft);

        Assert.Equal("at", map.Rows!.At.Said);
        Assert.Contains("at: 1 of 51 are no times so written, such as soon", draft, StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_for_nothing_in_a_column_of_times_is_named_as_empty()
    {
        var map = Accepted(
            Draft(
                "UTC",
                "Ref,Opened,Resolved,Closed",
                "1,2026-03-02 10:00,2026-03-02 11:00,NULL",
                "2,2026-03-02 10:00,-,N/A",
                "3,2026-03-02 10:00,2026-03-02 11:00,2026-03-02 12:00"
            )
        );

        Assert.Equal(["-", "N/A", "NULL"], map.File.Empty);
        Assert.Equal(
            [ImportedState.Open, ImportedState.Resolved, ImportedState.Closed],
            map.Milestones.Select(one => one.State)
        );
    }

    [Theory]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("2024")]
    public void A_name_that_yaml_would_take_for_something_else_is_quoted(string id)
    {
        var survey = new LogSurvey(["id", "status", "when"]);
        survey.Add(["1", "new", "2026-03-02 10:00"]);

        Assert.Equal(id, Accepted(MapDraft.Write(survey, id, "UTC", new LogFile(',', LogEncoding.Utf8))).Desk);
    }

    [Theory]
    [InlineData("13/Mar/12 10:00 AM", "d/MMM/yy h:mm tt")]
    [InlineData("13.03.12 10:00", "d.M.yy H:mm")]
    [InlineData("13.03.2012; 10:00", "d.M.yyyy, H:mm")]
    [InlineData("13/03/2012 10:00:00.123", "d/M/yyyy H:mm:ss.FFFFFF")]
    [InlineData("13/03/2012 10:00:00", "d/M/yyyy H:mm:ss")]
    [InlineData("2012-03-01 10:00:00+01", "iso")]
    [InlineData("2012-03-01T10:00+0100", "iso")]
    [InlineData("2012-03-01 10:00:00 UTC", "iso")]
    [InlineData("2012-03-01t10:00:00z", "iso")]
    [InlineData("20120301T100000Z", "iso")]
    [InlineData("20120313100000", "yyyyMMddHHmmss")]
    [InlineData("Tue Mar 13 10:00:00 2012", "ddd MMM d HH:mm:ss yyyy")]
    [InlineData("Tue, 13 Mar 2012 10:00:00 GMT", "ddd, d MMM yyyy HH:mm:ss zzz")]
    [InlineData("March 13, 2012 10:00 AM", "MMMM d, yyyy h:mm tt")]
    [InlineData("13-MAR-12 10.00.00.000000 AM", "d-MMM-yy hh.mm.ss.FFFFFF tt")]
    [InlineData("Mar 13 2012 10:00AM", "MMM d yyyy h:mmtt")]
    [InlineData("2012.03.13 10:00", "yyyy.M.d H:mm")]
    [InlineData("2026-01-13 01:05:09 PM", "yyyy-M-d h:mm:ss tt")]
    [InlineData("2026-01-13 9:05:00", "yyyy-M-d H:mm:ss")]
    [InlineData("2026-01-13 19:05:00", "iso")]
    [InlineData("13 January 2026 13:05", "d MMMM yyyy H:mm")]
    [InlineData("13 May 2026 13:05", "d MMM yyyy H:mm")]
    [InlineData("13 May 2026 13:05:09.25", "d MMM yyyy H:mm:ss.FFFFFF")]
    [InlineData("2026/01/13 13:05:09 UTC", "yyyy/M/d H:mm:ss zzz")]
    [InlineData("13-01-2026 13:05:09 +0100", "d-M-yyyy H:mm:ss zzz")]
    [InlineData("1/13/26\u202F\u00A01:05 PM", "M/d/yy h:mm tt")]
    [InlineData("Jan 13 2026 13:05:09", "MMM d yyyy H:mm:ss")]
    [InlineData("January 13 2026", "MMMM d yyyy")]
    [InlineData("13 Jan 2026; 13:05", "d MMM yyyy, H:mm")]
    [InlineData("Jan 13; 2026; 1:05 PM", "MMM d, yyyy, h:mm tt")]
    [InlineData("13-01-26", "d-M-yy")]
    [InlineData("01-13-26 13:05", "M-d-yy H:mm")]
    [InlineData("20260113", "yyyyMMdd")]
    [InlineData("20260113 13:05", "yyyyMMdd H:mm")]
    [InlineData("20260113 130509", "yyyyMMdd HHmmss")]
    [InlineData("20260113T130509", "iso")]
    [InlineData("Tuesday; January 13; 2026 1:05 PM", "dddd, MMMM d, yyyy h:mm tt")]
    [InlineData("Tuesday; 13 January 2026 13:05:09", "dddd, d MMMM yyyy H:mm:ss")]
    [InlineData("2026-01-13-13.05.09.123456", "yyyy-MM-dd-HH.mm.ss.FFFFFF")]
    [InlineData("2026-01-13-13.05.09", "yyyy-MM-dd-HH.mm.ss.FFFFFF")]
    [InlineData("13/Jan/2026:13:05:09 +0000", "dd/MMM/yyyy:HH:mm:ss zzz")]
    [InlineData("Tue Jan 13 13:05:09 UTC 2026", "ddd MMM d HH:mm:ss zzz yyyy")]
    public void Times_as_other_systems_export_them_are_recognised(string written, string format)
    {
        var survey = new LogSurvey(["id", "status", "when"]);
        survey.Add(["1", "new", written.Replace(';', ',')]);

        var map = Accepted(MapDraft.Write(survey, "a-log", "UTC", new LogFile(',', LogEncoding.Utf8)));

        Assert.Equal([format], map.Times.Formats);
    }

    [Fact]
    public void A_draft_to_look_at_has_something_in_the_place_of_each_question()
    {
        var survey = new LogSurvey(["id", "status", "when", "impact"]);
        survey.Add(["1", "strange", "03/04/2026 10:00", "odd"]);

        var map = Accepted(MapDraft.WriteToLookAt(survey, "a-log", null, new LogFile(',', LogEncoding.Utf8)));

        Assert.Equal(("UTC", "d/M/yyyy H:mm"), (map.Times.Zone.Id, Assert.Single(map.Times.Formats)));
    }

    private static HistoryMap Accepted(string draft)
    {
        var reading = HistoryMapReader.Read(Encoding.UTF8.GetBytes(draft));
        Assert.True(reading.Map is not null, draft + string.Join('\n', reading.Problems));
        return reading.Map;
    }

    private static string Draft(params string[] lines) =>
        lines[0].Contains(',', StringComparison.Ordinal) ? Draft(null, lines) : Draft(lines[0], lines[1..]);

    private static string Draft(string? zone, string[] lines)
    {
        var survey = new LogSurvey(lines[0].Split(','));
        foreach (var line in lines[1..])
        {
            survey.Add(line.Split(','));
        }
        return MapDraft.Write(survey, "a-log", zone, new LogFile(',', LogEncoding.Utf8));
    }
}
