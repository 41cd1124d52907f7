using Microsoft.EntityFrameworkCore;

namespace Rung.Storage.Schema;

internal static class QueueTable
{
    // The order, then what is filtered by: pages and counts are found in the index alone.
    private static readonly string[] InOrder =
    [
        "desk",
        "rank",
        "stand",
        "due_order",
        "logged_at",
        "case_id",
        "priority",
        "condition",
        "owner",
    ];

    public static void Define(ModelBuilder model) =>
        model
            .Table("queue")
            .Number("case_id")
            .Text("desk")
            .Number("live")
            .Number("rank")
            .Number("stand")
            .Number("due_order")
            .Number("logged_at")
            .TextOrNull("priority")
            .Text("condition")
            .TextOrNull("owner")
            .Text("customer_id")
            .Text("shown")
            .Number("escalated")
            .Number("parts")
            .TextOrNull("guide_version")
            .TextOrNull("reporter")
            .Key("case_id")
            .BelongsTo("cases", "case_id")
            .LiveIndex("queue_in_order", InOrder)
            .LiveIndex("queue_by_due", "desk", "stand", "due_order", "logged_at", "case_id")
            // Of their own: a case pays for its place among the closed when it is closed, and the live stay together.
            .ClosedIndex("closed_in_order", "desk", "rank", "stand", "due_order", "logged_at", "case_id")
            .ClosedIndex("closed_by_due", "desk", "stand", "due_order", "logged_at", "case_id")
            // Few at any time: a case pays for its place there only while it is escalated.
            .EscalatedIndex("queue_escalated", "desk", "case_id")
            // Likewise an incident: only while it is live and cases are linked under it.
            .IncidentIndex("queue_incidents", "desk", "logged_at", "case_id")
            .LiveIndex("queue_by_version", "desk", "guide_version", "case_id")
            .Index("queue_by_age", "desk", "live", "logged_at", "case_id")
            .Index("queue_by_customer", "desk", "live", "customer_id", "logged_at", "case_id");
}
