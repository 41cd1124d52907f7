using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Rung.Core.Guides.Reading.Sections;

/// <summary>What to write in place of a name that is no time zone; never one that is at another offset than the name says.</summary>
internal static partial class ZoneSuggestion
{
    private const string Place = "write the zone of a place, like `Europe/London`";
    private const int FurthestEast = 14;
    private const int FurthestWest = 12;

    // Names of places: neither offsets nor abbreviations such as EST, which are near to too much.
    private static readonly string[] Places =
    [
        .. DateTimeZoneProviders.Tzdb.Ids.Where(id =>
            !id.StartsWith("Etc/", StringComparison.Ordinal) && !Abbreviation().IsMatch(id)
        ),
    ];

    public static string For(string typed, Findings findings) =>
        DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(id => id.Equals(typed, StringComparison.OrdinalIgnoreCase))
            is { } same
            ? $"write `{same}`"
        : Offset().Match(typed) is { Success: true } offset ? Fixed(offset)
        : Abbreviation().IsMatch(typed) ? Place
        : findings.Nearest(typed, Places) is { } nearest ? $"write `{nearest}`"
        : Place;

    // The names of the database count the other way round: Etc/GMT-1 is one hour ahead of UTC.
    private static string Fixed(Match offset)
    {
        var hours = int.Parse(offset.Groups["hours"].Value, NumberStyles.None, CultureInfo.InvariantCulture);
        var isEast = offset.Groups["sign"].Value == "+";
        if (offset.Groups["minutes"].Value.Trim('0').Length > 0 || hours > (isEast ? FurthestEast : FurthestWest))
        {
            return Place;
        }
        return hours == 0
            ? $"{Place}, or `UTC`"
            : $"{Place}; what is always at UTC{offset.Groups["sign"].Value}{hours} is `Etc/GMT{(isEast ? '-' : '+')}{hours}`";
    }

    [GeneratedRegex(
        @"^(Etc/)?(UTC|GMT|UT|Z)?\s?(?<sign>[+-])(?<hours>[0-9]{1,2})(:?(?<minutes>[0-9]{2}))?$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Offset();

    [GeneratedRegex("^[A-Za-z]{1,5}$|^[A-Z0-9+-]{1,8}$", RegexOptions.ExplicitCapture)]
    private static partial Regex Abbreviation();
}
