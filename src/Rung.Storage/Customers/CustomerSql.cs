using Rung.Core.Customers;

namespace Rung.Storage.Customers;

internal static class CustomerSql
{
    public const string ById = "SELECT details FROM customers WHERE id = @id";
    public const string OfOtherDesk = "SELECT details FROM customers WHERE id = @id AND desk <> @desk";
    public const string ByCode = """
        SELECT c.details FROM site_codes s JOIN customers c ON c.id = s.customer_id
        WHERE s.desk = @desk AND s.code_key = @code_key AND s.customer_id <> @id
        """;
    public const string ByEmail = """
        SELECT c.details FROM customer_terms t JOIN customers c ON c.id = t.customer_id
        WHERE t.desk = @desk AND t.kind = @kind AND t.term = @email ORDER BY c.name_key, c.id
        """;

    /// <summary>In the order of names, after one of them.</summary>
    public const string Page = """
        SELECT details FROM customers
        WHERE desk = @desk AND has_left = @has_left AND (name_key, id) > (@name_key, @id)
        ORDER BY name_key, id LIMIT @take
        """;

    public const string Ids = "SELECT id FROM customers WHERE id > @after ORDER BY id LIMIT @take";

    /// <summary>
    /// Whole site codes first, then names that begin so, then the rest by name. Each is a walk along the key from where such
    /// terms begin, so that it takes as long with a hundred thousand contacts as with ten.
    /// </summary>
    public static string ByPart { get; } =
        $"""
            SELECT c.details FROM (
                SELECT customer_id, MIN(place) AS place FROM (
                    SELECT customer_id, 0 AS place FROM customer_terms
                        WHERE desk = @desk AND kind = @code AND term = @exact
                    UNION ALL {Walk(1, "name", "start")}
                    UNION ALL {Walk(2, "code", "start")}
                    UNION ALL {Walk(2, "part", "start")}
                    UNION ALL {Walk(2, "part", "digits")}
                ) walked GROUP BY customer_id
            ) found JOIN customers c ON c.id = found.customer_id
            ORDER BY found.place, c.name_key, c.id LIMIT @take
            """;

    private const string Put = """
        INSERT INTO customers (id, desk, name, name_key, site_code, site_code_key, details, has_left)
        VALUES (@id, @desk, @name, @name_key, @site_code, @site_code_key, @details, @has_left)
        ON CONFLICT (id) DO UPDATE SET desk = excluded.desk, name = excluded.name, name_key = excluded.name_key,
            site_code = excluded.site_code, site_code_key = excluded.site_code_key, details = excluded.details,
            has_left = excluded.has_left
        """;
    private const string ClearTerms = "DELETE FROM customer_terms WHERE customer_id = @customer_id";
    private const string ClearCodes = "DELETE FROM site_codes WHERE customer_id = @customer_id";
    private const string NewTerm =
        "INSERT INTO customer_terms (desk, kind, term, customer_id) VALUES (@desk, @kind, @term, @customer_id)";
    private const string NewCode =
        "INSERT INTO site_codes (desk, code_key, customer_id) VALUES (@desk, @code_key, @customer_id)";

    public static async ValueTask<int> Save(SqlSession session, Customer customer)
    {
        await session.Post(
            Put,
            ("id", customer.Id),
            ("desk", customer.Desk),
            ("name", customer.Name),
            ("name_key", CustomerTerms.Key(customer.Name)),
            ("site_code", customer.SiteCode),
            ("site_code_key", CustomerTerms.Key(customer.SiteCode)),
            ("details", CustomerJson.Write(customer)),
            ("has_left", customer.LeftOn is null ? 0 : 1)
        );
        await session.Post(ClearTerms, ("customer_id", customer.Id));
        await session.Post(ClearCodes, ("customer_id", customer.Id));
        foreach (var term in CustomerTerms.Of(customer))
        {
            await session.Post(
                NewTerm,
                ("desk", customer.Desk),
                ("kind", term.Number),
                ("term", term.Text),
                ("customer_id", customer.Id)
            );
        }
        foreach (var code in CustomerTerms.Codes(customer))
        {
            await session.Post(NewCode, ("desk", customer.Desk), ("code_key", code), ("customer_id", customer.Id));
        }
        return 1;
    }

    private static string Walk(int place, string kind, string from) =>
        $"""
            SELECT * FROM (
                SELECT customer_id, {place} AS place FROM customer_terms
                WHERE desk = @desk AND kind = @{kind} AND term >= @{from} AND term < @{from}_end
                ORDER BY term, customer_id LIMIT @most
            ) walk_{kind}_{from}
            """;
}
