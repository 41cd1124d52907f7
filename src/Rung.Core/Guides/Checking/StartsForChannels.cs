using Rung.Core.Guides.Reading;

namespace Rung.Core.Guides.Checking;

/// <summary>Channels by which cases arrive although nothing says when their clocks start.</summary>
internal static class StartsForChannels
{
    public static GuideCheck Check { get; } = new(["starts.source", "routes.addresses"], Run);

    private static void Run(CheckContext context)
    {
        var used = context
            .Guide.Routes.SelectMany(route => route.Addresses)
            .Select(address => address.Channel)
            .Distinct()
            .Order();
        foreach (var channel in used.Where(channel => context.Guide.Starts.All(rule => rule.Source != channel)))
        {
            context.Report(
                ProblemCode.NoStart,
                context.Root.Entry("starts") is null ? "routes" : "starts",
                $"nothing says when the clock of a case starts that comes by `{Words.Of(channel)}`; the reference, at once, is taken",
                $"add `{{ source: {Words.Of(channel)}, from: …, outOfHours: …, cite: … }}` to `starts`"
            );
        }
    }
}
