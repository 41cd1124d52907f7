using Microsoft.EntityFrameworkCore;

namespace Rung.Storage.Schema;

internal static class HelpTables
{
    public static void Define(ModelBuilder model) =>
        model
            .Table("articles")
            .Text("desk")
            .Text("id")
            .Number("number")
            .Text("state")
            .Text("audience")
            .Text("services")
            .Text("title")
            .Text("body")
            .Number("at")
            .Text("actor_name")
            .Text("actor_role")
            .Key("desk", "id", "number");
}
