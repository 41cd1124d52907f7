using NodaTime;
using Rung.Core.Evidence;
using Rung.Storage;

namespace Rung.Server.Desk;

/// <summary>Gathers what an evidence pack is made of: the case, the mail that it began with, the customer's zone.</summary>
internal sealed class EvidenceDesk(RungDatabase database)
{
    public async Task<EvidencePack> Of(CaseSnapshot found, EvidenceEdition edition)
    {
        var promises = found.PromisesWith(await database.Inbound.OfCase(found.Id));
        var customer = await database.Customers.Find(found.State.Logged.Reporter.CustomerId);
        return EvidencePack.Of(
            new EvidenceOf(found.Guide, found.Events, found.Now)
            {
                Edition = edition,
                Unseen = found.Sight.Unseen,
                Promises = promises,
                Theirs = customer?.Zone ?? Agreed(promises.LastOrDefault(entry => entry.Zone is not null)?.Zone),
            }
        );
    }

    // A customer without a zone on file: the one that their last call-back was agreed in.
    private static DateTimeZone? Agreed(string? zone) =>
        zone is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone);
}
