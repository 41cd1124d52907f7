using System.Diagnostics.CodeAnalysis;
using Rung.Core.Cases;

namespace Rung.Mail.Inbound.Threading;

/// <summary>
/// The address that answers on a case come back to: <c>desk+r7k4239.c1b2…@example.org</c>. What follows the plus sign is
/// the case and a signature over it, so that a case cannot be reached by guessing its reference (S17).
/// </summary>
/// <param name="key">The installation's secret, at least 32 bytes.</param>
public sealed class ReplyAddress(byte[] key)
{
    private readonly AddressSeal _seal = new(key);

    /// <param name="address">An address of the desk, without a plus sign.</param>
    public string Of(string address, CaseReference reference) =>
        AddressSeal.WithTag(address, $"{Plain(reference)}.{_seal.Of(Signed(reference))}");

    /// <summary>Reads the case from an address this installation made.</summary>
    /// <param name="prefix">The desk's letters before a reference.</param>
    /// <returns>False when it carries no signature, or another's.</returns>
    public bool TryRead(string address, string prefix, [NotNullWhen(true)] out CaseReference? reference)
    {
        reference = null;
        var tag = AddressSeal.TagOf(address) ?? "";
        var dot = tag.IndexOf('.', StringComparison.Ordinal);
        if (
            dot < 0
            || !CaseReference.TryParse(prefix, tag[..dot], out var named)
            || !_seal.IsOf(Signed(named.Value), tag[(dot + 1)..])
        )
        {
            return false;
        }
        reference = named;
        return true;
    }

    private static string Signed(CaseReference reference) => $"reply:{reference.Text}";

    private static string Plain(CaseReference reference) =>
        reference.Text.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
}
