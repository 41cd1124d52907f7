namespace Rung.Core.Guides.Showing;

/// <summary>Whom to contact for what, by which way. ESS-05 to ESS-12, SMC-04, SMC-05.</summary>
internal static class ContactPart
{
    public static IEnumerable<Placed> Of(Guide guide)
    {
        if (guide.FirstLine is { } firstLine)
        {
            yield return new Placed(
                firstLine.Cite,
                new Block.Definitions([new("What we tell callers whose own desk comes first", firstLine.Say)])
            );
        }
        foreach (var routes in guide.Routes.GroupBy(route => route.Cite))
        {
            yield return new Placed(routes.Key, Table(guide, [.. routes]));
            if (routes.SelectMany(route => Remarks(guide, route)).ToArray() is { Length: > 0 } remarks)
            {
                yield return new Placed(routes.Key, new Block.Definitions(remarks));
            }
        }
    }

    private static Block.Table Table(Guide guide, Route[] routes)
    {
        var channels = Enum.GetValues<Channel>()
            .Where(channel => routes.Any(route => Ways(route, channel).Any()))
            .ToArray();
        var services = routes.Any(route => route.Services.Count > 0);
        var titles = new TitleWords(guide);
        return new Block.Table(
            "Contacts",
            [
                "Contact",
                .. services ? ["For"] : Array.Empty<string>(),
                .. channels.Select(channel => Phrase.Sentence(Phrase.Of(channel))),
            ],
            [
                .. routes.Select(
                    IReadOnlyList<string> (route) =>
                        [
                            route.Name,
                            .. services ? [Services(route, titles)] : Array.Empty<string>(),
                            .. channels.Select(channel =>
                                string.Join('\n', Ways(route, channel).DefaultIfEmpty("none"))
                            ),
                        ]
                ),
            ]
        );
    }

    private static IEnumerable<string> Ways(Route route, Channel channel) =>
        route
            .Addresses.Where(address => address.Channel == channel)
            .Select(address => channel == Channel.Phone ? Phrase.Together(address.Address) : address.Address);

    private static string Services(Route route, TitleWords titles) =>
        route.Services.Count == 0 ? "All services" : string.Join('\n', route.Services.Select(titles.Service));

    private static IEnumerable<Definition> Remarks(Guide guide, Route route)
    {
        var remarks = new List<string>();
        if (route.FrontMessage is { } message)
        {
            remarks.Add($"Callers hear: “{message}”");
        }
        if (route.Fallback is { } fallback)
        {
            remarks.Add($"If you cannot get through: {new TitleWords(guide).Route(fallback)}.");
        }
        if (new WhenWords(guide).Of(route.AppliesWhen) is { Length: > 0 } when)
        {
            remarks.Add($"For: {when}.");
        }
        if (route.Who.Count > 0)
        {
            remarks.Add($"Only for: {Phrase.And(route.Who.Select(new TitleWords(guide).Person))}.");
        }
        if (route.Note is { } note)
        {
            remarks.Add(note);
        }
        if (guide.Calendars.GetValueOrDefault(guide.Desk.Calendar) is not { IsAlwaysOpen: true })
        {
            remarks.AddRange(OutOfHours(route));
        }
        if (route.Purpose == "support" && Named(route, address => address.MayEscalate == Permission.No) is { } cannot)
        {
            remarks.Add($"An escalation cannot begin by {cannot}.");
        }
        return remarks.Count == 0 ? [] : [new Definition(route.Name, string.Join('\n', remarks))];
    }

    private static IEnumerable<string> OutOfHours(Route route)
    {
        if (Named(route, address => address.OutOfHours == OutOfHoursHandling.DeemNextOpening) is { } deemed)
        {
            yield return $"Outside support hours, what comes by {deemed} counts from the next opening.";
        }
        if (Named(route, address => address.OutOfHours == OutOfHoursHandling.Refuse) is { } refused)
        {
            yield return $"Outside support hours there is no answer by {refused}.";
        }
    }

    private static string? Named(Route route, Func<RouteAddress, bool> which) =>
        Phrase.Or(
            route.Addresses.Where(which).Select(address => Phrase.Of(address.Channel)).Distinct(StringComparer.Ordinal)
        )
            is { Length: > 0 } names
            ? names
            : null;
}
