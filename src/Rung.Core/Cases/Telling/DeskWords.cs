using Rung.Core.Guides;
using Rung.Core.Guides.Showing;

namespace Rung.Core.Cases.Telling;

/// <summary>Placeholders that the guide alone answers: who writes, and how they are reached.</summary>
/// <param name="Guide">The guide that is written by.</param>
/// <param name="Route">The way of contact for the services concerned (ESS-09, ESS-10); null: the guide has none.</param>
/// <param name="Cite">Id of the paragraph that promises the message.</param>
internal sealed record DeskWords(Guide Guide, Route? Route, string Cite)
{
    private static readonly Dictionary<string, Func<DeskWords, string?>> Words = new(StringComparer.Ordinal)
    {
        ["desk"] = from => from.Guide.Desk.Name,
        ["provider"] = from => from.Guide.Document.Provider,
        ["hours"] = from => HoursWords.Of(from.Guide),
        ["phone"] = from => from.Address(Channel.Phone),
        ["email"] = from => from.Address(Channel.Email),
        ["portal"] = from => from.Address(Channel.Portal),
        ["guide"] = from => from.Guide.Document.Title,
        ["guideVersion"] = from => from.Guide.Document.Version,
        ["paragraph"] = from => from.Guide.Heading(from.Cite),
    };

    public static IReadOnlyCollection<string> Names => Words.Keys;

    public string? Find(string name) => Words.TryGetValue(name, out var find) ? find(this) : null;

    /// <summary>Channels that may not work because of what is written about: no way by them is named (semantics 34).</summary>
    public IReadOnlyCollection<Channel> Down { get; init; } = [];

    private string? Address(Channel channel) =>
        Down.Contains(channel) ? null : Route?.Addresses.FirstOrDefault(address => address.Channel == channel)?.Address;
}
