using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using Rung.Storage.Cases;
using Rung.Storage.Json;

namespace Rung.Storage.Queue;

/// <summary>A <see cref="QueueRow"/> as it is stored: what it is found and sorted by as columns, all of it as JSON.</summary>
internal static class QueueRecord
{
    /// <summary>What <see cref="Read(SqlRow)"/> reads.</summary>
    public const string Columns = "q.shown";

    private const string New = """
        INSERT INTO queue (desk, rank, stand, due_order, logged_at, priority, condition, owner, customer_id,
            live, shown, escalated, parts, guide_version, reporter, case_id)
        VALUES (@desk, @rank, @stand, @due_order, @logged_at, @priority, @condition, @owner, @customer_id,
            @live, @shown, @escalated, @parts, @guide_version, @reporter, @case_id)
        """;

    private const string Changed = """
        UPDATE queue SET desk = @desk, rank = @rank, stand = @stand, due_order = @due_order, logged_at = @logged_at,
            priority = @priority, condition = @condition, owner = @owner, customer_id = @customer_id,
            live = @live, shown = @shown, escalated = @escalated, parts = @parts,
            guide_version = @guide_version, reporter = @reporter
        WHERE case_id = @case_id
        """;

    private static readonly QueueJsonContext Context = new(
        new JsonSerializerOptions(QueueJsonContext.Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    public static string Json(QueueRow row) => JsonSerializer.Serialize(row, Context.QueueRow);

    public static QueueRow Read(SqlRow row) => Read(row, 0);

    public static QueueRow Read(SqlRow row, int column) => Parse(row.Text(column));

    public static QueueRow Parse(string json) => JsonSerializer.Deserialize(json, Context.QueueRow)!;

    public static ValueTask Insert(SqlSession session, QueueRow row, string json) =>
        session.Post(New, Values(row, json));

    public static ValueTask Update(SqlSession session, QueueRow row, string json) =>
        session.Post(Changed, Values(row, json));

    /// <summary>What is stored of a row, by column.</summary>
    public static SqlValue[] Values(QueueRow row, string json) =>
        [
            ("desk", row.Shelf),
            ("rank", QueueOrder.Rank(row)),
            ("stand", QueueOrder.Stand(row)),
            ("due_order", QueueOrder.Due(row)),
            ("logged_at", Micros.Of(row.LoggedAt)),
            ("priority", row.Priority),
            ("condition", QueueOrder.Word(row)),
            ("owner", row.Owner),
            ("customer_id", row.CustomerId),
            ("live", QueueOrder.Live(row)),
            ("shown", json),
            ("escalated", QueueOrder.Escalated(row)),
            ("parts", QueueOrder.Parts(row)),
            ("guide_version", row.GuideVersion),
            ("reporter", row.ReporterId),
            ("case_id", row.CaseId),
        ];
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(MomentJson), typeof(LengthJson), typeof(StoredReferenceJson)]
)]
[JsonSerializable(typeof(QueueRow))]
internal sealed partial class QueueJsonContext : JsonSerializerContext;
