using Rung.Core.Customers;
using Rung.Storage.Search;

namespace Rung.Storage.Customers;

internal static class CustomerSql
{
    public const string ById = "SELECT details FROM customers WHERE id = @id";
    public const string InTheWay = """
        SELECT details FROM customers
        WHERE (desk = @desk AND site_code_key = @site_code_key AND id <> @id) OR (id = @id AND desk <> @desk)
        """;
    public const string ByEmail = """
        SELECT c.details FROM customers c JOIN contacts k ON k.customer_id = c.id
        WHERE k.email_key = @email AND c.desk = @desk ORDER BY c.name_key, c.id
        """;

    /// <summary>Site code first, then names that begin so, then the rest by name.</summary>
    public const string ByPart = """
        SELECT details FROM customers c WHERE c.desk = @desk AND (
            c.name_key LIKE @part ESCAPE '\' OR c.site_code_key LIKE @start ESCAPE '\'
            OR EXISTS (SELECT 1 FROM contacts k WHERE k.customer_id = c.id
                AND (k.phone_key LIKE @phone OR k.name_key LIKE @part ESCAPE '\')))
        ORDER BY CASE WHEN c.site_code_key = @exact THEN 0 WHEN c.name_key LIKE @start ESCAPE '\' THEN 1 ELSE 2 END,
            c.name_key, c.id
        LIMIT @take
        """;

    private const string Put = """
        INSERT INTO customers (id, desk, name, name_key, site_code, site_code_key, details)
        VALUES (@id, @desk, @name, @name_key, @site_code, @site_code_key, @details)
        ON CONFLICT (id) DO UPDATE SET desk = excluded.desk, name = excluded.name, name_key = excluded.name_key,
            site_code = excluded.site_code, site_code_key = excluded.site_code_key, details = excluded.details
        """;
    private const string ClearContacts = "DELETE FROM contacts WHERE customer_id = @customer_id";
    private const string NewContact = """
        INSERT INTO contacts (customer_id, id, name_key, phone_key, email_key)
        VALUES (@customer_id, @id, @name_key, @phone_key, @email_key)
        """;

    public static string Key(string text) => text.Trim().ToLowerInvariant();

    public static async ValueTask<int> Save(SqlSession session, Customer customer)
    {
        await session.Post(
            Put,
            ("id", customer.Id),
            ("desk", customer.Desk),
            ("name", customer.Name),
            ("name_key", Key(customer.Name)),
            ("site_code", customer.SiteCode),
            ("site_code_key", Key(customer.SiteCode)),
            ("details", CustomerJson.Write(customer))
        );
        await session.Post(ClearContacts, ("customer_id", customer.Id));
        foreach (var contact in customer.Contacts)
        {
            await session.Post(
                NewContact,
                ("customer_id", customer.Id),
                ("id", contact.Id),
                ("name_key", Key(contact.Name)),
                ("phone_key", contact.Phone is { } phone ? SearchText.Digits(phone) : null),
                ("email_key", contact.Email is { } email ? Key(email) : null)
            );
        }
        return 1;
    }
}
