namespace Rung.Mail.Inbound;

/// <param name="Name">As displayed; empty when none is given.</param>
/// <param name="Address">Lower case in its domain, without comments; has exactly one @ and neither spaces nor controls.</param>
public sealed record MailAddress(string Name, string Address)
{
    public string Domain => Address[(Address.LastIndexOf('@') + 1)..];

    /// <summary>What addresses are compared by; the difference of capitals means nothing in practice.</summary>
    public string Key => Address.ToLowerInvariant();

    public override string ToString() => Name.Length == 0 ? Address : $"{Name} <{Address}>";
}
