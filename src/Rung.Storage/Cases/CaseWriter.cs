using Rung.Storage.Alerts;
using Rung.Storage.Answers;
using Rung.Storage.Complaints;
using Rung.Storage.Drafts;
using Rung.Storage.Dues;
using Rung.Storage.Heartbeats;
using Rung.Storage.Inbound;
using Rung.Storage.Outbox;
using Rung.Storage.Promises;
using Rung.Storage.Queue;
using Rung.Storage.Search;

namespace Rung.Storage.Cases;

/// <summary>A <see cref="CaseWrite"/> made ready on its author's thread, and the statements that carry it out.</summary>
internal sealed class CaseWriter
{
    private const string VersionOf = "SELECT version FROM cases WHERE id = @id";
    private const string NewCase = """
        INSERT INTO cases (id, desk, reference, spoken, version, logged_at)
        VALUES (@id, @desk, @reference, @spoken, @version, @logged_at)
        """;
    private const string NewVersion = "UPDATE cases SET version = @version WHERE id = @id";
    private const string NewEvent = """
        INSERT INTO events (case_id, sequence, type, at, recorded_at, actor_name, actor_role, body, actor_contact)
        VALUES (@case_id, @sequence, @type, @at, @recorded_at, @actor_name, @actor_role, @body, @actor_contact)
        """;

    private readonly CaseWrite _write;
    private readonly IReadOnlyList<Part> _parts;
    private readonly IReadOnlyList<SeenCase> _expected;
    private readonly string _held;

    /// <param name="held">What ends a SELECT of rows that nobody may change until this write is done.</param>
    public CaseWriter(CaseWrite write, string held)
    {
        _write = write;
        _parts = [.. write.Cases.Select(change => new Part(change))];
        _expected =
        [
            .. write
                .Cases.Select(change => new SeenCase(change.CaseId, change.ExpectedVersion))
                .Union(write.Seen)
                .OrderBy(one => one.CaseId),
        ];
        // What a write changes the database itself keeps from others; what it only looked at has to be held, in the order in
        // which it is changed, so that two writers that hold the same cases do not wait for each other.
        _held = _expected.Count > _parts.Count ? held : "";
    }

    public long ExpectedOf(long caseId) => _expected.First(one => one.CaseId == caseId).Version;

    /// <summary>Everything is looked at before anything is written, so that declining leaves nothing behind.</summary>
    public async ValueTask<WriteResult> Run(SqlSession session)
    {
        if (_write.Answer is { } answer && await AnswerSql.Find(session, answer.Key) is { } given)
        {
            return given.RequestHash == answer.RequestHash
                ? new WriteResult.AlreadyAnswered(given)
                : new WriteResult.KeyReused(given);
        }
        var actual = await Versions(session);
        if (
            _expected.FirstOrDefault(one => actual.GetValueOrDefault(one.CaseId) != one.Version) is
            { CaseId: > 0 } stale
        )
        {
            return new WriteResult.VersionConflict(stale.CaseId, actual.GetValueOrDefault(stale.CaseId), []);
        }
        if (_write.ClosesAt is { } at && await InboundSql.IsUnheard(session, at, _write.Mail?.Id))
        {
            return new WriteResult.MailUnheard();
        }
        // The first thing written, and the last look: whoever else has the same mail waits here, and then has nothing to do.
        if (_write.Mail is { } mail && await InboundSql.Settle(session, mail) == 0)
        {
            return new WriteResult.MailSettled();
        }
        if (_write.Alert?.Heartbeat is { } seen && !await HeartbeatSql.IsAsSeen(session, seen))
        {
            return new WriteResult.HeartbeatTurned();
        }
        if (_write.Alert is { } alert && await AlertSql.Settle(session, alert) == 0)
        {
            return new WriteResult.AlertTaken();
        }
        await Apply(session);
        return new WriteResult.Committed([.. _parts.Select(part => part.Version)]);
    }

    // Of one case, which is nearly always all, nothing is put together; of several they come in one answer.
    private async ValueTask<IReadOnlyDictionary<long, long>> Versions(SqlSession session)
    {
        if (_expected is [])
        {
            return new Dictionary<long, long>();
        }
        if (_expected is [var only])
        {
            var version = await session.Number(VersionOf, ("id", only.CaseId)) ?? 0;
            return new Dictionary<long, long> { [only.CaseId] = version };
        }
        var ids = SqlList.Of("id", _expected, (name, one) => (name, one.CaseId));
        var sql = $"SELECT id, version FROM cases WHERE id IN {ids.Sql} ORDER BY id {_held}";
        var found = await session.List(sql, row => (Id: row.Number(0), Version: row.Number(1)), [.. ids.Values]);
        return found.ToDictionary(one => one.Id, one => one.Version);
    }

    private async ValueTask Apply(SqlSession session)
    {
        // Always in the same order: two writers that change the same two cases must not wait for each other. A table at a
        // time: rows of one table that come after each other may go in one statement.
        List<Part> parts = [.. _parts.OrderBy(part => part.Change.CaseId)];
        foreach (var step in Part.Steps)
        {
            foreach (var part in parts)
            {
                await step(part, session);
            }
        }
        foreach (var message in _write.Messages)
        {
            await OutboxSql.Queue(session, message);
        }
        foreach (var paper in _write.Papers)
        {
            await ComplaintStore.Keep(session, paper);
        }
        if (_write.Answer is { } answer)
        {
            await AnswerSql.Keep(session, answer);
        }
        if (_write.Alert?.Heartbeat is { } turn)
        {
            await HeartbeatSql.Turn(session, turn);
        }
        if (_write.Draft is { } draft)
        {
            await DraftSql.Clear(session, draft);
        }
    }

    /// <summary>One more event, after which the case has that version.</summary>
    public static async ValueTask AppendAlone(SqlSession session, long caseId, EventRow happened)
    {
        await session.Post(NewVersion, ("version", happened.Sequence), ("id", caseId));
        await Append(session, caseId, happened);
    }

    private static ValueTask Append(SqlSession session, long caseId, EventRow happened) =>
        session.Post(
            NewEvent,
            ("case_id", caseId),
            ("sequence", happened.Sequence),
            ("type", happened.Type),
            ("at", happened.At),
            ("recorded_at", happened.RecordedAt),
            ("actor_name", happened.ActorName),
            ("actor_role", happened.ActorRole),
            ("body", happened.Body),
            ("actor_contact", happened.ActorContact)
        );

    private sealed class Part(CaseChange change)
    {
        private readonly QueueRow _row = change.Row with
        {
            CaseId = change.CaseId,
            Version = change.ExpectedVersion + change.Events.Count,
        };
        private readonly string _json = QueueRecord.Json(
            change.Row with
            {
                CaseId = change.CaseId,
                Version = change.ExpectedVersion + change.Events.Count,
            }
        );
        private readonly List<EventRow> _events =
        [
            .. change.Events.Select((happened, index) => EventJson.Write(change.ExpectedVersion + index + 1, happened)),
        ];

        private readonly List<PromiseRecord> _promises = [.. change.Promises.Select(PromiseRecord.Of)];

        public CaseChange Change => change;
        public long Version => _row.Version;

        /// <summary>What is done to write one, table by table.</summary>
        public static IReadOnlyList<Func<Part, SqlSession, ValueTask>> Steps { get; } =
        [
            (part, session) => part.Begin(session),
            (part, session) => part.Show(session),
            (part, session) => part.Append(session),
            (part, session) => DueSql.Replace(session, part.Change),
            (part, session) => PromiseSql.Replace(session, part.Change, part._promises),
            // What is said in a complaint is found by nobody who looks for something else.
            (part, session) => SearchIndex.Wait(session, part._row, part._row.IsComplaint ? [] : part.Change.Terms),
        ];

        private bool IsNew => change.ExpectedVersion == 0;

        private ValueTask Begin(SqlSession session) =>
            IsNew
                ? session.Post(
                    NewCase,
                    ("id", _row.CaseId),
                    ("desk", _row.Shelf),
                    ("reference", _row.Reference.Text),
                    ("spoken", SearchText.Spoken(_row.Reference)),
                    ("version", Version),
                    ("logged_at", Micros.Of(_row.LoggedAt))
                )
                : session.Post(NewVersion, ("version", Version), ("id", _row.CaseId));

        private ValueTask Show(SqlSession session) =>
            IsNew ? QueueRecord.Insert(session, _row, _json) : QueueRecord.Update(session, _row, _json);

        private async ValueTask Append(SqlSession session)
        {
            foreach (var happened in _events)
            {
                await CaseWriter.Append(session, change.CaseId, happened);
            }
        }
    }
}
