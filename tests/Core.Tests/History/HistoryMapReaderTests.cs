using System.Text;
using Rung.Core.Cases;
using Rung.Core.Guides.Reading;
using Rung.Core.History.Mapping;
using Rung.Core.Tests.Showing;
using Xunit;

namespace Rung.Core.Tests.History;

/// <summary>The mapping of a log: what is understood, and what its author is told. Issue 3, section 1.</summary>
public class HistoryMapReaderTests
{
    [Theory]
    [InlineData("volvo.yaml", 13)]
    [InlineData("helpdesk.yaml", 0)]
    public void The_mappings_in_the_documentation_are_read(string name, int states)
    {
        var file = File.ReadAllBytes(Path.Combine(GuideFiles.Root, "docs", "examples", "history", name));

        var reading = HistoryMapReader.Read(file);

        Assert.Empty(reading.Problems);
        Assert.Equal(states, reading.Map!.Rows?.States.Count ?? 0);
    }

    [Fact]
    public void States_are_told_apart_without_capitals()
    {
        var map = Logs.Map();

        Assert.Equal(ImportedState.OnHold, map.Rows!.States["CUSTOMER"]);
    }

    [Fact]
    public void A_guide_may_have_words_of_its_own_and_takes_the_others()
    {
        var map = Logs.Map(
            Logs.Plain + "kind: fault\nguides: { other: { priorities: { high: S1 }, contract: gold } }\n"
        );

        var (own, general) = (map.For("other"), map.For("any"));

        Assert.Equal(("fault", "gold", "S1"), (own.Kind, own.Contract, own.Priorities!["High"]));
        Assert.Equal(("fault", null, "P2"), (general.Kind, general.Contract, general.Priorities!["HIGH"]));
    }

    [Theory]
    [InlineData("states: { New: opened }", ProblemCode.UnknownWord, "`opened` is not a word", "write `open`")]
    [InlineData("stats: { New: open }", ProblemCode.UnknownKey, "`stats` is not a key", "write `states`")]
    [InlineData("states: {}", ProblemCode.EmptyValue, "`states` is empty", "Waiting for customer: onHold")]
    [InlineData("states: { New: open, NEW: closed }", ProblemCode.DuplicateKey, "differs only in capitals", "once")]
    [InlineData(
        "times: { zone: Europe/Londn }",
        ProblemCode.UnknownZone,
        "`Europe/Londn` is not a time zone",
        "write `Europe/London`"
    )]
    [InlineData(
        "times: { zone: Europe/London, format: \"??\" }",
        ProblemCode.BadTime,
        "`??` is not a format",
        "look into the log"
    )]
    [InlineData(
        "times: { zone: Europe/London, format: HH:mm }",
        ProblemCode.BadTime,
        "is not a format",
        "dd/MM/yyyy HH:mm"
    )]
    [InlineData(
        "times: { zone: Europe/London, format: yyyy-MM-dd qq }",
        ProblemCode.BadTime,
        "is not a format",
        "use the letters"
    )]
    [InlineData("file: { encoding: utf8 }", ProblemCode.UnknownWord, "`utf8` is not a word", "write `utf-8`")]
    [InlineData("file: { delimiter: colon }", ProblemCode.UnknownWord, "`colon` is not a word", "comma")]
    [InlineData(
        "milestones: { resolved: Done }",
        ProblemCode.MissingKey,
        "nothing says when a case began",
        "add `open`"
    )]
    [InlineData("desk: our old desk", ProblemCode.BadId, "`our old desk` is not an id", "letters, digits")]
    public void A_mistake_is_told_with_its_place_and_how_to_mend_it(
        string line,
        ProblemCode code,
        string what,
        string mend
    )
    {
        var yaml = With(line);

        var reading = HistoryMapReader.Read(Encoding.UTF8.GetBytes(yaml));

        var problem = Assert.Single(reading.Problems, one => one.Code == code);
        Assert.Null(reading.Map);
        Assert.Contains(what, problem.What, StringComparison.Ordinal);
        Assert.Contains(mend, problem.Mend, StringComparison.Ordinal);
        Assert.Equal(Array.FindIndex(yaml.Split('\n'), one => one == line) + 1, problem.Line);
    }

    [Theory]
    [InlineData("", "the file says nothing")]
    [InlineData("- a\n", "not a mapping of a log")]
    [InlineData("rung: 1\n", "this is a guide")]
    [InlineData("rung-history: 2\n", "this version of the mapping language")]
    [InlineData("a: b\n", "does not say that it maps a log")]
    public void Another_file_is_told_apart(string yaml, string what)
    {
        var reading = HistoryMapReader.Read(Encoding.UTF8.GetBytes(yaml));

        Assert.Null(reading.Map);
        Assert.Contains(reading.Problems, problem => problem.What.Contains(what, StringComparison.Ordinal));
    }

    [Fact]
    public void Any_cut_of_a_mapping_gives_an_answer()
    {
        var file = File.ReadAllBytes(Path.Combine(GuideFiles.Root, "docs", "examples", "history", "volvo.yaml"));
        for (var length = 0; length < file.Length; length += 7)
        {
            var reading = HistoryMapReader.Read(file.AsSpan(0, length));
            Assert.True(reading.Map is not null || reading.Problems.Count > 0);
        }
    }

    // The line takes the place of the key that it gives, or of `states` where it is none of the keys.
    private static string With(string line)
    {
        var key = line.Split(':')[0];
        var taken = key is "stats" or "milestones" ? "states" : key;
        var others = Logs.Plain.Split('\n').Where(one => !one.StartsWith(taken + ":", StringComparison.Ordinal));
        return string.Join('\n', others) + line + "\n";
    }
}
