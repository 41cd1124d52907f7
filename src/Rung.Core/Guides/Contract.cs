using NodaTime;

namespace Rung.Core.Guides;

/// <summary>A class of contract that customers hold; targets name it in their conditions. SMC-02, S-08.</summary>
public sealed record Contract(string Id, string Name, string? Calendar, DateTimeZone? Zone, string? Note)
{
    /// <summary>The channels by which its customers may report; empty: none; null: every one. ESS-04.</summary>
    public IReadOnlyList<Channel>? Channels { get; init; }

    /// <summary>Id of the paragraph that says by which channels; null only where <see cref="Channels"/> is.</summary>
    public string? Cite { get; init; }

    /// <summary>Whether a case may be reported so. What the provider's own monitoring found always may: nobody called. ESS-29.</summary>
    public bool Takes(Channel channel) =>
        channel == Channel.Monitoring || Channels is null || Channels.Contains(channel);
}
