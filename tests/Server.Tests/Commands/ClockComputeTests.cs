using System.Text;
using System.Text.Json;
using Rung.Server.Commands.ClockCompute;
using Xunit;

namespace Rung.Server.Tests.Commands;

/// <summary><c>rung clock compute</c> (issue 2 section 4, last point of semantics): lines in, lines out, whatever they hold.</summary>
public class ClockComputeTests
{
    private const string Desk =
        """{"zone":"Europe/London","week":{"mon":[["08:00","18:00"]],"tue":[["08:00","18:00"]],"wed":[["08:00","18:00"]],"thu":[["08:00","18:00"]],"fri":[["08:00","18:00"]]},"holidays":["2026-12-25","2026-12-28"]}""";

    private const string Nights =
        """{"zone":"Europe/London","week":{"mon":[["22:00","06:00"]],"fri":[["18:00","24:00"]]}}""";

    private const string Always = """{"zone":"Europe/London","always":true}""";

    [Fact]
    public void The_example_of_the_issue() =>
        // Mondays only: 28 December, 4 and 11 January, ten hours each.
        Assert.Equal(
            """{"id":"1","result":"2027-01-11T18:00:00Z"}""",
            Run(
                """{"id":"1","calendar":{"zone":"Europe/London","week":{"mon":[["08:00","18:00"]]},"holidays":["2026-12-25"],"dates":{"2026-12-24":[["08:00","12:00"]]}},"op":"add","start":"2026-12-24T15:31:00Z","amount":"PT30H"}"""
            )
        );

    [Theory]
    [InlineData(Desk, "2026-12-24T15:31:00Z", "PT30H", "2026-12-31T15:31:00Z")] // D1
    [InlineData(Desk, "2026-06-01T07:00:00Z", "PT10H", "2026-06-01T17:00:00Z")]
    [InlineData(Desk, "2026-06-02T17:00:00Z", "-PT10H", "2026-06-02T07:00:00Z")]
    [InlineData(Desk, "2026-06-02T07:00:00Z", "-PT10H", "2026-06-01T07:00:00Z")]
    [InlineData(Desk, "2026-06-06T12:00:00Z", "PT0S", "2026-06-06T12:00:00Z")]
    [InlineData(Desk, "2026-06-01T12:00:00+01:00", "PT1H30M", "2026-06-01T12:30:00Z")]
    [InlineData(Desk, "2026-06-01T11:00Z", "PT0.000000001S", "2026-06-01T11:00:00.000000001Z")]
    [InlineData(Desk, "2026-06-01T11:00:00.25Z", "PT1.5H", "2026-06-01T12:30:00.25Z")]
    [InlineData(Nights, "2026-06-01T20:00:00Z", "PT8H", "2026-06-02T05:00:00Z")] // Monday 22:00 to Tuesday 06:00 BST
    [InlineData(Nights, "2026-06-05T12:00:00Z", "PT6H", "2026-06-05T23:00:00Z")] // Friday 24:00 BST
    [InlineData(Always, "2026-06-01T20:00:00Z", "PT48H", "2026-06-03T20:00:00Z")]
    public void Adds(string calendar, string start, string amount, string end) =>
        Assert.Equal(
            $$"""{"id":1,"result":"{{end}}"}""",
            Run($$"""{"id":1,"calendar":{{calendar}},"op":"add","start":"{{start}}","amount":"{{amount}}"}""")
        );

    [Theory]
    [InlineData("2026-12-24T15:31:00Z", "2026-12-31T15:31:00Z", "PT30H")]
    [InlineData("2026-12-31T15:31:00Z", "2026-12-24T15:31:00Z", "-PT30H")]
    [InlineData("2026-12-24T15:31:00Z", "2026-12-24T15:31:00Z", "PT0S")]
    [InlineData("2026-12-24T15:31:00Z", "2026-12-24T17:01:02.5Z", "PT1H30M2.5S")]
    [InlineData("2026-12-24T15:31:00.5Z", "2026-12-24T15:31:00Z", "-PT0.5S")]
    [InlineData("2026-06-01T00:00:00Z", "2026-06-08T00:00:00Z", "PT50H")] // hours, never days
    public void Measures_between(string start, string end, string amount) =>
        Assert.Equal(
            $$"""{"id":1,"result":"{{amount}}"}""",
            Run($$"""{"id":1,"calendar":{{Desk}},"op":"between","start":"{{start}}","end":"{{end}}"}""")
        );

    [Theory]
    [InlineData("next-open", "2026-12-24T18:00:00Z", "\"2026-12-29T08:00:00Z\"")]
    [InlineData("next-open", "2026-12-24T17:59:59.9Z", "\"2026-12-24T17:59:59.9Z\"")]
    [InlineData("is-open", "2026-12-24T18:00:00Z", "false")]
    [InlineData("is-open", "2026-12-24T08:00:00Z", "true")]
    public void Looks_at_the_hours(string op, string start, string result) =>
        Assert.Equal(
            $$"""{"id":1,"result":{{result}}}""",
            Run($$"""{"id":1,"calendar":{{Desk}},"op":"{{op}}","start":"{{start}}"}""")
        );

    [Theory]
    [InlineData("garbage", "bad-json")]
    [InlineData("[1]", "bad-json")]
    [InlineData("{\"id\":1} {}", "bad-json")]
    [InlineData("""{"id":1,"id":2}""", "bad-json")]
    [InlineData("""{"id":1,"op":"\ud800"}""", "bad-json")]
    [InlineData("""{"calendar":CAL,"op":"is-open","start":"2026-06-01T11:00:00Z"}""", "missing-field")]
    [InlineData("""{"id":{},"calendar":CAL,"op":"is-open","start":"2026-06-01T11:00:00Z"}""", "bad-id")]
    [InlineData("""{"id":1,"op":"is-open","start":"2026-06-01T11:00:00Z"}""", "missing-field")]
    [InlineData("""{"id":1,"calendar":CAL,"start":"2026-06-01T11:00:00Z"}""", "missing-field")]
    [InlineData("""{"id":1,"calendar":CAL,"op":"is-open"}""", "missing-field")]
    [InlineData("""{"id":1,"calendar":CAL,"op":"add","start":"2026-06-01T11:00:00Z"}""", "missing-field")]
    [InlineData("""{"id":1,"calendar":CAL,"op":"between","start":"2026-06-01T11:00:00Z"}""", "missing-field")]
    [InlineData("""{"id":1,"calendar":CAL,"op":"foo","start":"2026-06-01T11:00:00Z"}""", "unknown-op")]
    [InlineData("""{"id":1,"calendar":CAL,"op":"is-open","start":"2026-06-01T11:00:00Z","x":[{}]}""", "unknown-field")]
    [InlineData("""{"id":1,"calendar":CAL,"op":"is-open","start":"2026-06-01"}""", "bad-instant")]
    [InlineData("""{"id":1,"calendar":CAL,"op":"is-open","start":"2026-02-30T11:00:00Z"}""", "bad-instant")]
    [InlineData("""{"id":1,"calendar":CAL,"op":"is-open","start":7}""", "bad-type")]
    [InlineData("""{"id":1,"calendar":CAL,"op":"is-open","start":"2201-01-01T00:00:00Z"}""", "out-of-range")]
    [InlineData("""{"id":1,"calendar":CAL,"op":"next-open","start":"1899-12-31T23:59:59Z"}""", "out-of-range")]
    [InlineData("""{"id":1,"calendar":CAL,"op":"is-open","start":"9999-12-31T23:59:59-18:00"}""", "out-of-range")]
    [InlineData("""{"id":1,"calendar":CAL,"op":"is-open","start":"-9998-01-01T00:00:00+18:00"}""", "out-of-range")]
    public void A_bad_line_is_answered_with_a_code(string line, string code) =>
        Assert.Equal(code, Code(line.Replace("CAL", Desk)));

    [Theory]
    [InlineData("P1D")]
    [InlineData("P1W")]
    [InlineData("P1DT1H")]
    [InlineData("PT")]
    [InlineData("P")]
    [InlineData("-PT")]
    [InlineData("PT1M1H")]
    [InlineData("PT1.5H30M")]
    [InlineData("PT0.0000000001S")]
    [InlineData("PT-1H")]
    [InlineData("pt1h")]
    [InlineData("1H")]
    [InlineData("")]
    public void Other_durations_are_refused(string amount) =>
        Assert.Equal(
            "bad-duration",
            Code($$"""{"id":1,"calendar":{{Desk}},"op":"add","start":"2026-06-01T11:00:00Z","amount":"{{amount}}"}""")
        );

    [Theory]
    [InlineData("PT3000001H")]
    [InlineData("-PT999999999999999999H")]
    [InlineData("PT99999999999999999999999999999999999999999999H")]
    public void A_duration_beyond_all_years_is_out_of_range(string amount) =>
        Assert.Equal(
            "out-of-range",
            Code($$"""{"id":1,"calendar":{{Desk}},"op":"add","start":"2026-06-01T11:00:00Z","amount":"{{amount}}"}""")
        );

    [Theory]
    [InlineData("7", "bad-calendar")]
    [InlineData("""{}""", "missing-field")]
    [InlineData("""{"zone":"Europe/London"}""", "missing-field")]
    [InlineData("""{"zone":"Europe/Londn","week":{}}""", "bad-zone")]
    [InlineData("""{"zone":"Europe/London","week":{}}""", "never-open")]
    [InlineData("""{"zone":"Europe/London","week":{},"wek":{}}""", "unknown-field")]
    [InlineData("""{"zone":"Europe/London","week":{"monday":[]}}""", "unknown-field")]
    [InlineData("""{"zone":"Europe/London","week":{"mon":[["08:00","08:00"]]}}""", "bad-span")]
    [InlineData("""{"zone":"Europe/London","week":{"mon":[["8","18"]]}}""", "bad-span")]
    [InlineData("""{"zone":"Europe/London","week":{"mon":["08:00-18:00"]}}""", "bad-span")]
    [InlineData("""{"zone":"Europe/London","week":{"mon":"08:00-18:00"}}""", "bad-type")]
    [InlineData("""{"zone":"Europe/London","week":{"mon":[],"mon":[]}}""", "bad-json")]
    [InlineData("""{"zone":"Europe/London","week":{},"holidays":["2026-13-01"]}""", "bad-date")]
    [InlineData("""{"zone":"Europe/London","week":{},"dates":{"26-12-24":[]}}""", "bad-date")]
    [InlineData("""{"zone":"Europe/London","always":1}""", "bad-type")]
    [InlineData("""{"zone":"Europe/London","always":true,"week":{}}""", "bad-calendar")]
    public void A_bad_calendar_is_answered_with_a_code(string calendar, string code)
    {
        var line = $$"""{"id":1,"calendar":{{calendar}},"op":"next-open","start":"2026-06-01T11:00:00Z"}""";
        Assert.Equal(code, Code(line));
        // The same text again must not pass because it was seen before.
        Assert.Equal(2, Run($"{line}\n{line}").Split(code).Length - 1);
    }

    [Fact]
    public void Bad_lines_do_not_stop_the_rest_and_order_is_kept()
    {
        var good = $$"""{"id":"ID","calendar":{{Always}},"op":"is-open","start":"2026-06-01T11:00:00Z"}""";
        var input =
            "\uFEFF"
            + good.Replace("ID", "a")
            + "\r\n\r\nx\r\n   \n"
            + good.Replace("ID", "\\u00e9")
            + "\n"
            + good.Replace("\"ID\"", "-1.50");
        var answers = Run(input).Split('\n');
        Assert.Equal("""{"id":"a","result":true}""", answers[0]);
        Assert.StartsWith("""{"id":null,"error":{"code":"bad-json","message":""", answers[1], StringComparison.Ordinal);
        Assert.Equal("""{"id":"\u00e9","result":true}""", answers[2]);
        Assert.Equal("""{"id":-1.50,"result":true}""", answers[3]);
    }

    [Fact]
    public void A_line_without_end_is_refused_and_the_next_one_answered()
    {
        var good = $$"""{"id":1,"calendar":{{Always}},"op":"is-open","start":"2026-06-01T11:00:00Z"}""";
        var answers = Run(good + "\n" + new string('x', 3 * LineReader.Longest) + "\n" + good + "\n").Split('\n');
        Assert.Equal(3, answers.Length);
        Assert.Contains("line-too-long", answers[1], StringComparison.Ordinal);
        Assert.Equal(answers[0], answers[2]);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        using var output = new MemoryStream();
        new ComputeLoop(new MemoryStream([(byte)'"', 0xC3, 0x28, (byte)'"']), output).Run();
        Assert.Contains("bad-json", Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void Input_may_come_in_any_portions()
    {
        var lines = string.Concat(
            Enumerable
                .Range(0, 50)
                .Select(id =>
                    $$"""{"id":{{id}},"calendar":{{Always}},"op":"is-open","start":"2026-06-01T11:00:00Z"}""" + "\n"
                )
        );
        using var output = new MemoryStream();
        new ComputeLoop(new Trickle(Encoding.UTF8.GetBytes(lines)), output).Run();
        Assert.Equal(Run(lines), Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n'));
    }

    private static string Code(string line) =>
        JsonDocument.Parse(Run(line)).RootElement.GetProperty("error").GetProperty("code").GetString()!;

    private static string Run(string input)
    {
        using var output = new MemoryStream();
        new ComputeLoop(new MemoryStream(Encoding.UTF8.GetBytes(input)), output).Run();
        return Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n');
    }

    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 7));
    }
}
