using Microsoft.EntityFrameworkCore;

namespace Rung.Storage.Schema;

internal static class PromiseTable
{
    public static void Define(ModelBuilder model) =>
        model
            .Table("promises")
            .Number("case_id")
            .Text("entry")
            .Text("desk")
            .Number("due_at")
            .Number("moot_at")
            .Text("kind")
            .Text("owner")
            .Text("shown")
            .TextOrNull("channel")
            .Key("case_id", "entry")
            .BelongsTo("cases", "case_id")
            // The order, then what is filtered by: pages and counts are found in the index alone.
            .Index("promises_in_order", "desk", "due_at", "case_id", "entry", "moot_at", "kind", "owner", "channel");
}
