using Rung.Core.Guides.Showing;
using Rung.Core.Guides.Showing.Plain;
using Xunit;

namespace Rung.Core.Tests.Showing;

public sealed class PlainGuideTests
{
    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(120)]
    public void No_line_of_a_shown_guide_is_wider_than_the_terminal(int width)
    {
        foreach (var path in GuideFiles.Shipped)
        {
            var shown = GuideShower.Show(GuideFiles.Read(path).Guide!, ["Everything"]);
            Assert.All(PlainGuide.Write(shown, width).Split('\n'), line => Assert.InRange(line.Length, 0, width));
        }
    }

    [Fact]
    public void A_table_keeps_its_columns_and_breaks_within_cells()
    {
        var table = new Block.Table(
            "Times",
            ["Priority", "Target"],
            [
                ["P1", "4 hours"],
                ["P2", "1 working day from the reference"],
            ]
        );

        var lines = PlainGuide.Write([new Section("times", "Times", 2, [table])], 40).Split('\n');

        Assert.Equal(
            [
                "Times",
                "-----",
                "",
                "Times",
                "",
                "Priority  Target",
                "--------  ------------------------------",
                "P1        4 hours",
                "",
                "P2        1 working day from the",
                "          reference",
                "",
            ],
            lines
        );
    }

    [Fact]
    public void A_table_with_more_columns_than_fit_becomes_a_list_of_rows()
    {
        var columns = Enumerable.Range(1, 9).Select(number => $"Column{number}").ToArray();
        var table = new Block.Table(
            null,
            columns,
            [
                [.. columns.Select(column => $"value of {column}")],
            ]
        );

        var text = PlainGuide.Write([new Section("wide", "Wide", 1, [table])], 40);

        Assert.Contains("Column1: value of Column1\n  Column2: value of Column2\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Points_and_definitions_hang_below_their_first_line()
    {
        Block[] blocks =
        [
            new Block.Points(["a point that is longer than one line of forty characters"]),
            new Block.Definitions([new("Owner", "level 2, also when higher levels come in")]),
        ];

        Assert.EndsWith(
            """

            - a point that is longer than one line
              of forty characters

            Owner: level 2, also when higher
                levels come in

            """.ReplaceLineEndings("\n"),
            PlainGuide.Write([new Section("some", "Some", 1, blocks)], 40),
            StringComparison.Ordinal
        );
    }
}
