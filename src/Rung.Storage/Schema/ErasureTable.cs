using Microsoft.EntityFrameworkCore;

namespace Rung.Storage.Schema;

internal static class ErasureTable
{
    // What was erased when, by whom and why. Nobody's name is in it, and none can be found out of it.
    public static void Define(ModelBuilder model) =>
        model
            .Table("erasures")
            .Counted("id")
            .Text("desk")
            .Text("kind")
            .Text("subject")
            .Number("at")
            .Text("actor_name")
            .Text("actor_role")
            .Text("reason")
            .Number("cases")
            .Number("mails")
            .Number("messages")
            .Number("papers")
            .Index("erasures_in_order", "desk", "id");
}
