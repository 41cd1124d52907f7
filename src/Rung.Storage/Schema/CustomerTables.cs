using Microsoft.EntityFrameworkCore;

namespace Rung.Storage.Schema;

internal static class CustomerTables
{
    public static void Define(ModelBuilder model)
    {
        model
            .Table("customers")
            .Text("id")
            .Text("desk")
            .Text("name")
            .Text("name_key")
            .Text("site_code")
            .Text("site_code_key")
            .Text("details")
            .Number("has_left")
            .Key("id")
            .Unique("desk", "site_code_key")
            .Index("customers_by_name", "desk", "has_left", "name_key", "id");

        // What a caller may say, each an entry that is found by its beginning.
        model
            .Table("customer_terms")
            .Text("desk")
            .Number("kind")
            .Text("term")
            .Text("customer_id")
            .Key("desk", "kind", "term", "customer_id")
            .Index("customer_terms_of", "customer_id")
            .BelongsTo("customers", "customer_id");

        model
            .Table("site_codes")
            .Text("desk")
            .Text("code_key")
            .Text("customer_id")
            .Key("desk", "code_key")
            .Index("site_codes_of", "customer_id")
            .BelongsTo("customers", "customer_id");

        model
            .Table("referrals")
            .Counted("id")
            .Text("desk")
            .Text("customer_id")
            .Text("caller_name")
            .Text("referred_to")
            .Text("reason")
            .Number("at")
            .Text("recorded_by")
            .TextOrNull("route")
            .NumberOrNull("mail_id")
            .NumberOrNull("received_at")
            .TextOrNull("caller_id")
            .Index("referrals_in_order", "desk", "at", "id");
    }
}
