using NodaTime;

namespace Rung.Storage.Inbound;

internal static class InboundSql
{
    public const string Columns = """
        id, desk, mailbox, envelope_sender, received_at, state, tries, case_id, author, subject, reason, effective_at,
        log_by, case_event, look, undelivered, decided_by, decided_at, copy_number, thread
        """;

    public static readonly SqlContent Raw = new("inbound_raw", "content");

    public const string NewRaw = """
        INSERT INTO inbound_raw (mailbox, content_hash, content) VALUES (@mailbox, @content_hash, @content)
        ON CONFLICT (mailbox, content_hash) DO NOTHING RETURNING id
        """;

    public const string KnownRaw = """
        SELECT id FROM inbound_raw WHERE mailbox = @mailbox AND content_hash = @content_hash
        """;

    public const string New = """
        INSERT INTO inbound (id, desk, mailbox, envelope_sender, received_at, state, reason, tries)
        VALUES (@id, @desk, @mailbox, @envelope_sender, @received_at, @state, @reason, 0)
        """;

    public const string ById = $"SELECT {Columns} FROM inbound WHERE id = @id";

    // Later than any.
    private const string NoLogBy = "9223372036854775807";
    public const string InState = $"""
        SELECT {Columns} FROM inbound WHERE desk = @desk AND state = @state AND (@after = 0
            OR (COALESCE(log_by, {NoLogBy}), received_at, id)
                > (SELECT COALESCE(log_by, {NoLogBy}), received_at, id FROM inbound WHERE id = @after))
        ORDER BY COALESCE(log_by, {NoLogBy}), received_at, id LIMIT @take
        """;
    public const string ToLog = $"""
        SELECT {Columns} FROM inbound WHERE desk IN (@desk, @complaints) AND log_by >= @from AND log_by < @to ORDER BY log_by, id
        """;
    public const string Latest = $"""
        SELECT {Columns} FROM inbound WHERE desk = @desk AND state = @state AND (@after = 0
            OR (received_at, id) < (SELECT received_at, id FROM inbound WHERE id = @after))
        ORDER BY received_at DESC, id DESC LIMIT @take
        """;
    public const string Counts = """
        SELECT COUNT(CASE WHEN state = 'Unlogged' THEN 1 END),
            COUNT(CASE WHEN state = 'Unlogged' AND log_by < @now THEN 1 END),
            COUNT(CASE WHEN state = 'SetAside' THEN 1 END)
        FROM inbound WHERE desk = @desk AND state IN ('Unlogged', 'SetAside')
        """;
    public const string Bounce = $"""
        SELECT {Columns} FROM inbound WHERE undelivered = @address AND desk = @desk ORDER BY id DESC LIMIT 1
        """;
    public const string FirstWaiting = "SELECT MIN(received_at) FROM inbound WHERE state = 'Received'";
    private const string Unheard = """
        SELECT 1 FROM inbound WHERE state = 'Received' AND received_at <= @at AND (@mail IS NULL
            OR (received_at, id) < (SELECT received_at, id FROM inbound WHERE id = @mail))
        LIMIT 1
        """;
    public const string OfCase = $"SELECT {Columns} FROM inbound WHERE case_id = @case_id ORDER BY received_at, id";

    public const string OfAuthor = $"""
        SELECT {Columns} FROM inbound WHERE desk IN (@desk, @complaints) AND LOWER(author) = @author AND id > @after
        ORDER BY id LIMIT @take
        """;

    /// <summary>Cases of the mails with a Message-ID; the newest first.</summary>
    public const string CaseOfMessage = """
        SELECT case_id FROM inbound WHERE message_id = @message_id AND case_id IS NOT NULL ORDER BY id DESC LIMIT 1
        """;

    public const string Known = "SELECT 1 FROM inbound WHERE message_id = @message_id LIMIT 1";

    public const string WaitingMessage = $"""
        SELECT {Columns} FROM inbound WHERE message_id = @message_id AND desk = @desk AND state = 'Unlogged' ORDER BY id LIMIT 1
        """;

    public const string Following = $"""
        SELECT {Columns} FROM inbound WHERE thread = @thread AND desk = @desk AND state = 'Unlogged'
            AND (received_at, id) > (@received_at, @id)
        ORDER BY received_at, id LIMIT @take
        """;

    public const string SameMessage = $"""
        SELECT {Columns} FROM inbound WHERE message_id = @message_id AND desk IN (@desk, @complaints) AND author = @author
            AND id <> @id
        ORDER BY id DESC LIMIT @take
        """;

    public const string LatestCopy = """
        SELECT MAX(copy_number) FROM inbound WHERE message_id = @message_id AND author = @author AND id <> @id
        """;

    public const string CountOfAuthor = """
        SELECT COUNT(*) FROM inbound WHERE case_id = @case_id AND received_at >= @since
        """;

    public const string Waits = """
        SELECT 1 FROM inbound WHERE state = 'Received' AND (lease_until IS NULL OR lease_until <= @now) LIMIT 1
        """;

    public const string Retry = """
        UPDATE inbound SET state = 'Received', tries = 0, lease_owner = NULL, lease_until = NULL, reason = NULL,
            decided_by = @decided_by, decided_at = @decided_at
        WHERE id = @id AND state = 'SetAside'
        """;

    public const string GiveBack = """
        UPDATE inbound SET tries = tries - 1, lease_owner = NULL, lease_until = @until WHERE id = @id AND state = 'Received'
        """;

    public const string TakeOver = """
        UPDATE inbound SET lease_owner = NULL, lease_until = NULL WHERE state = 'Received' AND lease_owner IS NOT NULL
        """;

    private const string Outcome = """
        UPDATE inbound SET state = @to_state, desk = COALESCE(@shelf, desk), case_id = COALESCE(@case_id, case_id),
            case_event = COALESCE(@case_event, case_event), reason = @reason,
            message_id = COALESCE(@message_id, message_id), author = COALESCE(@author, author),
            subject = COALESCE(@subject, subject), effective_at = COALESCE(@effective_at, effective_at),
            log_by = COALESCE(@log_by, log_by), look = COALESCE(@look, look),
            undelivered = COALESCE(@undelivered, undelivered), decided_by = @decided_by, decided_at = @decided_at,
            copy_number = COALESCE(copy_number, @copy_number), thread = COALESCE(thread, @thread),
            lease_owner = CASE WHEN @to_state = 'Received' THEN lease_owner END,
            lease_until = CASE WHEN @to_state = 'Received' THEN lease_until END
        WHERE id = @id AND state = @from_state AND (@copy_number IS NULL OR copy_number IS NOT NULL OR NOT EXISTS (
            SELECT 1 FROM inbound AS other WHERE other.message_id = @message_id AND other.author = @author
                AND other.copy_number >= @copy_number))
        """;

    private const string MoveTo = """
        UPDATE inbound SET desk = @desk, mailbox = @mailbox, reason = @reason, effective_at = @effective_at,
            log_by = @log_by, look = @look
        WHERE id = @id AND state = 'Unlogged' AND mailbox = @from_mailbox
        """;

    /// <summary>Takes up the messages with the ids of a list that follows.</summary>
    public const string TakeUp = """
        UPDATE inbound SET tries = tries + 1, lease_owner = @owner, lease_until = @lease_until WHERE id IN
        """;

    /// <summary>Which messages are next, and whether each has to be taken up alone.</summary>
    public static string Next(string skipLocked, InboundOrder order) =>
        $"""
            SELECT inbound.id, CAST(CASE WHEN tries > 0 OR LENGTH(content) > @large THEN 1 ELSE 0 END AS BIGINT)
            FROM inbound JOIN inbound_raw ON inbound_raw.id = inbound.id
            WHERE state = 'Received' AND (lease_until IS NULL OR lease_until <= @now)
            ORDER BY {(
                order == InboundOrder.OldestFirst ? "received_at, inbound.id" : "received_at DESC, inbound.id DESC"
            )} LIMIT @take {skipLocked}
            """;

    /// <summary>Whether mail that was received by then is not handled yet.</summary>
    /// <param name="mail">The mail that is being handled, and those behind it, are not asked about; null: none is.</param>
    public static async ValueTask<bool> IsUnheard(SqlSession session, Instant at, long? mail) =>
        await session.Number(Unheard, ("at", Micros.Of(at)), ("mail", mail)) is not null;

    public static ValueTask<int> Settle(SqlSession session, InboundOutcome outcome) =>
        session.Execute(
            Outcome,
            ("to_state", outcome.To.ToString()),
            ("shelf", outcome.Shelf),
            ("case_id", outcome.CaseId),
            ("case_event", outcome.CaseEvent),
            ("reason", outcome.Reason),
            ("message_id", outcome.MessageId),
            ("author", outcome.Author),
            ("subject", outcome.Subject),
            ("effective_at", MicrosOf(outcome.EffectiveAt)),
            ("log_by", MicrosOf(outcome.LogBy)),
            ("look", Json(outcome.Look)),
            ("undelivered", outcome.Undelivered),
            ("decided_by", outcome.DecidedBy),
            ("decided_at", MicrosOf(outcome.DecidedAt)),
            ("copy_number", outcome.CopyNumber),
            ("thread", outcome.Thread),
            ("id", outcome.Id),
            ("from_state", outcome.From.ToString())
        );

    public static ValueTask<int> Move(SqlSession session, InboundMove move) =>
        session.Execute(
            MoveTo,
            ("desk", move.Desk),
            ("mailbox", move.Mailbox),
            ("reason", move.Reason),
            ("effective_at", MicrosOf(move.EffectiveAt)),
            ("log_by", MicrosOf(move.LogBy)),
            ("look", Json(move.Look)),
            ("id", move.Id),
            ("from_mailbox", move.From)
        );

    public static InboundMail Read(SqlRow row) =>
        new()
        {
            Id = row.Number(0),
            Desk = row.Text(1),
            Mailbox = row.Text(2),
            EnvelopeSender = row.TextOrNull(3),
            ReceivedAt = Micros.ToInstant(row.Number(4)),
            State = Enum.Parse<InboundState>(row.Text(5)),
            Tries = row.Number(6),
            CaseId = row.NumberOrNull(7),
            Author = row.TextOrNull(8),
            Subject = row.TextOrNull(9),
            Reason = row.TextOrNull(10),
            EffectiveAt = InstantOf(row.NumberOrNull(11)),
            LogBy = InstantOf(row.NumberOrNull(12)),
            CaseEvent = row.NumberOrNull(13),
            Look = row.TextOrNull(14) is { } look ? InboundLookJson.Read(look) : null,
            Undelivered = row.TextOrNull(15),
            DecidedBy = row.TextOrNull(16),
            DecidedAt = InstantOf(row.NumberOrNull(17)),
            CopyNumber = row.NumberOrNull(18),
            Thread = row.NumberOrNull(19),
        };

    private static string? Json(InboundLook? look) => look is null ? null : InboundLookJson.Write(look);

    private static long? MicrosOf(Instant? instant) => instant is { } at ? Micros.Of(at) : null;

    private static Instant? InstantOf(long? micros) => micros is { } at ? Micros.ToInstant(at) : null;
}
