using Microsoft.EntityFrameworkCore;

namespace Rung.Storage.Schema;

internal static class HeartbeatTables
{
    public static void Define(ModelBuilder model) =>
        model
            .Table("heartbeats")
            .Text("desk")
            .Text("id")
            .Number("version")
            .Text("name")
            .Text("customer_id")
            .TextOrNull("site")
            .Text("kind")
            .Text("services")
            .Text("answers")
            .Number("every")
            .TextOrNull("suspended")
            .NumberOrNull("heard_at")
            .TextOrNull("heard_by")
            .NumberOrNull("due_at")
            .NumberOrNull("silent_since")
            .Number("at")
            .Text("actor_name")
            .Text("actor_role")
            .Key("desk", "id")
            .Index("heartbeats_in_order", "due_at");
}
