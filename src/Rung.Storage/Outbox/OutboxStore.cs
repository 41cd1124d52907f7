using NodaTime;
using Rung.Storage.Cases;

namespace Rung.Storage.Outbox;

/// <summary>Messages on their way out. They are queued with what caused them, in its transaction; by themselves only where somebody asks for them.</summary>
public sealed class OutboxStore
{
    private readonly RungDatabase _database;
    private readonly string _claim;

    internal OutboxStore(RungDatabase database) =>
        (_database, _claim) = (database, OutboxSql.Claim(database.SkipLocked));

    /// <summary>Every message about a case, in the order queued.</summary>
    public Task<IReadOnlyList<QueuedMessage>> OfCase(long caseId) => List(OutboxSql.OfCase, ("case_id", caseId));

    /// <summary>Every message of a desk to an address, of its complaints too; the first queued first. S72</summary>
    /// <param name="after">The last message of the page before; 0: the first page.</param>
    public Task<IReadOnlyList<QueuedMessage>> OfRecipient(string desk, string address, int take, long after = 0) =>
        List(
            OutboxSql.OfRecipient,
            ("desk", desk),
            ("complaints", Shelf.Of(desk, ShelfFor.Complaints)),
            ("recipient", address.ToLowerInvariant()),
            ("after", after),
            ("take", take)
        );

    public Task<QueuedMessage?> Find(long id) =>
        _database.Read(session => session.First(OutboxSql.ById, OutboxSql.Read, ("id", id)));

    /// <summary>Messages of a desk that were given up, bounced or held back, and that nobody has seen to; the newest first.</summary>
    public Task<IReadOnlyList<QueuedMessage>> Failed(string desk, int take) =>
        List(OutboxSql.FailedOf, ("desk", desk), ("take", take));

    /// <summary>Messages of a desk that should have left by then and have not; the oldest first.</summary>
    public Task<IReadOnlyList<QueuedMessage>> Waiting(string desk, Instant until, int take) =>
        List(OutboxSql.WaitingOf, ("desk", desk), ("until", Micros.Of(until)), ("take", take));

    /// <summary>How many messages of a desk failed, and how many should have left by then and have not.</summary>
    public async Task<(int Failed, int Waiting)> Count(string desk, Instant until)
    {
        SqlValue of = ("desk", desk);
        var failed = await _database.Read(session => session.Number(OutboxSql.CountFailed, of));
        var waiting = await _database.Read(session =>
            session.Number(OutboxSql.CountWaiting, of, ("until", Micros.Of(until)))
        );
        return ((int)(failed ?? 0), (int)(waiting ?? 0));
    }

    /// <summary>Queues what somebody asked for and nothing else is written with; of several with one key the first stays.</summary>
    public Task Ask(OutboxMessage message) =>
        _database.Write(async session =>
        {
            await OutboxSql.Queue(session, message);
            return true;
        });

    /// <summary>Takes a message back.</summary>
    /// <returns>Whether it was still here and its time to leave had not come.</returns>
    public Task<bool> Withdraw(string key, Instant now) =>
        Changes(OutboxSql.Withdraw, ("key", key), ("now", Micros.Of(now)));

    /// <summary>Takes what may leave, the oldest first, one of a case and address at a time. Costs no write when nothing may.</summary>
    public async Task<IReadOnlyList<QueuedMessage>> Claim(OutboxClaim claim)
    {
        SqlValue now = ("now", Micros.Of(claim.Now));
        SqlValue leaseNow = ("lease_now", Micros.Of(claim.LeaseNow));
        if (await _database.Read(session => session.Number(OutboxSql.Any, now, leaseNow)) is null)
        {
            return [];
        }
        var ids = await _database.Write(session =>
            session.List(
                _claim,
                row => row.Number(0),
                now,
                leaseNow,
                ("take", claim.Take),
                ("owner", claim.Owner),
                ("lease_until", Micros.Of(claim.LeaseUntil))
            )
        );
        var claimed = new List<QueuedMessage>();
        foreach (var id in ids.Order())
        {
            claimed.Add((await Find(id))!);
        }
        return claimed;
    }

    /// <summary>Keeps what was claimed for longer.</summary>
    public Task Renew(string owner, Instant leaseUntil) =>
        Changes(OutboxSql.Renew, ("lease_until", Micros.Of(leaseUntil)), ("owner", owner));

    /// <summary>
    /// Gives back what a process that is gone had claimed. Only for whoever has the database alone: nobody else is then
    /// sending just now.
    /// </summary>
    public Task TakeOver() => Changes(OutboxSql.TakeOver);

    /// <summary>
    /// Puts a message that is late, and those behind it on its case to its address, into one mail with the latest of them that
    /// never left: whoever had to wait for them reads one mail. What answers a mail of theirs by itself, and what has
    /// attachments, goes by itself in its place. R19
    /// </summary>
    /// <param name="late">What could have left by then is late.</param>
    /// <returns>False: there is no later one, so that it goes by itself.</returns>
    public Task<bool> Gather(QueuedMessage queued, Instant late) =>
        _database.Write(async session =>
        {
            SqlValue caseId = ("case_id", queued.Message.CaseId);
            SqlValue recipient = ("recipient", queued.Message.To);
            SqlValue until = ("late", Micros.Of(late));
            var latest = await session.Number(OutboxSql.LatestLate, caseId, recipient, until, ("from", queued.Id));
            if (latest is not { } id || id <= queued.Id)
            {
                return false;
            }
            await session.Execute(OutboxSql.Gather, ("id", id), caseId, recipient, until);
            await session.Execute(OutboxSql.GiveUpTogether, caseId, ("id", id));
            return true;
        });

    /// <summary>What goes, or went, in the mail of a message besides it, in the order in which it was written. R19</summary>
    public async Task<IReadOnlyList<QueuedMessage>> GoingWith(QueuedMessage queued) =>
        queued.Message.CaseId is { } caseId
            ? await List(OutboxSql.GoingWith, ("case_id", caseId), ("id", queued.Id))
            : [];

    /// <summary>Writes down what an attempt came to, also for what goes in the same mail.</summary>
    /// <returns>False: something else became of the message before.</returns>
    public Task<bool> Settle(long id, string owner, DeliveryOutcome outcome) =>
        outcome.To == MessageState.Queued
            ? Changes(
                OutboxSql.Defer,
                ("at", Micros.Of(outcome.At)),
                ("answer", outcome.Answer),
                ("id", id),
                ("owner", owner)
            )
            : _database.Write(async session =>
            {
                SqlValue[] values =
                [
                    ("state", outcome.To.ToString()),
                    ("answer", outcome.Answer),
                    ("at", Micros.Of(outcome.At)),
                    ("id", id),
                ];
                await session.Execute(OutboxSql.SettleGathered, values);
                return await session.Execute(OutboxSql.Settle, values) > 0;
            });

    /// <summary>A mail that was sent came back. R20</summary>
    /// <returns>False: none of that Message-ID was sent, or it came back before.</returns>
    public Task<bool> Bounce(string messageId, Instant at, string answer) =>
        Changes(OutboxSql.Bounce, ("answer", answer), ("at", Micros.Of(at)), ("message_id", messageId));

    /// <summary>Has a message sent that was given up, bounced or held back; one that waits is tried at once.</summary>
    /// <returns>False: there is nothing to send.</returns>
    public async Task<bool> Retry(long id, string by, Instant now) =>
        await Changes(OutboxSql.RetryNow, ("now", Micros.Of(now)), ("id", id))
        || await Changes(
            OutboxSql.Retry,
            ("now", Micros.Of(now)),
            ("give_up_at", Micros.Of(OutboxSql.GiveUpAt(now))),
            ("by", by),
            ("id", id)
        );

    /// <summary>Somebody has seen to it that a message was not delivered.</summary>
    public Task<bool> See(long id, string by) => Changes(OutboxSql.See, ("by", by), ("id", id));

    /// <summary>The case that a mail with this Message-ID of ours is about; null: none.</summary>
    public Task<long?> CaseOf(string messageId) =>
        _database.Read(session => session.Number(OutboxSql.CaseOfMessage, ("message_id", messageId)));

    /// <summary>The mails before this one in its thread, in the order of time.</summary>
    public Task<IReadOnlyList<ThreadMail>> Thread(QueuedMessage queued) =>
        _database.Read(async session =>
        {
            SqlValue of = ("case_id", queued.Message.CaseId);
            var ours = await session.List(OutboxSql.Ours, OutboxSql.ReadOurs, of, ("id", queued.Id));
            var theirs = await session.List(
                OutboxSql.Theirs,
                OutboxSql.ReadTheirs,
                of,
                ("answers", queued.Message.Answers),
                ("until", Micros.Of(queued.Message.QueuedAt))
            );
            return (IReadOnlyList<ThreadMail>)[.. ours.Concat(theirs).OrderBy(mail => mail.At)];
        });

    /// <summary>How many messages that nothing but a mail caused left since then: on the case, and to the address.</summary>
    public async Task<(long OnCase, long ToAddress)> Replies(OutboxMessage message, Instant since)
    {
        SqlValue from = ("since", Micros.Of(since));
        var onCase = await _database.Read(session =>
            session.Number(OutboxSql.RepliesToCase, ("case_id", message.CaseId), from)
        );
        var toAddress = await _database.Read(session =>
            session.Number(OutboxSql.RepliesToAddress, ("recipient", message.To), from)
        );
        return (onCase ?? 0, toAddress ?? 0);
    }

    private Task<IReadOnlyList<QueuedMessage>> List(string sql, params SqlValue[] values) =>
        _database.Read(async session => (IReadOnlyList<QueuedMessage>)await session.List(sql, OutboxSql.Read, values));

    /// <summary>How many receipts went to addresses of a domain, and how many in all, since then.</summary>
    public async Task<(long ToDomain, long InAll)> Receipts(string domain, Instant since)
    {
        SqlValue from = ("since", Micros.Of(since));
        var toDomain = await _database.Read(session =>
            session.Number(OutboxSql.ReceiptsToDomain, from, ("domain", $"%@{domain}"))
        );
        var inAll = await _database.Read(session => session.Number(OutboxSql.Receipts, from));
        return (toDomain ?? 0, inAll ?? 0);
    }

    /// <summary>Whether a mail with this Message-ID is ours.</summary>
    public async Task<bool> Knows(string messageId) =>
        await _database.Read(session => session.Number(OutboxSql.Known, ("message_id", messageId))) is not null;

    /// <summary>The address that the mail with this Message-ID of ours is for; null: none is ours.</summary>
    public Task<string?> RecipientOf(string messageId) =>
        _database.Read(session => session.First(OutboxSql.RecipientOf, row => row.Text(0), ("message_id", messageId)));

    /// <summary>Whether a message of ours to this address has this subject.</summary>
    public async Task<bool> Told(string address, string subject) =>
        await _database.Read(session =>
            session.Number(
                OutboxSql.WasTold,
                ("recipient", address),
                ("key", address.ToLowerInvariant()),
                ("subject", subject)
            )
        )
            is not null;

    private Task<bool> Changes(string sql, params SqlValue[] values) =>
        _database.Write(async session => await session.Execute(sql, values) > 0);
}
