using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Guides;
using Rung.Core.Promises;
using Rung.Core.Wording;
using Rung.Storage.Cases;
using Rung.Storage.Inbound;

namespace Rung.Server.Desk;

/// <summary>A case as it stands at a moment: what pages and API show, all of it computed when asked for.</summary>
/// <param name="Guide">The version of the guide that the case is under.</param>
/// <param name="Now">The desk's time that clocks are read at.</param>
public sealed record CaseSnapshot(long Id, Guide Guide, CaseState State, IReadOnlyList<CaseEvent> Events, Instant Now)
{
    public long Version => Events.Count;

    /// <summary>What of it whoever looks sees.</summary>
    public Sight Sight { get; init; } = Sight.Whole;

    /// <summary>What was promised on other cases for this one too, as far as whoever looks sees them.</summary>
    public IReadOnlyList<PromiseEntry> Shared { get; init; } = [];

    /// <summary>What they read of what happened, in the order it was recorded.</summary>
    public IReadOnlyList<StoredEvent> Told =>
        [
            .. Events
                .Select((happened, index) => (Said: Sight.Of(happened), Number: index + 1))
                .Where(one => one.Said is not null)
                .Select(one => new StoredEvent(one.Number, one.Said!)),
        ];

    /// <summary>One for each clock of the case, in the guide's order.</summary>
    public IReadOnlyList<ClockReading> Clocks => ClockReader.Read(Guide, State, Now);

    public IReadOnlyList<Ledger> Ledgers => LedgerWriter.Write(Guide, State, Now);

    /// <summary>All that the case has: of its clocks, of every promise whose time the guide sets, and the log-by of the mail that it began with.</summary>
    /// <param name="mails">The mails on the case.</param>
    public IReadOnlyList<Ledger> LedgersWith(IReadOnlyList<InboundMail> mails) =>
        [
            .. Ledgers,
            .. LogByPromise.Clock(this, mails) is { } logBy ? [logBy] : Array.Empty<Ledger>(),
            .. PromiseLedgers.Of(Guide, State, Now),
        ];

    /// <summary>A ledger in words, the same for pages, API and command line.</summary>
    public string TextOf(Ledger ledger) => LedgerText.Of(Guide, State, ledger);

    /// <summary>The holidays and zone rules that the clocks rest on: those of today, or of the closing. Semantics 28.</summary>
    public string ClockData => State.Closed?.ClockData ?? Core.Clocks.ClockData.Version(Guide);

    /// <summary>What will fall due, soonest first.</summary>
    public IReadOnlyList<Due> Dues => DueList.Of(Guide, State, Now);

    /// <summary>All that was ever promised on the case or for it, with the log-by of the mail that it began with.</summary>
    /// <param name="mails">The mails on the case.</param>
    public IReadOnlyList<PromiseEntry> PromisesWith(IReadOnlyList<InboundMail> mails) =>
        [.. LogByPromise.Of(this, mails), .. PromiseBook.Of(Guide, Events, Now), .. Shared];
}
