using Microsoft.EntityFrameworkCore;

namespace Rung.Storage.Schema;

internal static class AuditTables
{
    public static void Define(ModelBuilder model)
    {
        // Every row's hash covers the row and the hash of the one before.
        model
            .Table("audit")
            .Number("seq")
            .Number("at")
            .Text("who")
            .Text("source")
            .Text("what")
            .Text("about")
            .Text("hash")
            .Key("seq")
            .Index("audit_by_who", "who", "seq")
            .Index("audit_by_about", "about", "seq");

        // One row, which whoever adds to the audit trail holds until it is on disk.
        model.Table("audit_head").Text("name").Number("seq").Text("hash").Key("name");
    }
}
