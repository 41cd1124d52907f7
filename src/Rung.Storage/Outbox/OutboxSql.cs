using NodaTime;
using Rung.Core.Cases.Telling;
using Rung.Storage.Settings;

namespace Rung.Storage.Outbox;

internal static class OutboxSql
{
    /// <summary>How long delivery is tried: as long as mail servers try among themselves (RFC 5321, 4.5.4.1).</summary>
    private static readonly Duration TriedFor = Duration.FromDays(5);

    private const string Columns = """
        outbox.id, outbox.state, message_key, outbox.case_id, kind, recipient, outbox.subject, body, not_before, queued_at,
            outbox.message_id, answers, is_reply, give_up_at, outbox.tries, next_at, answer, settled_at, seen_by, cases.reference,
            COALESCE(outbox.desk, cases.desk, inbound.desk), encloses, goes_with, sealed
        """;

    private const string Rows = $"""
        SELECT {Columns} FROM outbox LEFT JOIN cases ON cases.id = outbox.case_id LEFT JOIN inbound ON inbound.id = answers
        """;

    private const string Free = $"(lease_until IS NULL OR lease_until <= @lease_now) AND {SettingStore.IsNotMuted}";
    private const string Failed = "outbox.state IN ('Undeliverable', 'Bounced', 'HeldBack') AND seen_by IS NULL";

    public const string OfCase = $"{Rows} WHERE outbox.case_id = @case_id ORDER BY outbox.id";
    public const string OfRecipient = $"""
        {Rows} WHERE LOWER(recipient) = @recipient AND outbox.id > @after
            AND COALESCE(outbox.desk, cases.desk, inbound.desk) IN (@desk, @complaints) ORDER BY outbox.id LIMIT @take
        """;
    public const string ById = $"{Rows} WHERE outbox.id = @id";

    /// <summary>Nobody has seen to these yet; the newest first.</summary>
    public const string FailedOf = $"""
        {Rows} WHERE {Failed} AND COALESCE(outbox.desk, cases.desk, inbound.desk) = @desk ORDER BY settled_at DESC, outbox.id DESC LIMIT @take
        """;

    public const string WaitingOf = $"""
        {Rows} WHERE outbox.state = 'Queued' AND not_before <= @until AND COALESCE(outbox.desk, cases.desk, inbound.desk) = @desk
        ORDER BY not_before, outbox.id LIMIT @take
        """;

    public const string CountFailed = $"""
        SELECT COUNT(*) FROM outbox LEFT JOIN cases ON cases.id = outbox.case_id LEFT JOIN inbound ON inbound.id = answers
        WHERE {Failed} AND COALESCE(outbox.desk, cases.desk, inbound.desk) = @desk
        """;

    public const string CountWaiting = """
        SELECT COUNT(*) FROM outbox LEFT JOIN cases ON cases.id = outbox.case_id LEFT JOIN inbound ON inbound.id = answers
        WHERE outbox.state = 'Queued' AND not_before <= @until AND COALESCE(outbox.desk, cases.desk, inbound.desk) = @desk
        """;

    public const string Withdraw = """
        UPDATE outbox SET state = 'Withdrawn' WHERE message_key = @key AND state = 'Queued' AND not_before > @now
        """;

    /// <summary>In the order in which they were written.</summary>
    public const string GoingWith = $"{Rows} WHERE outbox.case_id = @case_id AND goes_with = @id ORDER BY outbox.id";

    private const string MayGather = "state = 'Queued' AND not_before <= @late AND encloses IS NULL AND is_reply = 0";

    // What never left, since whoever has had a mail under its Message-ID may never look into another; and nothing that goes
    // by itself is between.
    public const string LatestLate = $"""
        SELECT MAX(id) FROM outbox WHERE case_id = @case_id AND recipient = @recipient AND {MayGather} AND tries = 0
            AND NOT EXISTS (SELECT 1 FROM outbox AS other WHERE other.case_id = @case_id AND other.recipient = @recipient
                AND other.state = 'Queued' AND (other.encloses IS NOT NULL OR other.is_reply = 1)
                AND other.id > @from AND other.id < outbox.id)
        """;

    public const string Gather = $"""
        UPDATE outbox SET goes_with = @id, lease_owner = NULL, lease_until = NULL
        WHERE case_id = @case_id AND recipient = @recipient AND {MayGather} AND id < @id
        """;

    public const string GiveUpTogether = """
        UPDATE outbox SET give_up_at = (SELECT MIN(give_up_at) FROM outbox AS one WHERE one.case_id = @case_id
            AND (one.id = @id OR one.goes_with = @id))
        WHERE id = @id
        """;

    public const string Any =
        $"SELECT 1 FROM outbox WHERE state = 'Queued' AND goes_with IS NULL AND next_at <= @now AND {Free} LIMIT 1";

    public const string Renew = """
        UPDATE outbox SET lease_until = @lease_until WHERE lease_owner = @owner AND state = 'Queued'
        """;

    public const string TakeOver = """
        UPDATE outbox SET lease_owner = NULL, lease_until = NULL WHERE state = 'Queued' AND lease_owner IS NOT NULL
        """;

    /// <summary>Whoever sent it says so, also when its lease ran out meanwhile: it did leave.</summary>
    public const string Settle = """
        UPDATE outbox SET state = @state, answer = @answer, settled_at = @at, lease_owner = NULL, lease_until = NULL
        WHERE id = @id AND state = 'Queued'
        """;

    /// <summary>What went in one mail with another has its fate.</summary>
    public const string SettleGathered = """
        UPDATE outbox SET state = @state, answer = @answer, settled_at = @at
        WHERE case_id = (SELECT case_id FROM outbox AS one WHERE one.id = @id) AND goes_with = @id AND state = 'Queued'
        """;

    public const string Defer = """
        UPDATE outbox SET next_at = @at, answer = @answer, lease_owner = NULL, lease_until = NULL
        WHERE id = @id AND state = 'Queued' AND lease_owner = @owner
        """;

    public const string Bounce = """
        UPDATE outbox SET state = 'Bounced', answer = @answer, settled_at = @at
        WHERE state = 'Sent' AND (message_id = @message_id OR id IN (SELECT gathered.id FROM outbox AS one
            JOIN outbox AS gathered ON gathered.case_id = one.case_id AND gathered.goes_with = one.id
            WHERE one.message_id = @message_id))
        """;

    public const string Retry = """
        UPDATE outbox SET state = 'Queued', next_at = @now, give_up_at = @give_up_at, tries = 0, seen_by = @by, settled_at = NULL,
            goes_with = NULL
        WHERE id = @id AND state IN ('Undeliverable', 'Bounced', 'HeldBack')
        """;

    public const string RetryNow = """
        UPDATE outbox SET next_at = @now, goes_with = NULL WHERE id = @id AND state = 'Queued' AND not_before <= @now
        """;

    public const string See = """
        UPDATE outbox SET seen_by = @by
        WHERE id = @id AND seen_by IS NULL AND state IN ('Undeliverable', 'Bounced', 'HeldBack')
        """;

    /// <summary>The case that a mail of ours is about, or that the mail which it answers came to be about.</summary>
    public const string CaseOfMessage = """
        SELECT COALESCE(outbox.case_id, inbound.case_id) FROM outbox LEFT JOIN inbound ON inbound.id = answers
        WHERE outbox.message_id = @message_id
        """;

    public const string Ours = """
        SELECT message_id, queued_at FROM outbox
        WHERE case_id = @case_id AND id < @id AND message_id IS NOT NULL AND state NOT IN ('Withdrawn', 'ByHand', 'HeldBack')
            AND goes_with IS NULL
        ORDER BY id
        """;

    public const string Theirs = """
        SELECT message_id, received_at FROM inbound
        WHERE (case_id = @case_id OR id = @answers) AND message_id IS NOT NULL AND received_at <= @until
        ORDER BY received_at, id
        """;

    public const string RepliesToCase = """
        SELECT COUNT(*) FROM outbox
        WHERE case_id = @case_id AND is_reply = 1 AND state IN ('Sent', 'Bounced') AND settled_at > @since
        """;

    public const string RepliesToAddress = """
        SELECT COUNT(*) FROM outbox
        WHERE recipient = @recipient AND is_reply = 1 AND state IN ('Sent', 'Bounced') AND settled_at > @since
        """;

    public const string Known = "SELECT 1 FROM outbox WHERE message_id = @message_id LIMIT 1";

    public const string RecipientOf = "SELECT recipient FROM outbox WHERE message_id = @message_id LIMIT 1";

    public const string WasTold = """
        SELECT 1 FROM outbox WHERE recipient IN (@recipient, @key) AND subject = @subject LIMIT 1
        """;

    public const string Receipts =
        "SELECT COUNT(*) FROM outbox WHERE case_id IS NULL AND is_reply = 1 AND queued_at > @since";

    public const string ReceiptsToDomain = $"{Receipts} AND recipient LIKE @domain";

    private const string New = """
        INSERT INTO outbox (message_key, case_id, state, kind, recipient, subject, body, not_before, queued_at, message_id,
            answers, is_reply, next_at, give_up_at, tries, settled_at, desk, encloses, sealed)
        VALUES (@message_key, @case_id, @state, @kind, @recipient, @subject, @body, @not_before, @queued_at, @message_id,
            @answers, @is_reply, @next_at, @give_up_at, 0, @settled_at, @desk, @encloses, @sealed)
        ON CONFLICT (message_key) DO NOTHING
        """;

    /// <summary>
    /// The oldest first, and of one case to one address never a later one before an earlier: they are read in this order.
    /// </summary>
    public static string Claim(string skipLocked) =>
        $"""
            WITH next AS MATERIALIZED (
                SELECT id FROM outbox WHERE state = 'Queued' AND goes_with IS NULL AND next_at <= @now AND {Free}
                AND NOT EXISTS (SELECT 1 FROM outbox AS earlier WHERE earlier.case_id = outbox.case_id
                    AND earlier.recipient = outbox.recipient AND earlier.state = 'Queued' AND earlier.id < outbox.id
                    AND earlier.goes_with IS NULL AND earlier.not_before <= @now)
                ORDER BY next_at, id LIMIT @take {skipLocked})
            UPDATE outbox SET tries = tries + 1, lease_owner = @owner, lease_until = @lease_until FROM next
            WHERE outbox.id = next.id RETURNING outbox.id
            """;

    /// <param name="message">Null: nobody is told.</param>
    public static ValueTask Maybe(SqlSession session, OutboxMessage? message) =>
        message is null ? ValueTask.CompletedTask : Queue(session, message);

    public static ValueTask Queue(SqlSession session, OutboxMessage message) =>
        session.Post(
            New,
            ("message_key", message.Key),
            ("case_id", message.CaseId),
            ("state", message.Begins.ToString()),
            ("kind", message.Kind),
            ("recipient", message.To),
            ("subject", message.Subject),
            ("body", message.Text),
            ("not_before", Micros.Of(message.NotBefore)),
            ("queued_at", Micros.Of(message.QueuedAt)),
            ("message_id", message.MessageId),
            ("answers", message.Answers),
            ("is_reply", message.Cause == Cause.TheirMail ? 1 : 0),
            ("next_at", Micros.Of(message.NotBefore)),
            ("give_up_at", Micros.Of(message.NotBefore + TriedFor)),
            ("settled_at", message.Begins == MessageState.Sent ? Micros.Of(message.QueuedAt) : (long?)null),
            ("desk", message.Desk),
            ("encloses", message.Encloses),
            ("sealed", message.Sealed)
        );

    public static QueuedMessage Read(SqlRow row) =>
        new(
            row.Number(0),
            Enum.Parse<MessageState>(row.Text(1)),
            new OutboxMessage
            {
                Key = row.Text(2),
                CaseId = row.NumberOrNull(3),
                Kind = row.Text(4),
                To = row.Text(5),
                Subject = row.Text(6),
                Text = row.Text(7),
                NotBefore = Micros.ToInstant(row.Number(8)),
                QueuedAt = Micros.ToInstant(row.Number(9)),
                MessageId = row.TextOrNull(10),
                Answers = row.NumberOrNull(11),
                Encloses = row.NumberOrNull(21),
                Sealed = row.TextOrNull(23),
                Cause = row.Number(12) == 1 ? Cause.TheirMail : Cause.TheDesk,
            }
        )
        {
            GiveUpAt = Micros.ToInstant(row.Number(13)),
            Tries = row.Number(14),
            NextAt = Micros.ToInstant(row.Number(15)),
            Answer = row.TextOrNull(16),
            SettledAt = row.NumberOrNull(17) is { } at ? Micros.ToInstant(at) : null,
            SeenBy = row.TextOrNull(18),
            Reference = row.TextOrNull(19),
            Desk = row.TextOrNull(20),
            GoesWith = row.NumberOrNull(22),
        };

    public static ThreadMail ReadOurs(SqlRow row) => new(row.Text(0), Micros.ToInstant(row.Number(1)), Theirs: false);

    public static ThreadMail ReadTheirs(SqlRow row) => new(row.Text(0), Micros.ToInstant(row.Number(1)), Theirs: true);

    public static Instant GiveUpAt(Instant now) => now + TriedFor;
}
