using Rung.Core.Guides;

namespace Rung.Server.Pages.Words;

/// <summary>The ways a message travels, as the desk says them.</summary>
internal static class ChannelWords
{
    public static string Of(Channel channel) =>
        channel switch
        {
            Channel.Phone => "telephone",
            Channel.Email => "e-mail",
            Channel.Portal => "portal",
            Channel.Monitoring => "monitoring",
            Channel.Letter => "letter",
            Channel.Form => "web form",
            Channel.InPerson => "in person",
            _ => throw new NotSupportedException($"No word for {channel}."),
        };
}
