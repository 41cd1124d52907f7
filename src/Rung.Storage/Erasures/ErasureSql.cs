using Rung.Core.Erasures;
using Rung.Storage.Cases;

namespace Rung.Storage.Erasures;

/// <summary>The statements that empty what is kept beside events; each leaves alone what is empty already.</summary>
internal static class ErasureSql
{
    private const string OfCase = "case_id = @case_id";

    // Also what could not be delivered to them, which has their address in it. What is not handled yet is lost to nobody.
    private const string OfAddress = """
        desk IN (@desk, @complaints) AND @address IN (LOWER(author), LOWER(envelope_sender), LOWER(undelivered))
            AND state NOT IN ('Received', 'Unlogged', 'SetAside')
        """;

    // What is known of a mail's bytes stays, by which it is known again in its mailbox.
    private static string Content(string which) =>
        $"UPDATE inbound_raw SET content = @nothing WHERE LENGTH(content) > 0 AND id IN (SELECT id FROM inbound WHERE {which})";

    private static string Heads(string which) =>
        $"""
            UPDATE inbound SET envelope_sender = NULL, author = NULL, subject = NULL, reason = NULL, look = NULL,
                undelivered = NULL, message_id = NULL
            WHERE {which} AND COALESCE(envelope_sender, author, subject, reason, look, undelivered, message_id) IS NOT NULL
            """;

    private static string Messages(string which) =>
        $"""
            UPDATE outbox SET state = CASE WHEN state = 'Queued' THEN 'Withdrawn' ELSE state END, recipient = '',
                subject = @mark, body = @mark, sealed = NULL, answer = NULL, lease_owner = NULL, lease_until = NULL
            WHERE (recipient <> '' OR body <> @mark) AND {which}
            """;

    private const string OfCaseOrItsMails = """
        (case_id = @case_id OR answers IN (SELECT id FROM inbound WHERE case_id = @case_id)
            OR encloses IN (SELECT id FROM inbound WHERE case_id = @case_id))
        """;

    private const string ToAddress = """
        LOWER(recipient) = @address AND (desk IN (@desk, @complaints)
            OR EXISTS (SELECT 1 FROM cases WHERE cases.id = outbox.case_id AND cases.desk IN (@desk, @complaints))
            OR EXISTS (SELECT 1 FROM inbound WHERE inbound.id = outbox.answers AND inbound.desk IN (@desk, @complaints)))
        """;

    private const string Papers = "DELETE FROM papers WHERE case_id = @case_id";
    private const string Paper = "DELETE FROM papers WHERE case_id = @case_id AND hash = @hash";

    private const string Drafts = """
        DELETE FROM drafts WHERE about = @reference OR about LIKE @within
            OR about IN (SELECT 'mail/' || id FROM inbound WHERE case_id = @case_id)
        """;

    // Nobody asks again for what is on a case that was closed since.
    private const string Answers = "DELETE FROM answers WHERE body LIKE @with";

    private const string TextsOfCase = "SELECT id, subject, body FROM outbox WHERE case_id = @case_id";
    private const string NewTexts = "UPDATE outbox SET subject = @subject, body = @body WHERE id = @id";

    private static readonly byte[] Nothing = [];
    private static SqlValue Mark => ("mark", Erasing.Mark);

    /// <summary>Everything beside the events of a case.</summary>
    /// <returns>How much of it there was.</returns>
    public static async ValueTask<ErasedCounts> Whole(SqlSession session, CaseErasure erasure)
    {
        SqlValue of = ("case_id", erasure.CaseId);
        var messages = await session.Execute(Messages(OfCaseOrItsMails), Mark, of);
        var mails = await session.Execute(Content(OfCase), ("nothing", Nothing), of);
        await session.Execute(Heads(OfCase), of);
        var papers = await session.Execute(Papers, of);
        var reference = erasure.Row.Reference.Text;
        await session.Execute(Drafts, ("reference", reference), ("within", $"{reference}/%"), of);
        await session.Execute(Answers, ("with", $"%{reference}%"));
        return new ErasedCounts(0, mails, messages, papers);
    }

    /// <summary>Of a case of somebody else's the files that somebody sent, and their name in what was written about it.</summary>
    public static async ValueTask<ErasedCounts> Part(SqlSession session, CaseErasure erasure, ErasedPerson person)
    {
        SqlValue of = ("case_id", erasure.CaseId);
        var papers = 0;
        foreach (var hash in erasure.Papers)
        {
            papers += await session.Execute(Paper, of, ("hash", hash));
        }
        var messages = 0;
        foreach (var one in await session.List(TextsOfCase, Texts, of))
        {
            var (subject, body) = (person.Without(one.Subject), person.Without(one.Body));
            if (subject != one.Subject || body != one.Body)
            {
                messages += await session.Execute(NewTexts, ("subject", subject), ("body", body), ("id", one.Id));
            }
        }
        return new ErasedCounts(0, 0, messages, papers);
    }

    /// <summary>Mail from somebody's address and to it.</summary>
    public static async ValueTask<ErasedCounts> Mail(SqlSession session, PersonErasure erasure)
    {
        if (erasure.Person.Email?.ToLowerInvariant() is not { } address)
        {
            return new ErasedCounts(0, 0, 0, 0);
        }
        var desk = erasure.Customer.Desk;
        SqlValue[] of = [("desk", desk), ("complaints", Shelf.Of(desk, ShelfFor.Complaints)), ("address", address)];
        var messages = await session.Execute(Messages(ToAddress), [Mark, .. of]);
        var mails = await session.Execute(Content(OfAddress), [("nothing", Nothing), .. of]);
        await session.Execute(Heads(OfAddress), of);
        return new ErasedCounts(0, mails, messages, 0);
    }

    private static (long Id, string Subject, string Body) Texts(SqlRow row) =>
        (row.Number(0), row.Text(1), row.Text(2));
}
