using System.Globalization;
using System.Text.RegularExpressions;

namespace Rung.Core.Tests.Conformance;

/// <summary>
/// Requirements and readings named in a text: <c>ESS-52</c>, <c>ESS_52</c>, <c>A-09</c>, every one of <c>SMC-04 to SMC-16</c>; and
/// the numbers of attacks and faults, <c>S17</c> and <c>R1</c>, one by one.
/// </summary>
internal static partial class RequirementMentions
{
    public static IEnumerable<string> In(string text) =>
        Mention()
            .Matches(text)
            .SelectMany(found => Range(found.Groups))
            .Concat(Fault().Matches(text).Select(found => found.Value))
            .Distinct();

    private static IEnumerable<string> Range(GroupCollection found)
    {
        var first = Number(found["first"]);
        var last = found["last"].Success ? Number(found["last"]) : first;
        for (var number = first; number <= last; number++)
        {
            yield return $"{found["guide"].Value}-{number:00}";
        }
    }

    private static int Number(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"(?<![A-Za-z0-9])(?<guide>ESS|SMC|A|S)[-_](?<first>\d\d)(?!\d)(?:(?: to |_to_)\k<guide>[-_](?<last>\d\d)(?!\d))?",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Mention();

    [GeneratedRegex(@"(?<![A-Za-z0-9-])[RS][1-9]\d?(?![A-Za-z0-9-])", RegexOptions.CultureInvariant)]
    private static partial Regex Fault();
}
