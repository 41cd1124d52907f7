using System.Text.RegularExpressions;

namespace Rung.Core.Tests.Conformance;

/// <summary>A file of tests, a scenario or a bench, and how many of its tests name which requirement.</summary>
/// <param name="Path">From the root of the checkout, with forward slashes.</param>
internal sealed partial record TestSource(string Path, IReadOnlyDictionary<string, int> Named)
{
    /// <summary>A scenario is one test, and so is a bench.</summary>
    public static TestSource OfWhole(string path, string text) =>
        new(path, RequirementMentions.In(text).ToDictionary(id => id, _ => 1));

    /// <summary>
    /// A test names what stands in its name, in the comments of its body and in those right above it. What stands above
    /// its class says what the file is about, a string is data of the test, but for the name it is shown by: both show nothing.
    /// </summary>
    public static TestSource OfTests(string path, string text)
    {
        var named = new Dictionary<string, int>();
        var parts = Fact()
            .Split(Literal().Replace(text, kept => IsComment(kept.Value) || IsName(text, kept) ? kept.Value : "\"\""));
        for (var index = 1; index < parts.Length; index++)
        {
            foreach (var id in RequirementMentions.In(Above().Match(parts[index - 1]).Value + Own(parts[index])))
            {
                named[id] = named.GetValueOrDefault(id) + 1;
            }
        }
        return new TestSource(path, named);
    }

    private static bool IsComment(string literal) => literal.StartsWith('/');

    private static bool IsName(string text, Match literal) =>
        text[..literal.Index].EndsWith("DisplayName = ", StringComparison.Ordinal);

    private static string Own(string test) =>
        EndOfMember().Match(test) is { Success: true } end ? test[..end.Index] : test;

    [GeneratedRegex(@"\n    \[(?:Fact|Theory)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Fact();

    // Comments are found as well, since what they quote is no string.
    [GeneratedRegex(
        @"//[^\n]*|(?<raw>""""""+).*?\k<raw>|\$?@\$?""(?:[^""]|"""")*""|""(?:[^""\\\n]|\\.)*""|'(?:[^'\\\n]|\\.[^'\n]*)'",
        RegexOptions.CultureInvariant | RegexOptions.Singleline
    )]
    private static partial Regex Literal();

    // The comments and attributes that the text before a test ends with.
    [GeneratedRegex(@"(?:\n    (?://|\[)[^\n]*)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Above();

    // Of a body in braces, or of one behind an arrow.
    [GeneratedRegex(@"\n    \}|;\n(?=\n?(?:    \S|\}))", RegexOptions.CultureInvariant)]
    private static partial Regex EndOfMember();
}
