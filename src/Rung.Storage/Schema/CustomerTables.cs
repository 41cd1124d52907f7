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
            .Key("id")
            .Unique("desk", "site_code_key")
            .Index("customers_by_name", "desk", "name_key", "id");

        model
            .Table("contacts")
            .Text("customer_id")
            .Text("id")
            .Text("name_key")
            .TextOrNull("phone_key")
            .TextOrNull("email_key")
            .Key("customer_id", "id")
            .Index("contacts_by_phone", "phone_key")
            .Index("contacts_by_email", "email_key")
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
            .Index("referrals_in_order", "desk", "at", "id");
    }
}
