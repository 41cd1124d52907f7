using Rung.Core.Guides;

namespace Rung.Server.Pages.Portal.Help;

/// <summary>A piece of how somebody is reached.</summary>
/// <param name="Href">Where it leads; null: it is text.</param>
public sealed record ContactPiece(string Text, string? Href);

/// <summary>How somebody is reached as the guide writes it, with the numbers and mailboxes of its routes to be pressed.</summary>
internal static class ContactPieces
{
    public static IReadOnlyList<ContactPiece> Of(Guide guide, string text)
    {
        var ways = guide.Routes.SelectMany(route => route.Addresses).Where(way => Href(way) is not null).ToList();
        var pieces = new List<ContactPiece>();
        var from = 0;
        while (Next(ways, text, from) is var (way, at))
        {
            pieces.Add(new ContactPiece(text[from..at], null));
            pieces.Add(new ContactPiece(way.Address, Href(way)));
            from = at + way.Address.Length;
        }
        pieces.Add(new ContactPiece(text[from..], null));
        return [.. pieces.Where(piece => piece.Text.Length > 0)];
    }

    private static (RouteAddress Way, int At)? Next(IReadOnlyList<RouteAddress> ways, string text, int from) =>
        ways.Select(way => (Way: way, At: text.IndexOf(way.Address, from, StringComparison.Ordinal)))
            .Where(found => found.At >= 0)
            .OrderBy(found => found.At)
            .ThenByDescending(found => found.Way.Address.Length)
            .Select(found => ((RouteAddress, int)?)found)
            .FirstOrDefault();

    private static string? Href(RouteAddress way) =>
        way.Channel switch
        {
            Channel.Phone => $"tel:{way.Address.Replace(" ", "", StringComparison.Ordinal)}",
            Channel.Email => $"mailto:{way.Address}",
            Channel.Portal or Channel.Form => way.Address,
            _ => null,
        };
}
