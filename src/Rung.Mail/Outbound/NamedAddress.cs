using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Rung.Mail.Outbound;

/// <summary>
/// An address that mail can be sent to or from, with the name beside it. Whatever could end a header line, name a second
/// recipient or say something to a mail server is no such address (S26); RFC 5321, 4.1.2 without quoted local parts.
/// </summary>
public sealed partial record NamedAddress
{
    private const int LongestAddress = 254;
    private const int LongestName = 100;

    private NamedAddress(string name, string address) => (Name, Address) = (name, address);

    /// <summary>One line; empty: none.</summary>
    public string Name { get; }

    public string Address { get; }

    /// <param name="name">Anything; what does not belong on one line is left out.</param>
    public static bool TryParse(string? name, string address, [NotNullWhen(true)] out NamedAddress? mailbox)
    {
        var isAddress = address.Length <= LongestAddress && Form().IsMatch(address);
        mailbox = isAddress ? new NamedAddress(OneLine(name ?? ""), address) : null;
        return isAddress;
    }

    public override string ToString() => Name.Length == 0 ? Address : $"{Name} <{Address}>";

    private static string OneLine(string name)
    {
        var words = string.Concat(name.Select(letter => IsPlain(letter) ? letter : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var line = string.Join(' ', words);
        return line.Length <= LongestName ? line : line[..LongestName].TrimEnd();
    }

    private static bool IsPlain(char letter) =>
        !char.IsControl(letter) && !char.IsSurrogate(letter) && letter is not ('\u2028' or '\u2029');

    [GeneratedRegex(
        @"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)*[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Form();
}
