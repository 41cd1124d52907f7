using Rung.Core.Guides;
using Route = Rung.Core.Guides.Route;

namespace Rung.Server.Desk.Mails;

/// <summary>An address at which a desk receives mail.</summary>
public sealed record MailPlace(Guide Guide, Route Route, string Address)
{
    public string Desk => Guide.Document.Id;

    /// <summary>Every one of these desks, in the order of their guides; an address that several routes have stands once.</summary>
    public static IReadOnlyList<MailPlace> Of(IEnumerable<Guide> guides) =>
        [
            .. guides
                .SelectMany(guide =>
                    guide.Routes.SelectMany(route =>
                        route
                            .Addresses.Where(one => one.Channel == Channel.Email)
                            .Select(one => new MailPlace(guide, route, one.Address))
                    )
                )
                .DistinctBy(place => place.Address.ToLowerInvariant()),
        ];
}
