using Rung.Core.Guides;
using Rung.Core.Guides.Reading;

namespace Rung.Core.Scenarios.Reading;

/// <summary>Reads what is done about mail that is not logged: it comes, and it becomes a case. ESS-37 to ESS-41</summary>
internal sealed class MailActs(Guide guide, Cast cast, LogReader log)
{
    // What the mail is called when the scenario does not say.
    private const string OnlyMail = "mail";

    private readonly Dictionary<string, MailFrom> _received = [];

    /// <summary><c>receive</c>: a contact's mail has come.</summary>
    public Act Receive(MapReader map, string key) =>
        map.Map(key, "`receive`", Incoming) is { } mail
            ? new Act(key, Command: null) { Receives = mail }
            : new Act("", Command: null);

    /// <summary><c>logMail</c>: an agent makes a case of it, received when it was.</summary>
    public Act Log(MapReader map, string key) => map.Map(key, "`logMail`", Logged) ?? new Act("", Command: null);

    private IncomingMail Incoming(MapReader map)
    {
        var alias = LogReader.Name(map, OnlyMail);
        map.Context.Names.Mention(NameKind.Mail, alias);
        var from = map.Use("from", NameKind.Contact);
        _received.TryAdd(alias, new MailFrom(from, map.Text("subject")));
        return new IncomingMail(alias, To(map), cast.Find(from)?.Contact.Email);
    }

    private RouteAddress? To(MapReader map)
    {
        var addresses = Addresses();
        if (map.Scalar("to", map.Find("to")) is not { } to)
        {
            return addresses.FirstOrDefault();
        }
        var found = addresses.Find(one => one.Address.Equals(to.Text, StringComparison.OrdinalIgnoreCase));
        if (found is null)
        {
            map.UnknownWord(to, [.. addresses.Select(one => one.Address).Distinct()]);
        }
        return found;
    }

    // Those of the routes for support come first.
    private List<RouteAddress> Addresses() =>
        [
            .. guide
                .Routes.OrderBy(route => route.Purpose == "support" ? 0 : 1)
                .SelectMany(route => route.Addresses)
                .Where(address => address.Channel == Channel.Email),
        ];

    private Act Logged(MapReader map)
    {
        var mail = map.OptionalUse("mail", NameKind.Mail);
        if (mail is null && !map.Has("mail"))
        {
            map.Context.Names.Use(NameKind.Mail, mail = OnlyMail, map.Place);
        }
        return log.OfMail(map, _received.GetValueOrDefault(mail ?? "")) with { Mail = mail };
    }
}
