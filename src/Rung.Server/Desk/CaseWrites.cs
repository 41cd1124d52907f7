using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Core.Promises;
using Rung.Server.Desk.Mails;
using Rung.Storage.Cases;
using Rung.Storage.Dues;
using Rung.Storage.Outbox;
using Rung.Storage.Search;

namespace Rung.Server.Desk;

/// <summary>A case that a decision changed, and by which guide it is handled.</summary>
public sealed record ChangedCase(long Id, Guide Guide, Change Change)
{
    /// <summary>The case after the change.</summary>
    public CaseSnapshot At(IReadOnlyList<CaseEvent> before, Instant now) =>
        new(Id, Guide, Change.State, [.. before, .. Change.Events], now);
}

/// <summary>Puts changes of the core into the rows that storage keeps.</summary>
internal static class CaseWrites
{
    /// <param name="siteTerms">Terms of the customer that a new case is found by.</param>
    public static CaseWrite Of(IReadOnlyList<ChangedCase> changed, IReadOnlyList<SearchTerm> siteTerms, Instant now) =>
        new([.. changed.Select(one => Of(one, siteTerms, now))])
        {
            Messages = [.. changed.SelectMany(one => Messages(one, now))],
            ClosesAt = changed.Max(one => UnheardMail.Closes(one.Change)),
        };

    private static CaseChange Of(ChangedCase changed, IReadOnlyList<SearchTerm> siteTerms, Instant now)
    {
        var change = changed.Change;
        var isNew = change.ExpectedVersion == 0;
        return new CaseChange(
            changed.Id,
            change.ExpectedVersion,
            change.Events,
            QueueRows.Of(changed.Guide, change.State, change.Dues, now) with
            {
                CaseId = changed.Id,
            },
            [.. change.Dues.Select(due => new DueRow(due.Key, due.Occurrence, due.At))]
        )
        {
            Promises = PromiseBook.Owed(changed.Guide, change.State, now),
            Terms = isNew ? [.. SearchTerms.Of(change.Events), .. siteTerms] : SearchTerms.Of(change.Events),
        };
    }

    private static IEnumerable<OutboxMessage> Messages(ChangedCase changed, Instant now) =>
        changed.Change.Messages.Select(message =>
            QueuedMessages.Of(message, now) with
            {
                CaseId = changed.Id,
                MessageId = QueuedMessages.IsToCustomer(message)
                    ? MailIds.New(changed.Guide, changed.Change.State.Services)
                    : null,
            }
        );
}
