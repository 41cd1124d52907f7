using Microsoft.EntityFrameworkCore;

namespace Rung.Storage.Schema;

internal static class FeedTables
{
    // Whose it is has no foreign key: nobody of the desk is kept by name, and a customer's people stand within it.
    public static void Define(ModelBuilder model) =>
        model
            .Table("feeds")
            .Text("hash")
            .Text("desk")
            .Text("customer_id")
            .Text("person")
            .Number("created_at")
            .Key("hash")
            .Unique("desk", "customer_id", "person");
}
