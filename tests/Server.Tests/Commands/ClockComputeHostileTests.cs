using System.Text;
using System.Text.Json;
using Rung.Server.Commands.ClockCompute;
using Xunit;

namespace Rung.Server.Tests.Commands;

/// <summary><c>rung clock compute</c> answers every line, with its id where it can be read, in bounded time and memory.</summary>
public class ClockComputeHostileTests
{
    private const string Always = """{"zone":"UTC","always":true}""";

    [Theory]
    [InlineData("""{"id":"7","op":"add",""")]
    [InlineData("""{"id":"7","op":"is-open" "start":1}""")]
    [InlineData("""{"id":"7","op":"\ud800","calendar":{"zone":"UTC","always":true}}""")]
    [InlineData("""{"id":"7","calendar":{"zone":"UTC","week":{"mon":[],"mon":[]}},"op":"is-open"}""")]
    [InlineData(
        """{"id":"7","calendar":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{}"""
    )]
    [InlineData("""{"id":"7","op":NaN}""")]
    public void A_line_that_breaks_after_its_id_is_answered_with_it(string line) =>
        Assert.StartsWith("""{"id":"7","error":{"code":"bad-json",""", Run(line), StringComparison.Ordinal);

    [Theory]
    [InlineData("null")]
    [InlineData("NaN")]
    [InlineData("1e999")]
    [InlineData("\0")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    [InlineData("""{"id":NaN,"op":"add"}""")]
    public void A_line_without_a_readable_id_is_answered_with_null(string line) =>
        Assert.StartsWith("""{"id":null,"error":{"code":"bad-json",""", Run(line), StringComparison.Ordinal);

    [Fact]
    public void Numbers_too_large_for_any_type_are_ids_all_the_same() =>
        Assert.Equal(
            """{"id":1e400,"result":true}""",
            Run($$"""{"id":1e400,"calendar":{{Always}},"op":"is-open","start":"2026-06-01T11:00:00Z"}""")
        );

    // A thousand half minutes are 8 h 20 min.
    [Fact]
    public void A_week_may_have_a_thousand_spans_and_not_more()
    {
        Assert.Equal("""{"id":1,"result":"PT8H20M"}""", Run(HalfMinutes(1_000)));
        Assert.Equal("bad-calendar", Code(HalfMinutes(1_001)));
    }

    private static string HalfMinutes(int count)
    {
        var spans = Enumerable.Range(0, count).Select(minute => (Hour: minute / 60, Minute: minute % 60));
        var monday = string.Join(
            ',',
            spans.Select(at => $"[\"{at.Hour:D2}:{at.Minute:D2}\",\"{at.Hour:D2}:{at.Minute:D2}:30\"]")
        );
        return $$$"""{"id":1,"calendar":{"zone":"UTC","week":{"mon":[{{{monday}}}]}},"op":"between","start":"2026-06-01T00:00:00Z","end":"2026-06-08T00:00:00Z"}""";
    }

    private static string Code(string line) =>
        JsonDocument.Parse(Run(line)).RootElement.GetProperty("error").GetProperty("code").GetString()!;

    private static string Run(string input)
    {
        using var output = new MemoryStream();
        new ComputeLoop(new MemoryStream(Encoding.UTF8.GetBytes(input)), output).Run();
        return Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n');
    }
}
