using Microsoft.EntityFrameworkCore;

namespace Rung.Storage.Schema;

internal static class ComplaintTables
{
    public static void Define(ModelBuilder model)
    {
        model
            .Table("papers")
            .Number("case_id")
            .Text("hash")
            .Bytes("content")
            .Key("case_id", "hash")
            .BelongsTo("cases", "case_id");

        model
            .Table("redirections")
            .Counted("id")
            .Text("desk")
            .Text("customer_id")
            .Text("contact_name")
            .Text("text")
            .Text("said")
            .Number("at")
            .Text("actor_name")
            .Text("actor_role")
            .TextOrNull("contact_id")
            .Index("redirections_in_order", "desk", "at", "id");
    }
}
