using System.Security.Cryptography;
using NodaTime;
using Rung.Storage.Cases;
using Rung.Storage.Outbox;

namespace Rung.Storage.Inbound;

/// <summary>Messages that came in: kept first, handled later, by one at a time.</summary>
public sealed class InboundStore
{
    // Bytes of a message from which on it is taken up alone, and is written by itself into the row that is there.
    private const long Large = 500_000;

    private readonly RungDatabase _database;

    internal InboundStore(RungDatabase database) => _database = database;

    /// <summary>Keeps a message; it is durable when this completes. The same bytes at the same address are kept once. R1</summary>
    public Task<Kept> Keep(NewInbound mail)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(mail.Content));
        return _database.Write(async session =>
        {
            SqlValue mailbox = ("mailbox", mail.Mailbox);
            SqlValue contentHash = ("content_hash", hash);
            if (await session.Number(InboundSql.KnownRaw, mailbox, contentHash) is { } known)
            {
                return new Kept(known, IsNew: false);
            }
            var isLarge = mail.Content.Length > Large;
            SqlValue content = ("content", isLarge ? [] : mail.Content);
            if (await session.Number(InboundSql.NewRaw, mailbox, contentHash, content) is not { } id)
            {
                var other = await session.Number(InboundSql.KnownRaw, mailbox, contentHash);
                return new Kept(other!.Value, IsNew: false);
            }
            if (isLarge)
            {
                await session.Fill(InboundSql.Raw, id, mail.Content);
            }
            await session.Execute(
                InboundSql.New,
                ("id", id),
                ("desk", mail.Desk),
                mailbox,
                ("envelope_sender", mail.EnvelopeSender),
                ("received_at", Micros.Of(mail.ReceivedAt)),
                ("state", (mail.SetAside is null ? InboundState.Received : InboundState.SetAside).ToString()),
                ("reason", mail.SetAside)
            );
            return new Kept(id, IsNew: true);
        });
    }

    /// <summary>
    /// Takes up the oldest or the newest messages that nobody has, in their order; none where none waits, which costs no
    /// write. What was tried before comes alone, so that a message that ends the process is the only one it is tried with the
    /// second time (R5); and so does what is large, since messages that are taken up together are in memory together (S41).
    /// </summary>
    public async Task<IReadOnlyList<InboundMail>> Claim(InboundClaim claim)
    {
        SqlValue now = ("now", Micros.Of(claim.Now));
        if (await _database.Read(session => session.Number(InboundSql.Waits, now)) is null)
        {
            return [];
        }
        return await _database.Write(async session =>
        {
            var next = await session.List(
                InboundSql.Next(_database.SkipLocked, claim.Order),
                row => (Id: row.Number(0), IsAlone: row.Number(1) == 1),
                now,
                ("large", Large),
                ("take", claim.Most)
            );
            return next.Count == 0 ? [] : await TakeUp(session, claim, Together(next));
        });
    }

    /// <summary>Gives back a message that was taken up, as if it had not been; nobody takes it up before then.</summary>
    public Task GiveBack(long id, Instant until) =>
        _database.Write(session => session.Execute(InboundSql.GiveBack, ("until", Micros.Of(until)), ("id", id)));

    /// <summary>
    /// Gives back what a process that is gone had taken up; how often it was tried stays as it is. Only for whoever has the
    /// database alone.
    /// </summary>
    public Task TakeOver() => _database.Write(session => session.Execute(InboundSql.TakeOver));

    /// <summary>The message as it came.</summary>
    public Task<byte[]?> Content(long id) => _database.Read(session => session.Content(InboundSql.Raw, id));

    public Task<InboundMail?> Find(long id) =>
        _database.Read(session => session.First(InboundSql.ById, InboundSql.Read, ("id", id)));

    /// <summary>Of a desk, the nearest log-by first.</summary>
    /// <param name="after">The last mail of the page before; 0: the first page.</param>
    public Task<IReadOnlyList<InboundMail>> Of(string desk, InboundState state, int take, long after = 0) =>
        List(InboundSql.InState, ("desk", desk), ("state", state.ToString()), ("take", take), ("after", after));

    /// <summary>Of a desk, the latest received first.</summary>
    /// <param name="after">The last mail of the page before; 0: the first page.</param>
    public Task<IReadOnlyList<InboundMail>> Latest(string desk, InboundState state, int take, long after = 0) =>
        List(InboundSql.Latest, ("desk", desk), ("state", state.ToString()), ("take", take), ("after", after));

    /// <summary>All mail of a desk that had to be logged in a span, whatever became of it; the nearest log-by first. ESS-41</summary>
    /// <param name="from">The first instant of the span.</param>
    /// <param name="to">Its end, exclusive.</param>
    public Task<IReadOnlyList<InboundMail>> ToLog(string desk, Instant from, Instant to) =>
        List(
            InboundSql.ToLog,
            ("desk", desk),
            ("complaints", Shelf.Of(desk, ShelfFor.Complaints)),
            ("from", Micros.Of(from)),
            ("to", Micros.Of(to))
        );

    /// <summary>How much mail of a desk waits for somebody. ESS-41</summary>
    public async Task<InboundCounts> Count(string desk, Instant now) =>
        await _database.Read(session =>
            session.First(
                InboundSql.Counts,
                row => new InboundCounts((int)row.Number(0), (int)row.Number(1), (int)row.Number(2)),
                ("now", Micros.Of(now)),
                ("desk", desk)
            )
        ) ?? new InboundCounts(0, 0, 0);

    /// <summary>The latest mail that says this address cannot be reached; null: none does. R20</summary>
    public Task<InboundMail?> Bounce(string desk, string address) =>
        _database.Read(session =>
            session.First(InboundSql.Bounce, InboundSql.Read, ("address", address.ToLowerInvariant()), ("desk", desk))
        );

    /// <summary>When the earliest message that is not handled yet was received; null: all are handled.</summary>
    public Task<Instant?> FirstWaiting() =>
        _database.Read(async session =>
            await session.Number(InboundSql.FirstWaiting) is { } at ? Micros.ToInstant(at) : (Instant?)null
        );

    /// <summary>The mails on a case, in the order received.</summary>
    public Task<IReadOnlyList<InboundMail>> OfCase(long caseId) => List(InboundSql.OfCase, ("case_id", caseId));

    /// <summary>All mail of a desk from an address, its complaints' too, whatever became of it; the first received first. S72</summary>
    /// <param name="after">The last mail of the page before; 0: the first page.</param>
    public Task<IReadOnlyList<InboundMail>> OfAuthor(string desk, string author, int take, long after = 0) =>
        List(
            InboundSql.OfAuthor,
            ("desk", desk),
            ("complaints", Shelf.Of(desk, ShelfFor.Complaints)),
            ("author", author.ToLowerInvariant()),
            ("after", after),
            ("take", take)
        );

    /// <summary>The case that a mail with this Message-ID is on; null: none.</summary>
    public Task<long?> CaseOf(string messageId) =>
        _database.Read(session => session.Number(InboundSql.CaseOfMessage, ("message_id", messageId)));

    /// <summary>Whether a mail with this Message-ID came.</summary>
    public async Task<bool> Knows(string messageId) =>
        await _database.Read(session => session.Number(InboundSql.Known, ("message_id", messageId))) is not null;

    /// <summary>The mail of a desk with this Message-ID that waits to be logged; null: none.</summary>
    public Task<InboundMail?> Waiting(string desk, string messageId) =>
        _database.Read(session =>
            session.First(InboundSql.WaitingMessage, InboundSql.Read, ("message_id", messageId), ("desk", desk))
        );

    /// <summary>Mails that wait to be logged and were received after this one in its thread, in the order received.</summary>
    public Task<IReadOnlyList<InboundMail>> Following(InboundMail mail, int take) =>
        List(
            InboundSql.Following,
            ("thread", mail.Thread ?? mail.Id),
            ("desk", mail.Desk),
            ("received_at", Micros.Of(mail.ReceivedAt)),
            ("id", mail.Id),
            ("take", take)
        );

    /// <summary>Other mails at the same desk that the author sent under the same Message-ID, the newest first.</summary>
    public Task<IReadOnlyList<InboundMail>> Same(InboundMail mail, string messageId, string author, int take) =>
        List(
            InboundSql.SameMessage,
            ("message_id", messageId),
            ("desk", mail.Desk),
            ("complaints", Shelf.Of(mail.Desk, ShelfFor.Complaints)),
            ("author", author),
            ("id", mail.Id),
            ("take", take)
        );

    /// <summary>The number of a mail among those that its author sent under its Message-ID: its own, or the next that is free.</summary>
    public async Task<long> CopyNumber(InboundMail mail, string messageId, string author) =>
        mail.CopyNumber
        ?? 1
            + (
                await _database.Read(session =>
                    session.Number(
                        InboundSql.LatestCopy,
                        ("message_id", messageId),
                        ("author", author),
                        ("id", mail.Id)
                    )
                ) ?? 0
            );

    /// <summary>How many mails came to be on a case since then.</summary>
    public async Task<long> Count(long caseId, Instant since) =>
        await _database.Read(session =>
            session.Number(InboundSql.CountOfAuthor, ("case_id", caseId), ("since", Micros.Of(since)))
        ) ?? 0;

    /// <summary>Writes down what became of a message, where it did nothing to a case.</summary>
    /// <returns>False: something else became of it before, or something of a copy that it was decided without.</returns>
    /// <param name="answer">Queued in the same transaction; null: none.</param>
    public Task<bool> Settle(InboundOutcome outcome, OutboxMessage? answer = null) =>
        _database.Write(async session =>
        {
            if (await InboundSql.Settle(session, outcome) == 0)
            {
                return false;
            }
            if (answer is not null)
            {
                await OutboxSql.Queue(session, answer);
            }
            return true;
        });

    /// <summary>Puts an un-logged mail at another address.</summary>
    /// <returns>False: it is not un-logged at the address it is taken from.</returns>
    public Task<bool> Move(InboundMove move) =>
        _database.Write(async session => await InboundSql.Move(session, move) == 1);

    /// <summary>Lets a message that was set aside be handled again.</summary>
    /// <returns>False: it is not set aside.</returns>
    public Task<bool> Retry(long id, string by, Instant at) =>
        _database.Write(async session =>
            await session.Execute(InboundSql.Retry, ("decided_by", by), ("decided_at", Micros.Of(at)), ("id", id)) == 1
        );

    // In the order they wait, up to the first that has to be alone.
    private static List<long> Together(List<(long Id, bool IsAlone)> next) =>
        next[0].IsAlone ? [next[0].Id] : [.. next.TakeWhile(one => !one.IsAlone).Select(one => one.Id)];

    private static async ValueTask<IReadOnlyList<InboundMail>> TakeUp(
        SqlSession session,
        InboundClaim claim,
        List<long> ids
    )
    {
        var list = SqlList.Of("id", ids, (name, id) => (name, id));
        var taken = await session.List(
            $"{InboundSql.TakeUp} {list.Sql} RETURNING {InboundSql.Columns}",
            InboundSql.Read,
            [("owner", claim.Owner), ("lease_until", Micros.Of(claim.LeaseUntil)), .. list.Values]
        );
        return [.. taken.OrderBy(one => ids.IndexOf(one.Id))];
    }

    private Task<IReadOnlyList<InboundMail>> List(string sql, params SqlValue[] values) =>
        _database.Read(async session => (IReadOnlyList<InboundMail>)await session.List(sql, InboundSql.Read, values));
}
