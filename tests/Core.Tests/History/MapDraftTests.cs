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

        Assert.Equal(("Ticket", "Severity", "Changed"), (map.Columns.Case, map.Columns.Impact, map.Rows!.At));
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
    public void One_date_that_can_be_read_only_one_way_decides()
    {
        var draft = Draft("id,status,when", "1,new,03/04/2026 10:00", "1,closed,25/04/2026 11:00");

        Assert.Contains("d/M/yyyy H:mm", draft, StringComparison.Ordinal);
        Assert.DoesNotContain("M/d/yyyy", draft, StringComparison.Ordinal);
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
            map.Milestones.Select(one => (one.State, one.Column)).Take(2)
        );
    }

    [Fact]
    public void Names_that_would_break_the_file_are_quoted()
    {
        var map = Accepted(
            Draft("Europe/London", "id,status,when,impact", "1,\"yes: #\" or {no},2026-03-02 10:00,null")
        );

        Assert.Equal(ImportedState.Noted, map.Rows!.States["\"yes: #\" or {no}"]);
        Assert.Equal("P4", map.Words.Priorities!["null"]);
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
        return MapDraft.Write(survey, "a-log", zone, ',');
    }
}
