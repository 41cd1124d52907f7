using Microsoft.EntityFrameworkCore;

namespace Rung.Storage.Schema;

internal static class RetentionTables
{
    public static void Define(ModelBuilder model)
    {
        // What it is on has no foreign key: a hold outlives what it was on, to be answered for.
        model
            .Table("legal_holds")
            .Counted("number")
            .Text("desk")
            .Text("kind")
            .Text("about")
            .Text("part")
            .Text("reason")
            .Number("at")
            .Text("actor_name")
            .Text("actor_role")
            .TextOrNull("lift_reason")
            .NumberOrNull("lifted_at")
            .TextOrNull("lifter_name")
            .TextOrNull("lifter_role")
            .Index("legal_holds_of", "desk", "kind", "about", "part");

        // What of a case is not there any more by a rule of retention, so that it is not looked for again.
        model
            .Table("retention_done")
            .Number("case_id")
            .Text("category")
            .Key("case_id", "category")
            .BelongsTo("cases", "case_id");

        model
            .Table("retention_deeds")
            .Counted("id")
            .Text("desk")
            .Text("category")
            .Number("at")
            .Text("rule")
            .Text("guide_version")
            .Number("count")
            .Text("about")
            .Index("retention_deeds_in_order", "desk", "id");
    }
}
