namespace Rung.Mail.Inbound.Threading;

/// <summary>
/// The address that a heartbeat writes to: <c>desk+hb.c1b2…@example.org</c>. What follows is a signature over what it is a
/// heartbeat of: whoever does not know the address cannot make anybody believe that something is alive.
/// </summary>
/// <param name="key">The installation's secret, at least 32 bytes.</param>
public sealed class HeartbeatAddress(byte[] key)
{
    private const string Mark = "hb.";

    private readonly AddressSeal _seal = new(key);

    /// <param name="address">An address of the desk, without a plus sign.</param>
    /// <param name="desk">Id of the desk.</param>
    /// <param name="id">Of the heartbeat at that desk.</param>
    public string Of(string address, string desk, string id) =>
        AddressSeal.WithTag(address, $"{Mark}{_seal.Of(Signed(desk, id))}");

    /// <summary>Whether an address looks as if it were a heartbeat's.</summary>
    public static bool MayBe(string address) =>
        AddressSeal.TagOf(address)?.StartsWith(Mark, StringComparison.Ordinal) == true;

    /// <summary>Whether this is the address of that heartbeat, at whatever address of the desk.</summary>
    public bool IsOf(string address, string desk, string id) =>
        MayBe(address) && _seal.IsOf(Signed(desk, id), AddressSeal.TagOf(address)![Mark.Length..]);

    private static string Signed(string desk, string id) => $"heartbeat:{desk}/{id}";
}
