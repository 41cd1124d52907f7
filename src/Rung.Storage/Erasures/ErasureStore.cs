using Rung.Core.Cases;
using Rung.Storage.Cases;
using Rung.Storage.Queue;
using Rung.Storage.Search;

namespace Rung.Storage.Erasures;

/// <summary>Takes words and names away for good, and keeps that it was done.</summary>
public sealed class ErasureStore
{
    private const string Version = "SELECT version FROM cases WHERE id = @id";
    private const string Body = """
        UPDATE events SET actor_name = @actor_name, actor_contact = @actor_contact, body = @body
        WHERE case_id = @case_id AND sequence = @sequence AND (actor_name <> @actor_name OR body <> @body)
        """;
    private const string Unwait = "DELETE FROM search_waiting WHERE case_id = @case_id";
    private const string Term =
        "DELETE FROM search_terms WHERE kind = @kind AND term = @term AND at = @at AND case_id = @case_id";
    private const string New = """
        INSERT INTO erasures (desk, kind, subject, at, actor_name, actor_role, reason, cases, mails, messages, papers)
        VALUES (@desk, @kind, @subject, @at, @actor_name, @actor_role, @reason, @cases, @mails, @messages, @papers)
        """;
    private const string Columns =
        "id, desk, kind, subject, at, actor_name, actor_role, reason, cases, mails, messages, papers";
    private const string Latest = $"SELECT {Columns} FROM erasures WHERE desk = @desk ORDER BY id DESC LIMIT @take";
    private const string All = "SELECT DISTINCT desk, kind, subject FROM erasures ORDER BY desk, kind, subject";

    private readonly RungDatabase _database;

    internal ErasureStore(RungDatabase database) => _database = database;

    /// <summary>Erases of one case; durable when this completes, and so is that it was done.</summary>
    /// <param name="note">Null: it is a part of the erasure of somebody, which is noted at its end.</param>
    public async Task<ErasureResult> Case(CaseErasure erasure, ErasureNote? note)
    {
        var rows = erasure
            .Events.Select((happened, index) => EventJson.Write(index + 1, happened))
            .Append(EventJson.Write(erasure.ExpectedVersion + 1, erasure.Happened))
            .ToList();
        var row = erasure.Row with { CaseId = erasure.CaseId, Version = erasure.ExpectedVersion + 1 };
        var result = await _database.Write(session => Case(session, (erasure with { Row = row }, rows), note));
        await Forget(result);
        return result;
    }

    /// <summary>Erases of somebody what is kept beside cases; durable when this completes.</summary>
    public async Task<ErasureResult> Person(PersonErasure erasure, ErasureNote note)
    {
        var result = await _database.Write<ErasureResult>(async session =>
        {
            if (!await PersonSql.TakeOffFile(session, erasure))
            {
                return new ErasureResult.NothingLeft();
            }
            await PersonSql.Rest(session, erasure);
            var counts = note.Counts + await ErasureSql.Mail(session, erasure);
            await Keep(session, note with { Counts = counts });
            return new ErasureResult.Done(counts);
        });
        await Forget(result);
        return result;
    }

    /// <summary>What was erased at a desk, the latest first.</summary>
    public Task<IReadOnlyList<ErasureNote>> Of(string desk, int take) =>
        _database.Read(async session =>
            (IReadOnlyList<ErasureNote>)await session.List(Latest, Read, ("desk", desk), ("take", take))
        );

    /// <summary>What was ever erased, each once: enough to do it again.</summary>
    public Task<List<ErasedThing>> Things() =>
        _database.Read(session =>
            session.List(All, row => new ErasedThing(row.Text(0), Enum.Parse<ErasureKind>(row.Text(1)), row.Text(2)))
        );

    private static async ValueTask<ErasureResult> Case(
        SqlSession session,
        (CaseErasure Of, List<EventRow> Rows) what,
        ErasureNote? note
    )
    {
        var (erasure, rows) = what;
        if (await session.Number(Version, ("id", erasure.CaseId)) != erasure.ExpectedVersion)
        {
            return new ErasureResult.Stale();
        }
        var counts = erasure.Person is { } person
            ? await ErasureSql.Part(session, erasure, person)
            : await ErasureSql.Whole(session, erasure);
        var changed = await Rewrite(session, erasure.CaseId, rows[..^1]);
        if (changed == 0 && counts == new ErasedCounts(0, 0, 0, 0))
        {
            return new ErasureResult.NothingLeft();
        }
        counts = counts with { Cases = 1 };
        await CaseWriter.AppendAlone(session, erasure.CaseId, rows[^1]);
        await QueueRecord.Update(session, erasure.Row, QueueRecord.Json(erasure.Row));
        await Unfind(session, erasure);
        if (note is not null)
        {
            await Keep(session, note with { Counts = counts });
        }
        return new ErasureResult.Done(counts);
    }

    private static async ValueTask<int> Rewrite(SqlSession session, long caseId, IEnumerable<EventRow> rows)
    {
        var changed = 0;
        foreach (var row in rows)
        {
            changed += await session.Execute(
                Body,
                ("actor_name", row.ActorName),
                ("actor_contact", row.ActorContact),
                ("body", row.Body),
                ("case_id", caseId),
                ("sequence", row.Sequence)
            );
        }
        return changed;
    }

    // What still waits to be taken into the index may have words of it.
    private static async ValueTask Unfind(SqlSession session, CaseErasure erasure)
    {
        SqlValue of = ("case_id", erasure.CaseId);
        await session.Execute(Unwait, of);
        foreach (var term in erasure.Gone)
        {
            await session.Execute(
                Term,
                ("kind", (long)term.Kind),
                ("term", term.Term),
                ("at", Micros.Of(erasure.Row.LoggedAt)),
                of
            );
        }
        await SearchIndex.Wait(session, erasure.Row, erasure.Row.IsComplaint ? [] : erasure.Left);
    }

    private static async ValueTask Keep(SqlSession session, ErasureNote note) =>
        await session.Execute(
            New,
            ("desk", note.Desk),
            ("kind", note.Kind.ToString()),
            ("subject", note.Subject),
            ("at", Micros.Of(note.At)),
            ("actor_name", note.By.Name),
            ("actor_role", note.By.Role),
            ("reason", note.Why),
            ("cases", note.Counts.Cases),
            ("mails", note.Counts.Mails),
            ("messages", note.Counts.Messages),
            ("papers", note.Counts.Papers)
        );

    private static ErasureNote Read(SqlRow row) =>
        new(
            row.Text(1),
            Enum.Parse<ErasureKind>(row.Text(2)),
            row.Text(3),
            Micros.ToInstant(row.Number(4)),
            new Actor(row.Text(5), row.Text(6)),
            row.Text(7)
        )
        {
            Counts = new ErasedCounts((int)row.Number(8), (int)row.Number(9), (int)row.Number(10), (int)row.Number(11)),
        };

    // What was overwritten may stand in a file that is only written to at its end.
    private Task Forget(ErasureResult result) => result is ErasureResult.Done ? _database.Forget() : Task.CompletedTask;
}
