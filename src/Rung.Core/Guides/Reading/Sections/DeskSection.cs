namespace Rung.Core.Guides.Reading.Sections;

/// <summary><c>desk</c>, <c>firstLine</c> and <c>contracts</c>: who answers, when, and for whom.</summary>
internal static class DeskSection
{
    private const int LongestPrefix = 4;

    public static DeskHours Read(MapReader map)
    {
        var calendar = map.Use("calendar", NameKind.Calendar);
        map.Context.DeskCalendar = calendar;
        return new DeskHours(
            map.Text("name"),
            calendar,
            map.OptionalUse("serviceHours", NameKind.Calendar),
            Prefix(map),
            map.Cite()
        )
        {
            Alerts = MailboxReader.Read(map, "alerts"),
        };
    }

    public static FirstLineReferral FirstLine(MapReader map) => new(map.Text("say"), map.Cite());

    public static Contract Contract(MapReader map) =>
        new(
            map.Id(NameKind.Contract),
            map.Text("name"),
            map.OptionalUse("calendar", NameKind.Calendar),
            map.Find("zone") is { } zone ? ZoneName.Read(map, zone) : null,
            map.OptionalText("note")
        )
        {
            Channels = map.Find("channels") is null ? null : map.WordList<Channel>("channels"),
            Cite = map.Has("channels") ? map.Cite() : map.OptionalUse("cite", NameKind.Paragraph),
        };

    private static string Prefix(MapReader map)
    {
        var scalar = map.Scalar("referencePrefix", map.Require("referencePrefix"));
        if (scalar is not null && (scalar.Text.Length > LongestPrefix || !scalar.Text.All(char.IsAsciiLetterUpper)))
        {
            map.Bad(ProblemCode.BadId, scalar, "a prefix for references", "write one to four capital letters");
        }
        return scalar?.Text ?? "";
    }
}
