using Rung.Core.Cases;
using Rung.Core.History;
using Rung.Core.History.Lines;
using Rung.Core.History.Mapping;
using Xunit;

namespace Rung.Core.Tests.History;

/// <summary>What becomes of every line of a log.</summary>
public class CasebookTests
{
    [Fact]
    public void Each_line_is_told_what_it_says_of_its_case()
    {
        var book = Logs.Book(
            "A, 2026-03-02 09:00, New",
            "A, 2026-03-02 10:00, Working",
            "A, 2026-03-02 10:30, Working, Bob",
            "A, 2026-03-02 11:00, Solved",
            "A, 2026-03-02 11:30, Odd",
            "A, 2026-03-02 12:00, Working",
            "A, 2026-03-02 13:00, Shut",
            "A, 2026-03-03 09:00, New",
            "B, 2026-03-02 09:00, Customer"
        );

        LineMeaning?[] expected =
        [
            LineMeaning.Began,
            LineMeaning.Changed,
            LineMeaning.Repeated,
            LineMeaning.Changed,
            LineMeaning.Noted,
            LineMeaning.BackFromResolved,
            LineMeaning.Changed,
            LineMeaning.BackFromClosed,
            LineMeaning.BeganInTheMiddle,
        ];
        Assert.Equal(expected, book.Cases.SelectMany(one => one.Lines).Select(line => line.Meaning));
        Assert.Equal((ImportedState.Open, ImportedState.OnHold), (book.Cases[0].Last, book.Cases[1].Last));
    }

    [Fact]
    public void Lines_out_of_order_are_put_in_the_order_of_time_and_told()
    {
        var book = Logs.Book("A, 2026-03-02 09:00, New", "A, 2026-03-02 11:00, Solved", "A, 2026-03-02 10:00, Working");

        var lines = Assert.Single(book.Cases).Lines;

        Assert.Equal([2L, 4L, 3L], lines.Select(line => line.Line));
        Assert.Equal([false, true, false], lines.Select(line => line.IsOutOfOrder));
    }

    // To the minute, as many systems write; exports often begin with the newest row.
    [Fact]
    public void A_log_that_begins_with_the_newest_row_tells_the_same()
    {
        string[] rows =
        [
            "A, 2026-03-02 10:00, New",
            "A, 2026-03-02 11:00, Working",
            "A, 2026-03-02 11:00, Solved",
            "A, 2026-03-02 15:00, Shut",
            "B, 2026-03-03 11:00, New",
            "B, 2026-03-03 11:00, Working",
            "B, 2026-03-03 11:00, Solved",
        ];

        var (forth, back) = (Logs.Book(rows), Logs.Book([.. rows.Reverse()]));

        Assert.Equal([ImportedState.Closed, ImportedState.Resolved], forth.Cases.Select(one => one.Last!.Value));
        Assert.All(
            forth.Cases,
            one =>
                Assert.Equal(
                    one.Lines.Select(line => (line.Event.At, line.Event.State, line.Meaning)),
                    back.Cases.Single(other => other.Key == one.Key)
                        .Lines.Select(line => (line.Event.At, line.Event.State, line.Meaning))
                )
        );
    }

    // On 25 October 2026 the wall clock of London shows 01:00 to 02:00 twice: until 01:00 UTC, and until 02:00 UTC.
    [Fact]
    public void A_time_that_came_twice_is_the_later_one_where_the_row_before_is_past_the_earlier()
    {
        var book = Logs.Book("A, 2026-10-25 01:30, New", "A, 2026-10-25 01:15, Solved", "B, 2026-10-25 01:15, New");

        var (first, second) = (book.Cases[0].Lines, book.Cases[1].Lines);

        Assert.Equal(["2026-10-25T00:30:00Z", "2026-10-25T01:15:00Z"], first.Select(line => Logs.Said(line.Event.At)));
        Assert.Equal([ClockChange.Twice, ClockChange.TwiceAndLater], first.Select(line => line.Change));
        Assert.Equal([LineMeaning.Began, LineMeaning.Changed], first.Select(line => line.Meaning!.Value));
        Assert.Equal("2026-10-25T00:15:00Z", Logs.Said(Assert.Single(second).Event.At));
    }

    [Fact]
    public void The_same_line_twice_is_kept_once_and_told()
    {
        var book = Logs.Book("A, 2026-03-02 09:00, New", "A, 2026-03-02 09:00, New", "A, 2026-03-02 09:00, New, Bob");

        Assert.Equal(
            [LineFate.Readable, LineFate.Twice, LineFate.Readable],
            Assert.Single(book.Cases).Lines.Select(line => line.Fate)
        );
    }

    // Solved by mistake and taken back, all of it at 11:00 and to the minute: the case ends as worked on, not as solved.
    [Fact]
    public void What_came_again_within_one_minute_is_a_line_of_its_own()
    {
        string[] rows =
        [
            "A, 2026-03-02 09:00, New",
            "A, 2026-03-02 11:00, Working",
            "A, 2026-03-02 11:00, Solved",
            "A, 2026-03-02 11:00, Working",
            "A, 2026-03-02 11:00, Working",
        ];
        LineMeaning?[] expected =
        [
            LineMeaning.Began,
            LineMeaning.Changed,
            LineMeaning.Changed,
            LineMeaning.BackFromResolved,
        ];

        foreach (var book in (Casebook[])[Logs.Book(rows), Logs.Book([.. rows.Reverse()])])
        {
            var one = Assert.Single(book.Cases);
            Assert.Equal(ImportedState.Assigned, one.Last);
            Assert.Equal(
                expected,
                one.Lines.Where(line => line.Fate == LineFate.Readable).Select(line => line.Meaning)
            );
        }
    }

    // The second piece of the log begins with what the first one ended with, and tells one row more of that minute.
    [Fact]
    public void Pieces_of_a_log_that_overlap_tell_each_line_once()
    {
        var one = Assert.Single(
            Logs.Book(
                "A, 2026-03-02 09:00, New",
                "A, 2026-03-02 11:00, Working",
                "A, 2026-03-02 11:00, Solved",
                "A, 2026-03-02 09:00, New",
                "A, 2026-03-02 11:00, Working",
                "A, 2026-03-02 11:00, Solved",
                "A, 2026-03-02 11:00, Working"
            ).Cases
        );

        Assert.Equal([2L, 3L, 4L, 8L], one.Lines.Where(line => line.Fate != LineFate.Twice).Select(line => line.Line));
        Assert.Equal(ImportedState.Assigned, one.Last);
    }

    [Theory]
    [InlineData("", "2026-03-02 09:00", "New", "there is no case")]
    [InlineData("A", "2026-03-02 09:00", "Gone", "the mapping does not say what the state 'Gone' means")]
    public void A_row_that_cannot_be_read_is_kept_with_its_reason(string key, string at, string state, string why)
    {
        var book = Logs.Book($"{key}, {at}, {state}");

        var refused = Assert.Single(book.Refused);
        Assert.Equal((1, 2, why), (book.Rows, refused.Line, refused.Why));
    }

    [Fact]
    public void A_row_with_too_many_cells_or_too_long_a_cell_is_refused()
    {
        var map = Logs.Map();
        var reader = new RowReader(map, new LogHeader(["ref", "at", "status", "impact", "who"], map), Logs.Now);

        var more = Assert.IsType<LogRow.Refused>(reader.Read(2, ["A", "2026-03-02 09:00", "New", "low", "Ann", "x"]));
        var longer = Assert.IsType<LogRow.Refused>(
            reader.Read(3, ["A", "2026-03-02 09:00", "New", "low", new string('x', 5000)])
        );

        Assert.StartsWith("the row has 6 cells and the header 5", more.Why, StringComparison.Ordinal);
        Assert.Equal(("who", "the cell is longer than 4,000 characters"), (longer.Column, longer.Why));
    }

    [Fact]
    public void A_header_is_held_against_the_mapping()
    {
        var header = new LogHeader(["Ref", "at", "stat", "impact", "who", "Who", "more"], Logs.Map());

        Assert.Equal(["more"], header.Unread.Where(name => name == "more"));
        Assert.Equal(
            [
                "The log has no column 'status'. Did you mean 'stat'?",
                "The header has two columns 'who': rename one of them.",
            ],
            header.Problems
        );
    }

    [Fact]
    public void A_row_that_is_a_case_gives_a_line_for_each_moment()
    {
        var row = Assert.IsType<LogRow.Read>(Moments("02/03/2026 12:00", "02/03/2026 09:00", ""));

        Assert.Equal([ImportedState.Open, ImportedState.Resolved], row.Lines.Select(line => line.Event.State));
        Assert.Equal("2026-03-02T09:00:00Z", Logs.Said(row.Lines[0].Event.At));
    }

    [Theory]
    [InlineData("NULL")]
    [InlineData("n/a")]
    public void What_the_mapping_calls_empty_is_a_moment_that_did_not_happen(string cell)
    {
        var row = Assert.IsType<LogRow.Read>(Moments(cell, "02/03/2026 09:00", "-"));

        Assert.Equal([ImportedState.Open], row.Lines.Select(line => line.Event.State));
    }

    [Theory]
    [InlineData("\u001b[31mred", "\uFFFD[31mred")]
    [InlineData("a\u202Eb\u2066c\u0085", "a\uFFFDb\uFFFDc\uFFFD")]
    [InlineData("plain\tand\nbroken, Übung", "plain\tand\nbroken, Übung")]
    public void What_nobody_can_see_stands_as_a_sign(string text, string expected) =>
        Assert.Equal(expected, CellText.Clean(text));

    [Theory]
    [InlineData("02/03/2026 08:00", "02/03/2026 09:00", "this lies before the case began")]
    [InlineData("02/03/2026 08:00", "", "nothing says when the case began")]
    public void A_case_that_ends_before_it_starts_is_refused(string solved, string opened, string why)
    {
        Assert.Equal(why, Assert.IsType<LogRow.Refused>(Moments(solved, opened, "")).Why);
    }

    private static LogRow Moments(string solved, string opened, string closed)
    {
        var map = Logs.Map(
            """
            rung-history: 1
            desk: old-desk
            name: The old desk
            times: { zone: Europe/London, format: dd/MM/yyyy HH:mm }
            file: { empty: ["NULL", "N/A", "-"] }
            columns: { case: Id }
            milestones: { closed: Closed, open: Opened, resolved: Solved }
            otherwise: P3
            """
        );
        var header = new LogHeader(["Solved", "Opened", "Closed", "Id"], map);
        return new RowReader(map, header, Logs.Now).Read(2, [solved, opened, closed, "7"]);
    }
}
