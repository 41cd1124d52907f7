using Rung.Core.Retention;

namespace Rung.Core.Guides.Reading.Sections;

/// <summary><c>retention</c>: how long what is kept is kept.</summary>
internal static class RetentionSection
{
    public static RetentionRules Read(MapReader map)
    {
        var times = new Dictionary<RetentionCategory, KeptFor>();
        foreach (var category in Enum.GetValues<RetentionCategory>())
        {
            if (Time(map, CamelName.Of(category)) is { } time)
            {
                times[category] = time;
            }
        }
        return new RetentionRules(times, map.Cite());
    }

    private static KeptFor? Time(MapReader map, string key)
    {
        if (map.Scalar(key, map.Find(key)) is not { } scalar)
        {
            return null;
        }
        var time = KeptFor.Parse(scalar.Text.Trim());
        if (time is null)
        {
            map.Bad(
                ProblemCode.BadPeriod,
                scalar,
                "a time of the calendar up to a hundred years",
                "write days, weeks, months or years like `90 days`, `1 month` or `6 years`"
            );
        }
        return time;
    }
}
