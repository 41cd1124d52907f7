using System.Net;
using System.Net.Sockets;
using NodaTime;
using Rung.Server.Desk;
using Rung.Storage;
using Rung.Storage.Accounts;

namespace Rung.Server.Accounts;

/// <summary>
/// Slows whoever guesses: after a few failures for one address from one place, and after many from one place whatever was
/// tried. The same person from another place is not concerned, so that nobody can be locked out by others (S55).
/// </summary>
internal sealed class FailedEntries(RungDatabase database, DeskClock clock)
{
    private const int MostOfOne = 5;
    private const int MostOfSource = 30;
    private const int NetworkBytes = 8;
    private static readonly Duration Window = Duration.FromMinutes(15);

    /// <summary>Minutes to wait after too many, for the page that says so.</summary>
    public static int Minutes => (int)Window.TotalMinutes;

    public static FailedEntry Of(HttpContext context, string who) =>
        new(Secret.Hash(Account.KeyOf(who)), Source(context.Connection.RemoteIpAddress));

    public async Task<bool> AreTooMany(FailedEntry entry)
    {
        var since = clock.Now() - Window;
        return await database.FailedEntries.Count(entry, since) >= MostOfOne
            || await database.FailedEntries.Count(OfSource(entry), since) >= MostOfSource;
    }

    public async Task Add(FailedEntry entry)
    {
        var now = clock.Now();
        await database.FailedEntries.Add(entry, now - Window, now);
        await database.FailedEntries.Add(OfSource(entry), now - Window, now);
    }

    public Task Clear(FailedEntry entry) => database.FailedEntries.Clear(entry);

    private static FailedEntry OfSource(FailedEntry entry) => entry with { Who = "" };

    // Whoever has one address of version 6 has all of its network.
    private static string Source(IPAddress? address) =>
        address is null ? ""
        : address.IsIPv4MappedToIPv6 ? address.MapToIPv4().ToString()
        : address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, NetworkBytes))
        : address.ToString();
}
