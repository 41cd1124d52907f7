using System.Text.RegularExpressions;
using Rung.Core.Guides.Reading.Text;

namespace Rung.Core.Guides.Reading.Sections;

/// <summary><c>routes</c>: whom to contact for what, and at which addresses.</summary>
internal static partial class RoutesSection
{
    private static readonly string[] Channels = [.. Words<Channel>.All];

    public static Route Read(MapReader map) =>
        new(
            map.Id(NameKind.Route),
            map.Text("name"),
            map.Text("purpose"),
            map.Uses("services", NameKind.Service),
            map.RequiredList("addresses", "an address", Address),
            map.OptionalText("frontMessage"),
            map.OptionalText("note"),
            map.Cite()
        )
        {
            AppliesWhen = map.When("when"),
            Who = map.Uses("who", NameKind.Role),
            Fallback = map.OptionalUse("fallback", NameKind.Route),
        };

    private static RouteAddress Address(MapReader map)
    {
        var key = map.OneOf(Channels);
        Words<Channel>.TryRead(key ?? "", out var channel);
        var address = key is null ? null : map.Scalar(key, map.Find(key));
        if (address is not null)
        {
            Check(map, channel, address);
        }
        return new RouteAddress(
            channel,
            address?.Text ?? "",
            map.Word("outOfHours", OutOfHoursHandling.Accept),
            map.Permission("mayEscalate", Permission.Yes),
            map.OptionalUse("calendar", NameKind.Calendar)
        );
    }

    private static void Check(MapReader map, Channel channel, YamlScalar address)
    {
        var (isGood, wanted, mend) = channel switch
        {
            Channel.Phone => (
                Phone().IsMatch(address.Text),
                "a telephone number",
                "write digits and spaces, like `01632 960100`"
            ),
            Channel.Email => (MailboxReader.IsOne(address), MailboxReader.Wanted, MailboxReader.Mend),
            Channel.Portal or Channel.Form => (
                Uri.TryCreate(address.Text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http",
                "a web address",
                "write it in full, like `https://portal.example.org`"
            ),
            _ => (true, "", ""),
        };
        if (!isGood)
        {
            map.Bad(ProblemCode.BadText, address, wanted, mend);
        }
    }

    [GeneratedRegex(@"^\+?[0-9][0-9 ()./-]{1,30}( ?(x|ext\.?) ?[0-9]+)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Phone();
}
