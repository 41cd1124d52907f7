using Rung.Core.History.Mapping;
using Xunit;

namespace Rung.Core.Tests.History;

/// <summary>Which corrections of a mapping would make other lines of a log that is there already.</summary>
public class MapChangeTests
{
    [Theory]
    [InlineData("zone: Europe/London", "zone: Europe/Berlin", "`zone` was `Europe/London` and is `Europe/Berlin`")]
    [InlineData("format: yyyy-MM-dd HH:mm", "format: iso", "`format` was `yyyy-MM-dd HH:mm` and is `iso`")]
    [InlineData("person: who }", "person: who, team: team }", "`team` was not there and is `team`")]
    [InlineData("person: who }", "person: boss }", "`person` was `who` and is `boss`")]
    [InlineData(", impact: impact", "", "`impact` was `impact` and is not there")]
    [InlineData("at: at", "at: when", "`at` was `at` and is `when`")]
    [InlineData("person: who }", "person: who, keep: [hours] }", "`keep` was not there and is `hours`")]
    [InlineData("columns:", "file: { encoding: latin-1 }\ncolumns:", "`encoding` was `utf-8` and is `latin-1`")]
    [InlineData("columns:", "file: { empty: [\"NULL\", \"-\"] }\ncolumns:", "`empty` was not there and is `NULL, -`")]
    public void What_decides_which_line_is_which_is_named(string was, string now, string expected) =>
        Assert.Equal([expected], Changed(was, now));

    [Theory]
    [InlineData("Working: assigned", "Working: waiting")]
    [InlineData("low: P3", "low: P4")]
    [InlineData("format: yyyy-MM-dd HH:mm", "format: [yyyy-MM-dd HH:mm, iso]")]
    [InlineData("name: The old desk", "source: \"A book\"\nname: The old desk")]
    public void What_leaves_the_lines_as_they_are_may_be_corrected(string was, string now) =>
        Assert.Empty(Changed(was, now));

    private static IReadOnlyList<string> Changed(string was, string now)
    {
        Assert.Contains(was, Logs.Plain, StringComparison.Ordinal);
        return MapChange.Between(Logs.Map(), Logs.Map(Logs.Plain.Replace(was, now, StringComparison.Ordinal)));
    }
}
