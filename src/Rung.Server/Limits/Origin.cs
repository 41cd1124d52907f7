using System.Net.Sockets;

namespace Rung.Server.Limits;

/// <summary>Where a request comes from: of what a proxy says only what the operator has named it for (S63).</summary>
internal static class Origin
{
    private const int NetworkBytes = 8;

    /// <returns>Empty: from a program of this machine.</returns>
    public static string Of(HttpContext context) =>
        // Whoever has one address of version 6 has all of its network.
        context.Connection.RemoteIpAddress
            is not { } address
            ? ""
        : address.IsIPv4MappedToIPv6 ? address.MapToIPv4().ToString()
        : address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, NetworkBytes))
        : address.ToString();
}
