using Microsoft.EntityFrameworkCore;

namespace Rung.Storage.Schema;

internal static class DeskTables
{
    public static void Define(ModelBuilder model)
    {
        model.Table("drafts").Text("about").Text("author").Text("body").Number("saved_at").Key("about", "author");

        model
            .Table("answers")
            .Text("key")
            .Text("actor")
            .Text("request_hash")
            .Number("status")
            .Text("body")
            .Number("created_at")
            .Key("key", "actor")
            .Index("answers_by_age", "created_at");

        model
            .Table("alerts")
            .Text("desk")
            .Text("sender")
            .Text("key")
            .Number("case_id")
            .Number("raised")
            .Number("noted_at")
            .Number("noted_cleared")
            .Key("desk", "sender", "key");

        model.Table("settings").Text("name").Text("value").Key("name");
    }
}
