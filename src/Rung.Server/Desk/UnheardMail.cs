using NodaTime;
using Rung.Core.Cases;
using Rung.Storage;
using Rung.Storage.Cases;

namespace Rung.Server.Desk;

/// <summary>
/// A case that is closed stays so (ESS-53), and therefore does not close by itself while mail that was received before is not
/// handled yet (A-10, D4): the write that would close it is declined, whoever's it is (<see cref="CaseWrite.ClosesAt"/>).
/// </summary>
internal static class UnheardMail
{
    /// <returns>When the case closes by itself in this change; null: it does not.</returns>
    public static Instant? Closes(Change change) =>
        change
            .Events.OfType<Closed>()
            .FirstOrDefault(one => one.Because is ClosedBecause.Silence or ClosedBecause.ConfirmationNotRequired)
            ?.At;

    /// <summary>Whether it would be declined if it were written now.</summary>
    public static async Task<bool> KeepsOpen(Change change, RungDatabase database) =>
        Closes(change) is { } at && await database.Inbound.FirstWaiting() <= at;
}
