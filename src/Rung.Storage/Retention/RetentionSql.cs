using Rung.Core.Cases;
using Rung.Core.Retention;
using Rung.Storage.Cases;

namespace Rung.Storage.Retention;

internal static class RetentionSql
{
    // Closed is what was logged earlier still, and in its order there is an index. Of imported history the last line says when.
    private const string ClosedCases = """
        SELECT q.case_id, q.logged_at,
            (SELECT MAX(e.at) FROM events e WHERE e.case_id = q.case_id AND e.type IN ('closed', 'imported')) AS closed_at,
            f.sequence, f.type, f.at, f.recorded_at, f.actor_name, f.actor_role, f.body
        FROM queue q JOIN events f ON f.case_id = q.case_id AND f.sequence = 1
        WHERE q.desk = @desk AND q.live = 0 AND q.logged_at < @before
            AND (q.logged_at, q.case_id) > (@after_at, @after)
            AND NOT EXISTS (SELECT 1 FROM retention_done d WHERE d.case_id = q.case_id AND d.category = @category)
            AND (SELECT MAX(e.at) FROM events e WHERE e.case_id = q.case_id AND e.type IN ('closed', 'imported')) < @before
        """;

    // Only where there is something to end.
    private const string WithMails = """
        AND EXISTS (SELECT 1 FROM inbound i JOIN inbound_raw r ON r.id = i.id
            WHERE i.case_id = q.case_id AND LENGTH(r.content) > 0)
        """;

    private const string WithPapers = "AND EXISTS (SELECT 1 FROM papers p WHERE p.case_id = q.case_id)";

    public const string LeftAlone = """
        SELECT i.id, i.author FROM inbound i JOIN inbound_raw r ON r.id = i.id
        WHERE i.desk = @desk AND i.state = 'LeftAlone' AND i.case_id IS NULL AND i.received_at < @before
            AND i.id > @after AND LENGTH(r.content) > 0
        ORDER BY i.id LIMIT @take
        """;

    public const string OldDrafts =
        "SELECT about, author FROM drafts WHERE saved_at < @before ORDER BY saved_at, about, author LIMIT @take";

    public const string EndMailsOfCase = """
        UPDATE inbound_raw SET content = @nothing
        WHERE id IN (SELECT id FROM inbound WHERE case_id = @case_id) AND LENGTH(content) > 0
        """;

    public const string EndPapers = "DELETE FROM papers WHERE case_id = @case_id";

    public const string EndMail = "UPDATE inbound_raw SET content = @nothing WHERE id = @id AND LENGTH(content) > 0";

    // That it came, when, and under which Message-ID stays, so that it is known when it comes again (I1).
    public const string ForgetMail = """
        UPDATE inbound SET author = NULL, subject = NULL, envelope_sender = NULL, look = NULL, undelivered = NULL,
            reason = NULL WHERE id = @id
        """;

    public const string EndDraft =
        "DELETE FROM drafts WHERE about = @about AND author = @author AND saved_at < @before";

    private const string NewDone = """
        INSERT INTO retention_done (case_id, category) VALUES (@case_id, @category) ON CONFLICT (case_id, category) DO NOTHING
        """;

    private const string NewDeed = """
        INSERT INTO retention_deeds (desk, category, at, rule, guide_version, count, about)
        VALUES (@desk, @category, @at, @rule, @guide_version, @count, @about)
        """;

    public const string Deeds = """
        SELECT desk, category, at, rule, guide_version, count, about FROM retention_deeds WHERE desk IN (@desk, @complaints)
        ORDER BY id DESC LIMIT @take
        """;

    public static string Closed(RetentionCategory category)
    {
        var only = category switch
        {
            RetentionCategory.Mails => WithMails,
            RetentionCategory.Attachments => WithPapers,
            _ => "",
        };
        return $"{ClosedCases} {only} ORDER BY q.logged_at, q.case_id LIMIT @take";
    }

    public static SqlValue Nothing { get; } = ("nothing", Array.Empty<byte>());

    public static ValueTask<int> Done(SqlSession session, long caseId, RetentionCategory category) =>
        session.Execute(NewDone, ("case_id", caseId), ("category", category.ToString()));

    public static ValueTask<int> Record(SqlSession session, RetentionDeed deed) =>
        session.Execute(
            NewDeed,
            ("desk", deed.Desk),
            ("category", deed.Category.ToString()),
            ("at", Micros.Of(deed.At)),
            ("rule", deed.Rule),
            ("guide_version", deed.GuideVersion),
            ("count", deed.Count),
            ("about", deed.About)
        );

    public static ClosedCase ReadCase(SqlRow row)
    {
        var id = row.Number(0);
        var first = new EventRow(
            row.Number(3),
            row.Text(4),
            row.Number(5),
            row.Number(6),
            row.Text(7),
            row.Text(8),
            row.Text(9)
        );
        return new ClosedCase(id, Micros.ToInstant(row.Number(2)), (CaseLogged)EventJson.Read(id, first));
    }

    public static RetentionDeed ReadDeed(SqlRow row) =>
        new(
            row.Text(0),
            Enum.Parse<RetentionCategory>(row.Text(1)),
            Micros.ToInstant(row.Number(2)),
            row.Text(3),
            row.Text(4),
            (int)row.Number(5),
            row.Text(6)
        );
}
