using NodaTime;
using Rung.Core.Customers;
using Rung.Storage.Customers;
using Rung.Storage.Sqlite;
using Rung.Storage.Tests.Databases;
using Rung.Storage.Writer;
using Xunit;

namespace Rung.Storage.Tests;

/// <summary>Who calls is found by three letters, a number or a code, along an index whatever number of contacts there are. ESS-17, ESS-94.</summary>
public sealed class CustomerLookUpTests
{
    private static readonly Customer Trust = new("hartwell", Sample.Desk, "Hartwell Learning Trust", "HLT1")
    {
        Group = "Northern schools",
        Sites = [new Site("HLT2", "Quarry Site"), new Site("HLT3", "Annexe")],
        Contacts =
        [
            new Contact("office", "School office manager", "+44 1632 960301", "office@hartwell.example.org", []),
            new Contact("gone", "Lettings clerk", "01632 960344", "lettings@hartwell.example.org", [])
            {
                LeftOn = new LocalDate(2026, 11, 2),
            },
        ],
    };

    [Theory, OnBoth]
    public async Task A_caller_is_found_by_any_word_a_number_or_the_code_of_any_site(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        await store.Database.Customers.Save(Trust, new Customer("other", "other-desk", "Hartwell", "HLT2"));

        foreach (
            var part in (string[])
                [
                    "har",
                    "learn",
                    "trust",
                    "northern",
                    "quar",
                    "off",
                    "office man",
                    "hlt2",
                    "HLT",
                    "960301",
                    "0301",
                    "01632",
                ]
        )
        {
            Assert.Equal("hartwell", Assert.Single(await Found(part)).Id);
        }
        // In the middle of a word, too short, of nobody, of somebody who left.
        foreach (var part in (string[])["artwell", "ha", "", " ", "   ", "zzz", "lettings", "960344", "301 9"])
        {
            Assert.Empty(await Found(part));
        }
        Assert.Equal("hartwell", Assert.Single(await Found("lettings", Presence.Left)).Id);

        Task<IReadOnlyList<Customer>> Found(string part, Presence standing = Presence.Present) =>
            store.Database.Customers.Search(Sample.Desk, part, 10, standing);
    }

    [Theory, OnBoth]
    public async Task Who_left_is_found_among_those_who_left_and_nowhere_else(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var customers = store.Database.Customers;
        await customers.Save(Trust, new Customer("next", Sample.Desk, "Next School", "NXT1"));
        Assert.Equal(["hartwell", "next"], (await All(Presence.Present)).Select(one => one.Id));
        Assert.Empty(await customers.ByEmail(Sample.Desk, "lettings@hartwell.example.org"));

        await customers.Save(Trust with { LeftOn = new LocalDate(2026, 12, 24) });

        Assert.Equal(["next"], (await All(Presence.Present)).Select(one => one.Id));
        Assert.Equal(["hartwell"], (await All(Presence.Left)).Select(one => one.Id));
        Assert.Empty(await customers.Search(Sample.Desk, "hlt1", 10));
        Assert.Single(await customers.Search(Sample.Desk, "hlt1", 10, Presence.Left));
        Assert.Empty(await customers.ByEmail(Sample.Desk, "office@hartwell.example.org"));

        Task<IReadOnlyList<Customer>> All(Presence standing) => customers.Page(Sample.Desk, standing, null, 10);
    }

    [Theory, OnBoth]
    public async Task No_two_sites_of_a_desk_have_one_code(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var customers = store.Database.Customers;
        Assert.IsType<Filing.Added>(await customers.File(Trust));
        Assert.IsType<Filing.Replaced>(await customers.File(Trust));

        foreach (var code in (string[])["hlt1", "HLT2"])
        {
            var mine = new Customer("mine", Sample.Desk, "Mine", "M1") { Sites = [new Site(code, "Shed")] };
            Assert.Equal("hartwell", Assert.IsType<Filing.InTheWay>(await customers.File(mine)).Other.Id);
            var main = new Customer("mine", Sample.Desk, "Mine", code);
            Assert.Equal("hartwell", Assert.IsType<Filing.InTheWay>(await customers.File(main)).Other.Id);
        }
        Assert.IsType<Filing.Added>(await customers.File(new Customer("mine", "other-desk", "Mine", "HLT2")));
    }

    [Theory, OnBoth]
    public async Task The_list_goes_on_after_the_last_name_that_was_seen(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var customers = store.Database.Customers;
        string[] names = ["Ash", "ash", "Elm", "Oak"];
        await customers.Save([.. names.Select((name, at) => new Customer($"c{at}", Sample.Desk, name, $"C{at}"))]);

        var seen = new List<string>();
        Customer? last = null;
        while (await customers.Page(Sample.Desk, Presence.Present, last, 1) is [var next])
        {
            seen.Add((last = next).Id);
        }
        Assert.Equal(["c0", "c1", "c2", "c3"], seen);
    }

    // As after an upgrade, which begins with customers and nothing that they are found by.
    [Theory, OnBoth]
    public async Task What_customers_are_found_by_can_be_written_anew(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var customers = store.Database.Customers;
        await customers.Save([
            .. Enumerable.Range(0, 230).Select(at => new Customer($"c{at:000}", Sample.Desk, $"School {at}", $"S{at}")),
        ]);
        await store.Database.Write(async session =>
            await session.Execute("DELETE FROM customer_terms") + await session.Execute("DELETE FROM site_codes")
        );
        Assert.Empty(await customers.Search(Sample.Desk, "school", 10));

        await customers.KeepAnew();

        Assert.Equal("c229", Assert.Single(await customers.Search(Sample.Desk, "s229", 10)).Id);
        Assert.IsType<Filing.InTheWay>(await customers.File(new Customer("new", Sample.Desk, "New", "S100")));
    }

    [Fact]
    public async Task SQLite_walks_along_the_key_and_scans_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("rung-plans-");
        try
        {
            var connections = new SqliteConnections(Path.Combine(folder.FullName, "rung.db"));
            SqliteSchema.Prepare(connections, SqliteSchema.Of);
            await using var session = new SqliteSession(connections.Reader());
            var plan = await session.List(
                $"EXPLAIN QUERY PLAN {CustomerSql.ByPart}",
                row => row.Text(3),
                CustomerStore.SearchValues(Sample.Desk, "har", 10, Presence.Present)
            );
            Assert.Equal(
                5,
                plan.Count(step => step.StartsWith("SEARCH customer_terms USING", StringComparison.Ordinal))
            );
            Assert.DoesNotContain(plan, step => step.Contains("SCAN customer", StringComparison.Ordinal));
            Assert.DoesNotContain(plan, step => step.Contains("SCAN c", StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task PostgreSQL_walks_along_the_key_and_scans_nothing()
    {
        await using var store = await Store.Open(DatabaseKind.Postgres);
        var customers = store.Database.Customers;
        await customers.Save([
            .. Enumerable
                .Range(0, 2000)
                .Select(at => new Customer($"c{at}", Sample.Desk, $"School {at} of the north", $"S{at}")),
        ]);
        await store.Database.Write(async session => await session.Execute("ANALYZE"));
        var steps = await store.Database.Read(async session =>
            await session.List(
                $"EXPLAIN {CustomerSql.ByPart}",
                row => row.Text(0),
                CustomerStore.SearchValues(Sample.Desk, "school 19", 10, Presence.Present)
            )
        );
        var plan = string.Join('\n', steps);
        Assert.Contains("PK_customer_terms", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan on customer_terms", plan, StringComparison.Ordinal);
    }
}
