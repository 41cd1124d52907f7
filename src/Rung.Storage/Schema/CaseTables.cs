using Microsoft.EntityFrameworkCore;

namespace Rung.Storage.Schema;

internal static class CaseTables
{
    public static void Define(ModelBuilder model)
    {
        model
            .Table("cases")
            .Number("id")
            .Text("desk")
            .Text("reference")
            .Text("spoken")
            .Number("version")
            .Number("logged_at")
            .Key("id")
            .Unique("spoken");

        model
            .Table("events")
            .Number("case_id")
            .Number("sequence")
            .Text("type")
            .Number("at")
            .Number("recorded_at")
            .Text("actor_name")
            .Text("actor_role")
            .Text("body")
            .TextOrNull("actor_contact")
            .Key("case_id", "sequence")
            .BelongsTo("cases", "case_id");

        model
            .Table("dues")
            .Number("case_id")
            .Text("rule")
            .Number("occurrence")
            .Number("due_at")
            .TextOrNull("lease_owner")
            .NumberOrNull("lease_until")
            .Key("case_id", "rule", "occurrence")
            .Index("dues_in_order", "due_at", "case_id", "rule", "occurrence")
            .BelongsTo("cases", "case_id");

        model
            .Table("search_terms")
            .Number("kind")
            .Text("term")
            .Number("at")
            .Number("case_id")
            .Key("kind", "term", "at", "case_id");

        model.Table("search_waiting").Counted("id").Number("case_id").Number("at").Text("terms");

        model.Table("numbers").Text("name").Number("next").Key("name");
    }
}
