using Microsoft.EntityFrameworkCore;

namespace Rung.Storage.Schema;

internal static class AccountTables
{
    public static void Define(ModelBuilder model)
    {
        model
            .Table("accounts")
            .Text("id")
            .Text("email")
            .Text("email_key")
            .Text("name")
            .Text("name_key")
            .Text("stamp")
            .TextOrNull("password")
            .TextOrNull("code_key")
            .Number("code_step")
            .NumberOrNull("disabled_at")
            .Number("created_at")
            .Key("id")
            .Unique("email_key")
            .Unique("name_key");

        model
            .Table("account_rights")
            .Text("account_id")
            .Text("desk")
            .Text("role")
            .Key("account_id", "desk", "role")
            .Index("account_rights_by_role", "role", "desk")
            .BelongsTo("accounts", "account_id");

        // What leads in without a password: kept as a hash, used once, for a time.
        model
            .Table("entry_links")
            .Text("hash")
            .Text("purpose")
            .TextOrNull("account_id")
            .Number("created_at")
            .Number("expires_at")
            .NumberOrNull("used_at")
            .Key("hash")
            .Index("entry_links_of", "account_id");

        // What leads a customer's person into the portal: to whoever reads the mail of an address.
        model
            .Table("contact_links")
            .Text("hash")
            .Text("desk")
            .Text("email")
            .Number("expires_at")
            .NumberOrNull("used_at")
            .Key("hash")
            .Index("contact_links_of", "desk", "email");

        model
            .Table("contact_sessions")
            .Text("hash")
            .Text("desk")
            .Text("customer_id")
            .Text("contact_id")
            .Text("email")
            .Number("began_at")
            .Number("seen_at")
            .NumberOrNull("ended_at")
            .TextOrNull("issuer")
            .Key("hash")
            .Index("contact_sessions_by_age", "seen_at");

        // Whom somebody else signs in, and who that is here: an account, or desk, customer and contact.
        model
            .Table("identities")
            .Text("issuer")
            .Text("subject")
            .Text("person")
            .Number("linked_at")
            .Key("issuer", "subject")
            .Unique("issuer", "person");

        model
            .Table("recovery_codes")
            .Text("account_id")
            .Text("hash")
            .NumberOrNull("used_at")
            .Key("account_id", "hash")
            .BelongsTo("accounts", "account_id");

        model
            .Table("sessions")
            .Text("hash")
            .Text("account_id")
            .Text("stamp")
            .Text("about")
            .Number("began_at")
            .Number("seen_at")
            .NumberOrNull("ended_at")
            .TextOrNull("acting")
            .TextOrNull("issuer")
            .Key("hash")
            .Index("sessions_of", "account_id", "seen_at")
            .BelongsTo("accounts", "account_id");

        model
            .Table("api_tokens")
            .Text("id")
            .Text("hash")
            .Text("name")
            .Text("desk")
            .Text("role")
            .Text("made_by")
            .Number("created_at")
            .Number("expires_at")
            .NumberOrNull("revoked_at")
            .NumberOrNull("used_at")
            .Key("id")
            .Unique("hash");

        model
            .Table("failed_entries")
            .Text("who")
            .Text("source")
            .Number("count")
            .Number("last_at")
            .Key("who", "source")
            .Index("failed_entries_by_age", "last_at");

        model
            .Table("passkeys")
            .Text("id")
            .Text("account_id")
            .Text("name")
            .Bytes("public_key")
            .Number("uses")
            .Text("details")
            .Number("created_at")
            .Key("id")
            .Index("passkeys_of", "account_id", "created_at")
            .BelongsTo("accounts", "account_id");
    }
}
