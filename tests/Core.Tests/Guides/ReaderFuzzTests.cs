using CsCheck;
using Rung.Core.Guides.Checking;
using Rung.Core.Guides.Reading;
using Xunit;

namespace Rung.Core.Tests.Guides;

/// <summary>The reader is total: whatever is done to a guide, it answers, with places inside the file.</summary>
public sealed class ReaderFuzzTests
{
    private static readonly string[] Spices =
    [
        "&a ",
        "*a",
        "!!binary ",
        "<<: *a\n",
        "---\n",
        "...\n",
        "? ",
        "- ",
        ": ",
        "[",
        "]",
        "{",
        "}",
        "|\n",
        ">-\n",
        "\"",
        "'",
        "\t",
        "\0",
        "%YAML 1.2\n",
        "# ",
        "\uFEFF",
        "\u2028",
        "😀",
        "null",
        "~",
        "99999999999999999999",
        "-1",
        "1e9",
        "00:00-24:00",
        "2026-02-30",
        "id: ",
        "when: {}",
        "all: []",
        "not: {}",
        "\r",
        "\\",
        "`",
        "@",
    ];

    private static readonly Gen<Func<string, string>> Mutation = Gen.OneOf(
        Gen.Double.Unit.SelectMany(_ => Gen.Int[1, 40], Cut),
        Gen.Double.Unit.SelectMany(_ => Gen.OneOf(Spices), Insert),
        Gen.Double.Unit.SelectMany(_ => Gen.Double.Unit, SwapLines),
        Gen.Double.Unit.SelectMany(_ => Gen.Double.Unit, CopyLine),
        Gen.Double.Unit.SelectMany(_ => Gen.Char, Replace),
        Gen.Double.Unit.Select(End)
    );

    [Fact]
    public void Any_change_to_a_guide_is_answered() =>
        Mutation
            .List[1, 6]
            .Sample(
                mutations => Answer(mutations.Aggregate(Mistake.Guide, (text, mutate) => mutate(text))),
                iter: 1500
            );

    [Fact]
    public void Any_bytes_are_answered() =>
        Gen.Select(Gen.Double.Unit, Gen.Byte.Array[0, 12])
            .Sample(
                (at, bytes) =>
                {
                    var file = Mistake.Bytes(Mistake.Guide);
                    bytes.CopyTo(file, Math.Min((int)(at * file.Length), file.Length - bytes.Length));
                    Check(Mistake.Read(file), Mistake.Guide);
                },
                iter: 500
            );

    private static void Answer(string text) => Check(Mistake.Read(text), text);

    private static void Check(GuideReading reading, string text)
    {
        var problems = GuideChecks.Run(reading, Mistake.AsOf);
        var lines = text.Count(letter => letter is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029') + 2;
        Assert.All(
            problems,
            problem =>
                Assert.True(problem.Line >= 1 && problem.Line <= lines && problem.Column >= 1, problem.ToString())
        );
        Assert.Equal(reading.Guide is null, reading.Problems.Any(problem => problem.Severity == Severity.Error));
    }

    private static int At(string text, double share) => (int)(share * text.Length);

    private static Func<string, string> Cut(double at, int count) =>
        text => text.Remove(At(text, at), Math.Min(count, text.Length - At(text, at)));

    private static Func<string, string> Insert(double at, string spice) => text => text.Insert(At(text, at), spice);

    private static Func<string, string> Replace(double at, char letter) =>
        text =>
            string.Concat(
                text.AsSpan(0, At(text, at)),
                $"{letter}",
                text.AsSpan(Math.Min(text.Length, At(text, at) + 1))
            );

    private static Func<string, string> End(double at) => text => text[..At(text, at)];

    private static Func<string, string> SwapLines(double from, double to) =>
        text =>
        {
            var lines = text.Split('\n');
            var (first, second) = ((int)(from * lines.Length), (int)(to * lines.Length));
            (lines[first], lines[second]) = (lines[second], lines[first]);
            return string.Join('\n', lines);
        };

    private static Func<string, string> CopyLine(double from, double to) =>
        text =>
        {
            var lines = text.Split('\n').ToList();
            lines.Insert((int)(to * lines.Count), lines[(int)(from * lines.Count)]);
            return string.Join('\n', lines);
        };
}
