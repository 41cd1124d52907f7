using NodaTime;
using Rung.Storage.Answers;

namespace Rung.Storage.Complaints;

/// <summary>What is kept beside complaints: their papers, and the notes of those that were only spoken of.</summary>
public sealed class ComplaintStore
{
    private const string NewPaper = """
        INSERT INTO papers (case_id, hash, content) VALUES (@case_id, @hash, @content)
        ON CONFLICT (case_id, hash) DO NOTHING
        """;
    private const string PaperOf = "SELECT content FROM papers WHERE case_id = @case_id AND hash = @hash";
    private const string NewNote = """
        INSERT INTO redirections (desk, customer_id, contact_name, text, said, at, actor_name, actor_role, contact_id)
        VALUES (@desk, @customer_id, @contact_name, @text, @said, @at, @actor_name, @actor_role, @contact_id)
        """;
    private const string Latest = """
        SELECT customer_id, contact_name, text, said, at, actor_name, actor_role, contact_id FROM redirections
        WHERE desk = @desk ORDER BY at DESC, id DESC LIMIT @take
        """;

    private readonly RungDatabase _database;

    internal ComplaintStore(RungDatabase database) => _database = database;

    /// <summary>The bytes of a paper of this case; null: it has none with this hash.</summary>
    public async Task<byte[]?> Paper(long caseId, string hash) =>
        await _database.Read(session =>
            session.First(PaperOf, row => row.Bytes(0), ("case_id", caseId), ("hash", hash))
        );

    /// <summary>Notes that somebody was asked to log a complaint formally; no case, no clock. ESS-90.</summary>
    /// <param name="answer">What the caller is told, kept under its idempotency key in the same transaction; null: nothing.</param>
    /// <returns>What was answered under the key before, and nothing was noted; null: it is noted.</returns>
    public Task<KeptAnswer?> Note(Redirection note, KeptAnswer? answer = null) =>
        _database.Write(async session =>
        {
            if (answer is not null && await AnswerSql.Find(session, answer.Key) is { } given)
            {
                return given;
            }
            if (answer is not null)
            {
                await AnswerSql.Keep(session, answer);
            }
            await session.Post(
                NewNote,
                ("desk", note.Desk),
                ("customer_id", note.CustomerId),
                ("contact_name", note.ContactName),
                ("text", note.Text),
                ("said", note.Said),
                ("at", Micros.Of(note.At)),
                ("actor_name", note.ActorName),
                ("actor_role", note.ActorRole),
                ("contact_id", note.ContactId)
            );
            return (KeptAnswer?)null;
        });

    /// <summary>The latest notes of a desk, newest first.</summary>
    public Task<IReadOnlyList<Redirection>> Notes(string desk, int take) =>
        _database.Read(async session =>
            (IReadOnlyList<Redirection>)
                await session.List(
                    Latest,
                    row => new Redirection(
                        desk,
                        row.Text(0),
                        row.Text(1),
                        row.Text(2),
                        row.Text(3),
                        Micros.ToInstant(row.Number(4)),
                        row.Text(5),
                        row.Text(6)
                    )
                    {
                        ContactId = row.TextOrNull(7),
                    },
                    ("desk", desk),
                    ("take", take)
                )
        );

    internal static ValueTask Keep(SqlSession session, KeptPaper paper) =>
        session.Post(NewPaper, ("case_id", paper.CaseId), ("hash", paper.Hash), ("content", paper.Content));
}

/// <summary>The bytes of a paper, kept under their hash in the transaction that enters it on its case. ESS-89.</summary>
public sealed record KeptPaper(long CaseId, string Hash, byte[] Content);

/// <summary>A note that a customer spoke of a complaint and was asked to log it. ESS-90.</summary>
public sealed record Redirection(
    string Desk,
    string CustomerId,
    string ContactName,
    string Text,
    string Said,
    Instant At,
    string ActorName,
    string ActorRole
)
{
    /// <summary>Id of who spoke among the customer's contacts; null: nobody on file, or from before that was kept.</summary>
    public string? ContactId { get; init; }
}
