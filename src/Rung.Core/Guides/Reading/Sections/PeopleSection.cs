namespace Rung.Core.Guides.Reading.Sections;

/// <summary><c>roles</c> and <c>services</c>.</summary>
internal static class PeopleSection
{
    public static Role Role(MapReader map) =>
        new(
            map.Id(NameKind.Role),
            map.Text("title"),
            map.Word<RoleSide>("side"),
            map.OptionalText("contact"),
            map.OptionalUse("whenVacant", NameKind.Role),
            map.OptionalText("duties")
        )
        {
            Calendar = map.OptionalUse("calendar", NameKind.Calendar),
            Alerts = MailboxReader.Read(map, "alerts"),
        };

    public static Service Service(MapReader map)
    {
        var service = new Service(
            map.Id(NameKind.Service),
            map.Text("name"),
            map.OptionalText("class"),
            map.Texts("components"),
            map.WordList<Channel>("takesDown"),
            map.OptionalText("triage")
        )
        {
            Calendar = map.OptionalUse("calendar", NameKind.Calendar),
            Region = map.OptionalText("region"),
            Seasons = map.List("seasons", "a season", Season),
        };
        foreach (var name in service.Seasons.Select(season => season.Class).Append(service.Class).OfType<string>())
        {
            map.Context.Names.Mention(NameKind.ServiceClass, name);
        }
        return service;
    }

    private static Season Season(MapReader map) => new(map.Use("during", NameKind.Calendar), map.Text("class"));
}
