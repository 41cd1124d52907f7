using NodaTime;
using Rung.Core.Clocks;
using Rung.Core.Promises;
using Rung.Core.Wording;
using Rung.Server.Desk;
using Rung.Storage.Inbound;

namespace Rung.Server.Api.Bodies;

/// <summary>Why everything on a case is due when it is: its clocks, then the other promises, earliest due first.</summary>
/// <param name="Agreed">Promises whose time was agreed, which have no ledger, and those of another case for this one too.</param>
public sealed record LedgersBody(
    string Reference,
    IReadOnlyList<LedgerBody> Ledgers,
    IReadOnlyList<AgreedBody> Agreed,
    string Text
)
{
    /// <param name="mails">The mails on the case.</param>
    public static LedgersBody Of(CaseSnapshot snapshot, IReadOnlyList<InboundMail> mails, ExplainedPromises which)
    {
        var clocks = snapshot.Ledgers.Count;
        var promises = Told(snapshot, mails, which).ToList();
        var ledgers = Ordered(snapshot.LedgersWith(mails), clocks, promises)
            .Select(one => LedgerBody.Of(snapshot, one))
            .ToList();
        var agreed = promises
            .Where(entry => entry.Due is not null && (entry.Ledger is null || entry.PromisedOn is not null))
            .Select(entry => AgreedBody.Of(snapshot, entry))
            .ToList();
        return new LedgersBody(
            snapshot.State.Reference.Text,
            ledgers,
            agreed,
            string.Concat(Parts(clocks == 0 ? NoClock(snapshot) : "", (ledgers, agreed), snapshot.ClockData))
        );
    }

    private static IEnumerable<PromiseEntry> Told(
        CaseSnapshot snapshot,
        IReadOnlyList<InboundMail> mails,
        ExplainedPromises which
    ) =>
        snapshot
            .PromisesWith(mails)
            .Where(entry => which == ExplainedPromises.All || entry.IsToDo)
            .Where(entry => !snapshot.Sight.IsCustomers || entry.IsToCustomer);

    // The clocks first, then the other promises in the order of the book.
    private static IEnumerable<Ledger> Ordered(IReadOnlyList<Ledger> all, int clocks, List<PromiseEntry> promises)
    {
        var byName = all.Skip(clocks)
            .DistinctBy(ledger => ledger.Reading.Target.Id)
            .ToDictionary(ledger => ledger.Reading.Target.Id);
        return
        [
            .. all.Take(clocks),
            .. promises
                .Where(entry => entry.PromisedOn is null)
                .Select(entry => byName.GetValueOrDefault(entry.Ledger ?? ""))
                .OfType<Ledger>(),
        ];
    }

    private static IEnumerable<string> Parts(
        string noClock,
        (List<LedgerBody> Ledgers, List<AgreedBody> Agreed) told,
        string clockData
    )
    {
        yield return noClock;
        yield return string.Join('\n', told.Ledgers.Select(ledger => ledger.Text));
        foreach (var one in told.Agreed)
        {
            yield return $"\n{one.Text}\n";
        }
        if (told.Ledgers.Count > 0)
        {
            yield return $"\nReckoned with {clockData}.\n";
        }
    }

    private static string NoClock(CaseSnapshot snapshot) =>
        snapshot.State.Priority is null
            ? $"No clock runs on {snapshot.State.Reference}: it has no priority yet.\n"
            : $"The guide sets no target for {snapshot.State.Reference}.\n";
}

/// <summary>A promise whose time was agreed, or that was made on another case.</summary>
/// <param name="Id">Which of its kind, as in the promise book.</param>
/// <param name="Number">Which time, from 1.</param>
/// <param name="Text">For a person to read.</param>
public sealed record AgreedBody(PromiseKind Kind, string Id, int Number, Instant Due, string Text)
{
    public static AgreedBody Of(CaseSnapshot snapshot, PromiseEntry entry) =>
        new(entry.Kind, entry.Id, entry.Number, entry.Due!.Value, AgreedText.Of(snapshot.Guide, entry));
}
