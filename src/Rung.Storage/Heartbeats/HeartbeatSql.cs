using Rung.Core.Cases;

namespace Rung.Storage.Heartbeats;

internal static class HeartbeatSql
{
    private const string Columns = """
        h.desk, h.id, h.version, h.name, h.customer_id, h.site, h.kind, h.services, h.answers, h.every, h.suspended,
        h.heard_at, h.heard_by, h.due_at, h.silent_since, h.at, h.actor_name, h.actor_role, c.reference, u.name
        """;

    private const string From = $"""
        SELECT {Columns} FROM heartbeats h
        LEFT JOIN alerts a ON a.desk = h.desk AND a.sender = '' AND a.key = h.id
        LEFT JOIN cases c ON c.id = a.case_id
        LEFT JOIN customers u ON u.id = h.customer_id
        """;

    public const string OfDesk = $"{From} WHERE h.desk = @desk ORDER BY h.name, h.id";
    public const string OfCustomer = $"{From} WHERE h.desk = @desk AND h.customer_id = @customer ORDER BY h.name, h.id";
    public const string One = $"{From} WHERE h.desk = @desk AND h.id = @id";
    public const string Due = $"{From} WHERE h.due_at < @now ORDER BY h.due_at, h.desk, h.id LIMIT @take";
    public const string CountSilent = "SELECT COUNT(*) FROM heartbeats WHERE desk = @desk AND silent_since IS NOT NULL";
    public const string FirstDue = "SELECT MIN(due_at) FROM heartbeats";

    public const string New = """
        INSERT INTO heartbeats (desk, id, version, name, customer_id, site, kind, services, answers, every, suspended,
            due_at, at, actor_name, actor_role)
        VALUES (@desk, @id, 1, @name, @customer_id, @site, @kind, @services, @answers, @every, @suspended,
            @due_at, @at, @actor_name, @actor_role)
        ON CONFLICT (desk, id) DO NOTHING
        """;

    public const string Change = """
        UPDATE heartbeats SET version = version + 1, name = @name, customer_id = @customer_id, site = @site, kind = @kind,
            services = @services, answers = @answers, every = @every, suspended = @suspended,
            due_at = CASE WHEN silent_since IS NULL OR @is_suspended = 1 THEN @due_at END,
            silent_since = CASE WHEN @is_suspended = 0 THEN silent_since END,
            at = @at, actor_name = @actor_name, actor_role = @actor_role
        WHERE desk = @desk AND id = @id AND version = @version
        """;

    // What came earlier than the last, or was waited for anyway until later, changes nothing that is due.
    public const string Hear = """
        UPDATE heartbeats SET heard_at = @at, heard_by = @by,
            due_at = CASE WHEN due_at < @at + every THEN @at + every ELSE due_at END
        WHERE desk = @desk AND id = @id AND silent_since IS NULL AND (heard_at IS NULL OR heard_at < @at)
        """;

    // It was heard of so long ago that it is silent all the same.
    public const string HearLate = """
        UPDATE heartbeats SET heard_at = @at, heard_by = @by
        WHERE desk = @desk AND id = @id AND silent_since IS NOT NULL AND (heard_at IS NULL OR heard_at < @at)
        """;

    /// <summary>While nobody could listen nothing was silent: what was heard of or registered before is waited for anew.</summary>
    public const string Anew = """
        UPDATE heartbeats SET due_at = @now + every WHERE due_at <= @last + every
        """;

    // Never back: who read the clock long ago, and writes only now, must not make the others believe that nobody listened.
    public const string Listened = """
        INSERT INTO settings (name, value) VALUES (@name, @value)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE CAST(settings.value AS bigint) < @now
        """;

    private const string Stands = """
        SELECT 1 FROM heartbeats WHERE desk = @desk AND id = @id AND due_at = @due_at AND silent_since IS NULL
        """;
    private const string StandsSilent = """
        SELECT 1 FROM heartbeats WHERE desk = @desk AND id = @id AND silent_since = @silent_since
        """;
    private const string FallSilent = """
        UPDATE heartbeats SET silent_since = due_at, due_at = NULL WHERE desk = @desk AND id = @id
        """;
    private const string SpeakAgain = """
        UPDATE heartbeats SET silent_since = NULL, heard_at = @at, heard_by = @by,
            due_at = CASE WHEN suspended IS NULL THEN @at + every END
        WHERE desk = @desk AND id = @id
        """;

    /// <returns>False: it is no longer as its author saw it.</returns>
    public static async ValueTask<bool> IsAsSeen(SqlSession session, HeartbeatTurn turn)
    {
        var before = turn.Before;
        return turn.Heard is null
            ? await session.Number(
                Stands,
                [.. Key(before), ("due_at", before.DueAt is { } due ? Micros.Of(due) : (long?)null)]
            )
                is not null
            : await session.Number(
                StandsSilent,
                [.. Key(before), ("silent_since", before.SilentSince is { } since ? Micros.Of(since) : (long?)null)]
            )
                is not null;
    }

    public static async ValueTask Turn(SqlSession session, HeartbeatTurn turn)
    {
        if (turn.Heard is var (at, by))
        {
            await session.Execute(SpeakAgain, [("at", Micros.Of(at)), ("by", by.ToString()), .. Key(turn.Before)]);
        }
        else
        {
            await session.Execute(FallSilent, Key(turn.Before));
        }
    }

    public static SqlValue[] Key(Heartbeat heartbeat) => [("desk", heartbeat.Desk), ("id", heartbeat.Id)];

    public static SqlValue[] Registered(Heartbeat heartbeat) =>
        [
            .. Key(heartbeat),
            ("name", heartbeat.Name),
            ("customer_id", heartbeat.CustomerId),
            ("site", heartbeat.Site),
            ("kind", heartbeat.Kind),
            ("services", string.Join(' ', heartbeat.Services)),
            ("answers", string.Join(' ', heartbeat.Answers.Select(one => $"{one.Key}={one.Value}"))),
            ("every", Micros.Of(heartbeat.Every)),
            ("suspended", heartbeat.Suspended),
            ("due_at", heartbeat.IsSuspended ? null : Micros.Of(heartbeat.ChangedAt + heartbeat.Every)),
            ("at", Micros.Of(heartbeat.ChangedAt)),
            ("actor_name", heartbeat.ChangedBy.Name),
            ("actor_role", heartbeat.ChangedBy.Role),
        ];

    public static Heartbeat Read(SqlRow row) =>
        new(row.Text(0), row.Text(1))
        {
            Version = row.Number(2),
            Name = row.Text(3),
            CustomerId = row.Text(4),
            Site = row.TextOrNull(5),
            Kind = row.Text(6),
            Services = row.Text(7).Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Answers = Answers(row.Text(8)),
            Every = Micros.ToDuration(row.Number(9)),
            Suspended = row.TextOrNull(10),
            HeardAt = At(row, 11),
            By = row.TextOrNull(12) is { } by ? Enum.Parse<HeardBy>(by) : null,
            DueAt = At(row, 13),
            SilentSince = At(row, 14),
            ChangedAt = Micros.ToInstant(row.Number(15)),
            ChangedBy = new Actor(row.Text(16), row.Text(17)),
            Case = row.TextOrNull(18) is { } reference ? CaseReference.FromStored(reference) : null,
            CustomerName = row.TextOrNull(19) ?? row.Text(4),
        };

    // Ids have neither spaces nor equals signs.
    private static Dictionary<string, string> Answers(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(one => one.Split('=', 2))
            .ToDictionary(one => one[0], one => one[1], StringComparer.Ordinal);

    private static NodaTime.Instant? At(SqlRow row, int column) =>
        row.NumberOrNull(column) is { } at ? Micros.ToInstant(at) : null;
}
