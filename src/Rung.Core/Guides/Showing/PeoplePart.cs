namespace Rung.Core.Guides.Showing;

/// <summary>Services, contracts and roles: they cite nothing and stand under paragraphs of their own name. ESS-94, ESS-95.</summary>
internal static class PeoplePart
{
    public static IEnumerable<Placed> Of(Guide guide)
    {
        if (guide.Contracts.Count > 0)
        {
            yield return new Placed("contracts", Contracts(guide), "Contracts");
        }
        if (guide.Services.Count > 0)
        {
            yield return new Placed("services", Services(guide), "Services");
        }
        foreach (var side in guide.Roles.GroupBy(role => role.Side))
        {
            yield return new Placed("roles", Roles(new TitleWords(guide), side), "Roles");
        }
    }

    private static Block.Table Contracts(Guide guide)
    {
        var differ = guide.Contracts.Any(contract => contract.Channels is not null);
        return new Block.Table(
            null,
            ["Contract", "Hours", .. differ ? ["Reports"] : Array.Empty<string>(), "What it means"],
            [
                .. guide.Contracts.Select(
                    IReadOnlyList<string> (contract) =>
                        [
                            contract.Name,
                            contract.Calendar is { } calendar ? new TitleWords(guide).Calendar(calendar) : "",
                            .. differ ? [Ways(contract)] : Array.Empty<string>(),
                            contract.Note ?? "",
                        ]
                ),
            ]
        );
    }

    private static string Ways(Contract contract) =>
        contract.Channels switch
        {
            null => "In every way",
            [] => "None here",
            var channels => Phrase.Sentence(Phrase.Or(channels.Select(Phrase.By))),
        };

    private static Block.Table Services(Guide guide) =>
        new(
            null,
            ["Service", "Parts", "Before you report a fault", "May not work while it is down"],
            [
                .. guide.Services.Select(
                    IReadOnlyList<string> (service) =>
                        [
                            Named(guide, service),
                            string.Join('\n', service.Components),
                            service.Triage ?? "",
                            Phrase.Sentence(Phrase.And(service.TakesDown.Select(Phrase.Of))),
                        ]
                ),
            ]
        );

    private static string Named(Guide guide, Service service)
    {
        var titles = new TitleWords(guide);
        string?[] lines =
        [
            service.Name,
            service.Class is { } name ? $"Class: {name}" : null,
            .. service.Seasons.Select(season => $"{season.Class} during {titles.Calendar(season.During)}"),
            service.Calendar is { } calendar ? $"Runs during {titles.Calendar(calendar)}" : null,
            service.Region,
        ];
        return string.Join('\n', lines.OfType<string>());
    }

    private static Block.Table Roles(TitleWords titles, IGrouping<RoleSide, Role> roles) =>
        roles.Key == RoleSide.Customer
            ? new Block.Table(
                "On your side",
                ["Part", "Does"],
                [.. roles.Select(IReadOnlyList<string> (role) => [role.Title, role.Duties ?? ""])]
            )
            : new Block.Table(
                roles.Key == RoleSide.Provider ? "On our side" : "At our suppliers",
                ["Post", "Does", "Contact", "In their absence"],
                [.. roles.Select(role => Post(titles, role))]
            );

    private static IReadOnlyList<string> Post(TitleWords titles, Role role) =>
        [
            role.Title,
            role.Duties ?? "",
            (role.Contact ?? "") + (role.Calendar is { } calendar ? $"\nduring {titles.Calendar(calendar)}" : ""),
            role.WhenVacant is { } deputy ? titles.Role(deputy) : "",
        ];
}
