using System.Text.RegularExpressions;

namespace Rung.Core.Tests.Conformance;

/// <summary>A file of tests, or a scenario, and how many of its tests name which requirement.</summary>
/// <param name="Path">From the root of the checkout, with forward slashes.</param>
internal sealed partial record TestSource(string Path, IReadOnlyDictionary<string, int> Named)
{
    /// <summary>A scenario is one test.</summary>
    public static TestSource OfScenario(string path, string text) =>
        new(path, RequirementMentions.In(text).ToDictionary(id => id, _ => 1));

    /// <summary>
    /// A test names what stands in its name, in its body and right above it; what stands above its class all tests name.
    /// </summary>
    public static TestSource OfTests(string path, string text)
    {
        var named = new Dictionary<string, int>();
        var parts = Fact().Split(text);
        var ofClass = RequirementMentions.In(parts[0]).ToList();
        for (var index = 1; index < parts.Length; index++)
        {
            var own = RequirementMentions.In(Tail(parts[index - 1]) + Head(parts[index])).Concat(ofClass).Distinct();
            foreach (var id in own)
            {
                named[id] = named.GetValueOrDefault(id) + 1;
            }
        }
        return new TestSource(path, named);
    }

    // The comment above a test stands behind the end of the one before it.
    private static string Tail(string before) =>
        before[Math.Max(0, before.LastIndexOf("\n    }", StringComparison.Ordinal))..];

    private static string Head(string test) => test[..Math.Max(0, EndOf(test))];

    private static int EndOf(string test)
    {
        var end = test.IndexOf("\n    }", StringComparison.Ordinal);
        return end < 0 ? test.Length : end;
    }

    [GeneratedRegex(@"\n    \[(?:Fact|Theory)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Fact();
}
