using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Cases.Telling;
using Rung.Core.Clocks;
using Rung.Core.Guides;

namespace Rung.Core.Scenarios.Running;

/// <summary>What an expectation can look at: one case of the desk after a step, and what the step's act was answered.</summary>
/// <param name="Alias">Of the case, or of a mail that waits to be logged; null: the scenario has not come to one.</param>
internal sealed record Observation(SimulatedDesk Desk, string? Alias, Refusal? Refusal)
{
    public const string NoCase = "no such case";

    /// <summary>Null when there is no case of that name.</summary>
    public SimulatedCase? Case { get; } = Desk.Find(Alias);

    /// <summary>The mail of that name, or the one that the case began with; null: none.</summary>
    public SimulatedMail? Mail { get; } = Desk.Mails.Of(Alias);

    public Guide Guide => Desk.Guide;
    public DateTimeZone Zone => Guide.DeskCalendar.Zone;
    public CaseState? State => Case?.State;
    public IReadOnlyList<CaseEvent> FreshEvents => Case?.FreshEvents ?? [];
    public IReadOnlyList<OutgoingMessage> FreshMails => Case?.FreshMails ?? Mail?.FreshReceipts ?? [];
    public IReadOnlyList<OutgoingMessage> Mails => Case?.Mails ?? Mail?.Receipts ?? [];

    public IReadOnlyList<Ledger> Ledgers { get; } =
        Desk.Find(Alias) is { } one ? LedgerWriter.Write(Desk.Guide, one.State, Desk.Now) : [];

    /// <summary>Of the clock by which the mail is to be logged. A-05</summary>
    public Ledger? LogBy => Mail?.LogBy(Guide, Desk.Now);

    /// <summary>Of the clock that the case is worked by.</summary>
    public Ledger? PrimaryLedger =>
        ClockReader.Primary([.. Ledgers.Select(ledger => ledger.Reading)]) is { } clock
            ? LedgerOf(clock.Target.Id)
            : null;

    public Ledger? LedgerOf(string target) => Ledgers.FirstOrDefault(ledger => ledger.Reading.Target.Id == target);

    public string? AliasOf(CaseReference? reference) => Desk.AliasOf(reference);

    /// <summary>The text with {alias} replaced by the reference of that case.</summary>
    public string Fill(string text) =>
        Desk.Cases.Aggregate(
            text,
            (filled, one) => filled.Replace($"{{{one.Alias}}}", one.State.Reference.Text, StringComparison.Ordinal)
        );

    /// <summary>Aliases of the linked cases, in the order they were linked.</summary>
    public string Links() =>
        State is not { Links.Count: > 0 } state
            ? "none"
            : string.Join(", ", state.Links.Select(link => AliasOf(link.Other) ?? link.Other.Text));

    /// <summary>Firm targets with a breach that stands; aims are nobody's breach.</summary>
    public string Breaches()
    {
        var missed = Ledgers.Where(ledger =>
            ledger.Reading.IsMissed && ledger.Reading.Target.Firmness == Firmness.Firm
        );
        var names = string.Join(", ", missed.Select(ledger => ledger.Reading.Target.Id));
        return names.Length == 0 ? "none" : names;
    }
}
