using NodaTime;
using Rung.Core.Cases;
using Rung.Storage;

namespace Rung.Server.Desk;

/// <summary>A case that closes on silence stays closed (ESS-53), so what was received before is heard first (A-10, D4).</summary>
internal static class UnheardMail
{
    /// <returns>The closing on silence before which mail was received that is not handled yet; null: there is none.</returns>
    public static async Task<Instant?> Before(Change change, RungDatabase database) =>
        change.Events.OfType<Closed>().FirstOrDefault(one => one.Because == ClosedBecause.Silence) is { } closed
        && await database.Inbound.FirstWaiting() is { } first
        && first <= closed.At
            ? closed.At
            : null;
}
