using System.Globalization;
using System.Text.RegularExpressions;
using Rung.Core.Cases;
using Rung.Core.Tests.Showing;

namespace Rung.Core.Tests.Cases;

/// <summary>What <c>docs/errors.md</c> says each refusal rests on.</summary>
internal static partial class DocumentedRules
{
    private static readonly Dictionary<string, HashSet<string>> Rows = File.ReadAllLines(
            Path.Combine(GuideFiles.Root, "docs", "errors.md")
        )
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Split('|'))
        .Where(cells => cells.Length == 6)
        .ToDictionary(cells => cells[1].Trim(' ', '`'), cells => Rules(cells[3]));

    /// <summary>Whether the refusal's rule stands in the row of its code; one without a rule needs none.</summary>
    public static bool Name(Refusal refusal) =>
        refusal.Rule is null || (Rows.TryGetValue(refusal.Code.Text(), out var rules) && rules.Contains(refusal.Rule));

    // "ESS-69 to ESS-74, A-06": single rules and ranges.
    private static HashSet<string> Rules(string cell) =>
        Range()
            .Matches(cell)
            .SelectMany(match =>
            {
                var (family, first) = (match.Groups["family"].Value, Number(match.Groups["first"].Value));
                var last = match.Groups["last"].Success ? Number(match.Groups["last"].Value) : first;
                return Enumerable.Range(first, last - first + 1).Select(number => $"{family}-{number:00}");
            })
            .ToHashSet(StringComparer.Ordinal);

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<family>[A-Z]+)-(?<first>\d+)(?: to [A-Z]+-(?<last>\d+))?")]
    private static partial Regex Range();
}
