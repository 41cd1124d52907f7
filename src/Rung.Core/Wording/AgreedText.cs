using NodaTime;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Promises;

namespace Rung.Core.Wording;

/// <summary>
/// A promise whose time was agreed, as one sentence: nothing was reckoned, so that it has no ledger. Also one whose ledger is
/// another case's.
/// </summary>
public static class AgreedText
{
    /// <summary>"Call-back: agreed, owed since Sun 28 Mar 03:40 BST. Due Sun 28 Mar 06:00 +04."</summary>
    /// <param name="entry">With a due. It is said in the zone that it was agreed in, the rest in the desk's.</param>
    public static string Of(Guide guide, PromiseEntry entry) =>
        $"{entry.Name}: {(entry.PromisedOn is { } lead ? $"promised on {lead}" : "agreed")}, owed since {Desk(guide, entry.GivenAt)}. {Verdict(guide, entry)}.";

    private static string Verdict(Guide guide, PromiseEntry entry) =>
        entry.State switch
        {
            PromiseState.Kept => $"Kept {Kept(guide, entry)}, due {Due(guide, entry)}",
            PromiseState.Late => $"Missed {Due(guide, entry)}, done {Kept(guide, entry)}",
            PromiseState.Missed => $"Missed {Due(guide, entry)}",
            PromiseState.NotOwed => $"Not owed any more, was due {Due(guide, entry)}",
            _ => $"Due {Due(guide, entry)}",
        };

    private static string Due(Guide guide, PromiseEntry entry) =>
        Say.AtWithZone(
            entry.Due!.Value,
            DateTimeZoneProviders.Tzdb.GetZoneOrNull(entry.Zone ?? "") ?? guide.DeskCalendar.Zone
        );

    private static string Kept(Guide guide, PromiseEntry entry) => Desk(guide, entry.KeptAt ?? entry.Due!.Value);

    private static string Desk(Guide guide, Instant at) => Say.AtWithZone(at, guide.DeskCalendar.Zone);
}
