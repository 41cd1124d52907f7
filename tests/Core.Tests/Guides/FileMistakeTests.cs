using System.Text;
using Rung.Core.Guides.Reading;
using Xunit;

namespace Rung.Core.Tests.Guides;

/// <summary>Files that are no guide at all: one clear problem each, never an exception, never a long wait.</summary>
public sealed class FileMistakeTests
{
    [Theory]
    [InlineData("", "1:1 empty-file")]
    [InlineData("\n\n# nothing\n", "1:1 empty-file")]
    [InlineData("---\n", "1:1 empty-file")]
    [InlineData("just words\n", "1:1 wrong-type")]
    [InlineData("- a\n- b\n", "1:1 wrong-type")]
    [InlineData("rung: 2\nanything: goes\n", "1:7 unsupported-language")]
    [InlineData("rung: one\n", "1:7 unsupported-language")]
    [InlineData("rung: [1]\n", "1:7 unsupported-language")]
    [InlineData("rung: 1\ndesk:\n\t- a\n", "3:1 tab-indent")]
    [InlineData("rung: 1\n\tdesk: a\n", "2:1 tab-indent")]
    [InlineData("rung: 1\ntitle: a: b\n", "2:9 yaml-syntax")]
    [InlineData("rung: 1\ntitle: \"open\n", "2:8 yaml-syntax")]
    [InlineData("rung: 1\ntitle: @home\n", "2:8 yaml-syntax")]
    [InlineData("rung: 1\n b: 2\n", "2:3 yaml-syntax")]
    [InlineData("rung: 1\ntitle: a\0b\n", "2:9 bad-character")]
    [InlineData("rung: 1\ntitle: a\u001bb\n", "2:9 bad-character")]
    [InlineData("rung: 1\ntitle: a\u202eb\n", "2:9 bad-character")]
    [InlineData("rung: 1\ntitle: a\u2028b\n", "2:9 bad-character")]
    public void A_file_that_is_no_guide_is_one_problem(string text, string expected)
    {
        var reading = Mistake.Read(text);

        Assert.Null(reading.Guide);
        Assert.Equal(
            [expected],
            reading.Problems.Select(problem => $"{problem.Line}:{problem.Column} {problem.Code.Text()}")
        );
    }

    [Theory]
    [InlineData("title: Every key", "title: &a Every key", ProblemCode.YamlAnchor)]
    [InlineData("title: Every key", "title: *a", ProblemCode.YamlAlias)]
    [InlineData("title: Every key", "title: !!str Every key", ProblemCode.YamlTag)]
    [InlineData("title: Every key", "title: !secret Every key", ProblemCode.YamlTag)]
    [InlineData("title: Every key", "title: Every key\n  <<: { version: \"2\" }", ProblemCode.YamlMerge)]
    [InlineData("title: Every key", "title: Every key\n  ? [a, b]\n  : c", ProblemCode.YamlKey)]
    [InlineData("title: Every key", "title: Every key\n  \"\": c", ProblemCode.YamlKey)]
    [InlineData("title: Every key", "title: \"\\e[31mEvery key\"", ProblemCode.BadCharacter)]
    [InlineData("readings:\n", "---\nreadings:\n", ProblemCode.SecondDocument)]
    public void Surprising_parts_of_yaml_are_refused(string instead, string written, ProblemCode code)
    {
        var text = Mistake.Guide.Replace(instead, written, StringComparison.Ordinal);

        Assert.Equal([code], Mistake.Problems(text).Select(problem => problem.Code));
    }

    [Fact]
    public void Utf16_is_said_to_be_utf16()
    {
        var reading = Mistake.Read([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Mistake.Guide)]);

        Assert.Equal(
            (ProblemCode.NotText, "save it as UTF-8"),
            (reading.Problems.Single().Code, reading.Problems.Single().Mend)
        );
    }

    [Fact]
    public void A_byte_of_another_encoding_is_shown_where_it_is()
    {
        var problem = Mistake.Read([.. "rung: 1\nab"u8, 0xE9, .. "t"u8]).Problems.Single();

        Assert.Equal((ProblemCode.NotText, 2, 3), (problem.Code, problem.Line, problem.Column));
    }

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_are_taken() =>
        Assert.NotNull(
            Mistake.Read([.. Encoding.UTF8.Preamble, .. Mistake.Bytes(Mistake.Guide.ReplaceLineEndings("\r\n"))]).Guide
        );

    [Fact]
    public void A_billion_laughs_is_refused_soon()
    {
        var laughs = string.Concat(
            Enumerable
                .Range(1, 30)
                .Select(level => $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 9))}]\n")
        );

        Assert.Contains(
            Mistake.Read("rung: 1\na0: &a0 lol\n" + laughs).Problems,
            problem => problem.Code == ProblemCode.YamlAlias
        );
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{ a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    public void Deep_nesting_is_refused_soon(string opening)
    {
        var text = "rung: 1\na:\n  " + string.Concat(Enumerable.Repeat(opening, 100_000));

        Assert.Equal([ProblemCode.TooDeep], Mistake.Read(text).Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void Too_many_values_and_too_many_bytes_are_refused()
    {
        Assert.Contains(
            Mistake
                .Read("rung: 1\na: [" + new string(',', 0) + string.Concat(Enumerable.Repeat("1,", 150_000)) + "]")
                .Problems,
            IsTooLarge
        );
        Assert.Contains(Mistake.Read(new byte[(2 * 1024 * 1024) + 1]).Problems, IsTooLarge);
    }

    [Fact]
    public void A_file_full_of_mistakes_ends_soon_with_a_bounded_list()
    {
        var text = "rung: 1\n" + string.Concat(Enumerable.Range(0, 40_000).Select(number => $"k{number}: x\n"));

        Assert.InRange(Mistake.Read(text).Problems.Count, 1, 1000);
    }

    [Fact]
    public void A_file_full_of_names_that_lead_nowhere_ends_soon()
    {
        var roles = Enumerable
            .Range(0, 15_000)
            .Select(number => $"- {{ id: role-number-{number}, whenVacant: rolo-number-{number} }}\n");

        Assert.InRange(Mistake.Read("rung: 1\nroles:\n" + string.Concat(roles)).Problems.Count, 1, 1000);
    }

    private static bool IsTooLarge(GuideProblem problem) => problem.Code == ProblemCode.TooLarge;
}
