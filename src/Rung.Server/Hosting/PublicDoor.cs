using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Rung.Server.Hosting;

/// <summary>How people outside this machine reach the desk: by a proxy that has the certificate and hands over to us.</summary>
/// <param name="Address">What people type: https, a host, and nothing after it. Links are made of it (S57).</param>
/// <param name="Proxies">Who hands over to us; what they say of where a request came from is believed, and of nobody else (S63).</param>
public sealed record PublicDoor(Uri Address, IReadOnlyList<IPNetwork> Proxies)
{
    /// <summary>The address of this machine to listen on besides loopback; null: the proxy is on this machine.</summary>
    public IPAddress? Listen { get; init; }

    /// <summary>Whether a connection is taken: past the proxy nobody comes in, since what they say would be unencrypted.</summary>
    public bool Admits(IPAddress? from) => from is null || IPAddress.IsLoopback(from) || IsProxy(from);

    /// <returns>Null: that is none.</returns>
    public static Uri? Parse(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address is { Scheme: "https", AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" }
            ? address
            : null;

    /// <summary>An address, or a network as <c>192.0.2.0/24</c>; null: that is none.</summary>
    public static IPNetwork? ParseProxy(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;

    /// <summary>Whether it is no proxy's, but half the world: whoever is in it would be believed.</summary>
    public static bool IsTooWide(IPNetwork network) =>
        network.PrefixLength < (network.BaseAddress.AddressFamily == AddressFamily.InterNetwork ? 8 : 7);

    /// <summary>The last that a proxy says of where a request came from, and whether that was encrypted; nothing else.</summary>
    internal ForwardedHeadersOptions Believed()
    {
        var believed = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = 1,
        };
        believed.KnownProxies.Clear();
        believed.KnownIPNetworks.Clear();
        foreach (var proxy in Proxies)
        {
            believed.KnownIPNetworks.Add(proxy);
        }
        return believed;
    }

    private bool IsProxy(IPAddress from)
    {
        var plain = from.IsIPv4MappedToIPv6 ? from.MapToIPv4() : from;
        return Proxies.Any(proxy => proxy.Contains(plain));
    }
}
