namespace Rung.Core.Cases;

/// <summary>Whether a text can stand where a message is sent to: one mailbox, without a name beside it.</summary>
public static class EmailAddress
{
    /// <summary>Longest address that mail carries (RFC 5321, 4.5.3.1.3, without the angle brackets), in characters.</summary>
    public const int Longest = 254;

    /// <param name="text">Spaces around it are let through.</param>
    /// <returns>What is wrong, to be put behind what the text is, as with <see cref="OneLine.Fault"/>; null: nothing.</returns>
    public static string? Fault(string? text) =>
        OneLine.Fault(text, Longest)
        ?? (IsOne(text!.Trim()) ? null : "is no single address: write one, like office@school.example.org.");

    /// <summary><c>desk+abc@example.org</c> is delivered to <c>desk@example.org</c>; any other text comes back as it is.</summary>
    public static string WithoutTag(string address)
    {
        var at = address.LastIndexOf('@');
        var plus = address.IndexOf('+', StringComparison.Ordinal);
        return plus > 0 && plus < at ? address[..plus] + address[at..] : address;
    }

    private static bool IsOne(string text)
    {
        var at = text.LastIndexOf('@');
        return at > 0 && IsLocal(text[..at]) && IsDomain(text[(at + 1)..]);
    }

    private static bool IsLocal(string local) => local is ['"', _, .., '"'] || !local.Any(Separates);

    private static bool IsDomain(string domain) =>
        domain.Split('.').All(label => label.Length > 0 && !label.Any(Separates));

    private static bool Separates(char letter) => char.IsWhiteSpace(letter) || ",;:<>()[]@\"\\".Contains(letter);
}
