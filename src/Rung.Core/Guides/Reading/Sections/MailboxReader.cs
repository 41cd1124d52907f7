using System.Text.RegularExpressions;
using Rung.Core.Guides.Reading.Text;

namespace Rung.Core.Guides.Reading.Sections;

/// <summary>An e-mail address that the guide names.</summary>
internal static partial class MailboxReader
{
    public const string Wanted = "an e-mail address";
    public const string Mend = "write it like `desk@example.org`";

    /// <returns>Null: the key is not there.</returns>
    public static string? Read(MapReader map, string key)
    {
        var address = map.Scalar(key, map.Find(key));
        if (address is not null && !IsOne(address))
        {
            map.Bad(ProblemCode.BadText, address, Wanted, Mend);
        }
        return address?.Text;
    }

    public static bool IsOne(YamlScalar address) => Mailbox().IsMatch(address.Text);

    [GeneratedRegex(@"^[^@\s<>,;]{1,64}@[^@\s<>,;]+\.[^@\s<>,;.]+$", RegexOptions.ExplicitCapture)]
    private static partial Regex Mailbox();
}
