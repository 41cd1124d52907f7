namespace Rung.Core.Guides.Reading.Sections;

/// <summary><c>calls</c>: what the customer is told by telephone as well. ESS-51.</summary>
internal static class CallsSection
{
    public static CallRule Read(MapReader map)
    {
        var (calendar, cite) = (map.Calendar(), map.Cite());
        return new CallRule(
            map.Use("flag", NameKind.Flag),
            TargetsSection.Moments(map, "on"),
            map.RequiredList("within", "a time", time => TargetsSection.Time(time, calendar, cite)),
            calendar,
            cite
        )
        {
            Unclear = map.OptionalWhen("unclear"),
        };
    }
}
