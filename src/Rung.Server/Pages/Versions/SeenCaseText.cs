using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Rung.Core.Cases;
using Rung.Core.Guides;

namespace Rung.Server.Pages.Versions;

/// <summary>A case as a form sends it back that was looked at: <c>R-7K4-239/4</c>, its reference and its version then.</summary>
internal static class SeenCaseText
{
    public static string Of(CaseReference reference, long version) =>
        string.Create(CultureInfo.InvariantCulture, $"{reference.Text}/{version}");

    public static bool TryParse(
        Guide guide,
        string? text,
        [NotNullWhen(true)] out (CaseReference Case, long Version)? seen
    )
    {
        seen =
            text?.Split('/') is [var reference, var number]
            && CaseReference.TryParse(guide.Desk.ReferencePrefix, reference, out var read)
            && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                ? (read.Value, version)
                : null;
        return seen is not null;
    }
}
