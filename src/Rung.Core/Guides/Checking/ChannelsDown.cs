using Rung.Core.Guides.Reading;

namespace Rung.Core.Guides.Checking;

/// <summary>Services whose failure takes every way of reporting or escalating it down with them. ESS-51, semantics 34.</summary>
internal static class ChannelsDown
{
    public static GuideCheck Check { get; } = new(["services", "routes", "ladders"], Run);

    private static void Run(CheckContext context)
    {
        foreach (var service in context.Guide.Services.Where(service => service.TakesDown.Count > 0))
        {
            CheckRoutes(context, service);
            foreach (var ladder in context.Guide.Ladders)
            {
                CheckLadder(context, service, ladder);
            }
        }
    }

    private static void CheckRoutes(CheckContext context, Service service)
    {
        var channels = ContactRoutes
            .For(context.Guide, service)
            .SelectMany(route => route.Addresses)
            .Select(address => address.Channel)
            .ToArray();
        if (channels.Length > 0 && channels.All(service.TakesDown.Contains))
        {
            context.Report(
                ProblemCode.ChannelDown,
                (service, "takesDown"),
                $"when `{service.Id}` is down, none of its routes can be used",
                "give one of its routes an address on a channel that stays up"
            );
        }
    }

    private static void CheckLadder(CheckContext context, Service service, Ladder ladder)
    {
        if (WhenCases.NeverHold(ladder.AppliesWhen, new When.Is(Fact.Service, [service.Id])))
        {
            return;
        }
        foreach (var level in ladder.Levels)
        {
            var requests = level.Entries.OfType<Entry.ByRequest>().SelectMany(entry => entry.Channels).ToArray();
            var others = level.Entries.Any(entry => entry is not Entry.ByRequest);
            if (requests.Length > 0 && !others && requests.All(service.TakesDown.Contains))
            {
                context.Report(
                    ProblemCode.ChannelDown,
                    (level, "entries"),
                    $"level {level.Number} of `{ladder.Id}` is asked for by {Words.Listed(requests.Distinct().Select(Words.Of))} only, which `{service.Id}` takes down",
                    "allow another channel as well"
                );
            }
        }
    }
}
