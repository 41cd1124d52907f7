using System.Globalization;
using System.Text.RegularExpressions;

namespace Rung.Core.Time.HolidayFiles;

/// <summary>The years that a file says it holds for: <c>X-RUNG-COVERS:2025/2028</c>, or none.</summary>
internal sealed partial record DeclaredYears(int First, int Last)
{
    public bool AreDeclared => First > 0;

    public static DeclaredYears Read(IcsProperty? property, List<HolidayFileFinding> findings)
    {
        if (property is null)
        {
            return new DeclaredYears(0, 0);
        }

        var match = Years().Match(property.Value);
        if (
            match.Success
            && Year(match, "first") is var first
            && Year(match, "last") is var last
            && first <= last
            && first >= 1900
            && last <= 2200
        )
        {
            return new DeclaredYears(first, last);
        }

        findings.Add(
            new HolidayFileFinding(
                property.Line,
                HolidayFindingKind.Error,
                "holiday-years",
                $"'{property.Value}' is no range of years from 1900 to 2200; write X-RUNG-COVERS:2025/2028."
            )
        );
        return new DeclaredYears(0, 0);
    }

    private static int Year(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<first>[0-9]{4})/(?<last>[0-9]{4})$")]
    private static partial Regex Years();
}
