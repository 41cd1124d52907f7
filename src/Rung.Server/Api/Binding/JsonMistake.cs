using System.Text.Json;
using System.Text.RegularExpressions;
using Rung.Server.Api.Problems;

namespace Rung.Server.Api.Binding;

/// <summary>Says what is wrong in a body, and where, in words that do not name our classes.</summary>
internal static partial class JsonMistake
{
    public static ProblemAnswer Tell(JsonException wrong) =>
        Refusing.Because(ProblemKind.MalformedRequest, wrong.Path ?? "$", Sentence(wrong));

    private static string Sentence(JsonException wrong)
    {
        var said = wrong.Message;
        if (Unknown(said) is { } unknown)
        {
            return $"There is no field {unknown}: leave it out or correct its name.";
        }
        if (Missing().Match(said) is { Success: true } missing)
        {
            return $"Not given but needed: {missing.Groups["fields"].Value.Replace("'", "", StringComparison.Ordinal)}.";
        }
        if (Doubled().IsMatch(said))
        {
            return "The same field is given twice.";
        }
        if (said.Contains("maximum", StringComparison.Ordinal) && said.Contains("depth", StringComparison.Ordinal))
        {
            return "The body is nested too deeply.";
        }
        return OfShape().IsMatch(said) ? "The value is of another type than this field has." : Syntax(wrong);
    }

    // Whatever the name is: it may have quotes in it, or nothing.
    private static string? Unknown(string said)
    {
        const string Before = "The JSON property '";
        const string After = "' could not be mapped";
        const int Longest = 80;
        var (start, end) = (Before.Length, said.LastIndexOf(After, StringComparison.Ordinal));
        return !said.StartsWith(Before, StringComparison.Ordinal) || end < start ? null
            : end == start ? "without a name"
            : said[start..Math.Min(end, start + Longest)];
    }

    private static string Syntax(JsonException wrong)
    {
        var at = wrong.LineNumber is { } line ? $" Line {line + 1}, byte {wrong.BytePositionInLine + 1}." : "";
        var said = wrong.Message.Split(" Path: ", 2)[0].Split(" LineNumber: ", 2)[0];
        return said.StartsWith('\'') || said.StartsWith("Expected", StringComparison.Ordinal)
            ? $"The body is not JSON: {said}{at}"
            : said;
    }

    [GeneratedRegex("missing required properties(?: including)?: (?<fields>.*?)\\.(?: Path|$)")]
    private static partial Regex Missing();

    [GeneratedRegex("[Dd]uplicate property")]
    private static partial Regex Doubled();

    [GeneratedRegex(
        "could not be converted|Cannot get the value of a token|doesn't allow (?:setting )?null|null values"
    )]
    private static partial Regex OfShape();
}
