using NodaTime;
using Rung.Core.Customers;
using Rung.Storage.Drafts;
using Rung.Storage.Tests.Databases;
using Rung.Storage.Writer;
using Xunit;

namespace Rung.Storage.Tests;

/// <summary>Text is kept and compared alike: by its characters' numbers, with case, accents and emoji told apart.</summary>
public sealed class TextTests
{
    [Theory, OnBoth]
    public async Task Text_that_only_one_database_could_keep_is_refused_by_both(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        foreach (var bad in (string[])["a\0b", "\0", "half \uD83D", "\uDD27 half", "\uDD27\uD83D"])
        {
            await Assert.ThrowsAsync<ArgumentException>(() =>
                store.Database.Drafts.Save(new Draft(new DraftKey("R-1", "Alex"), bad, Sample.Issued))
            );
        }
        Assert.Null(await store.Database.Drafts.Find(new DraftKey("R-1", "Alex")));
        // What follows a refusal is served as ever.
        await store.Database.Drafts.Save(new Draft(new DraftKey("R-1", "Alex"), "whole \uD83D\uDD27", Sample.Issued));
        Assert.Equal("whole 🔧", (await store.Database.Drafts.Find(new DraftKey("R-1", "Alex")))?.Body);
    }

    [Theory, OnBoth]
    public async Task Names_that_look_alike_are_different_names(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        string[] names = ["e\u0301", "é", "É", "e", "E", "ß", "ss", "i", "ı", "İ", "é ", "👩", "👩‍🔧"];
        foreach (var name in names)
        {
            await store.Database.Settings.Set(name, name);
        }
        foreach (var name in names)
        {
            Assert.Equal(name, await store.Database.Settings.Find(name));
        }
    }

    [Theory, OnBoth]
    public async Task Customers_come_by_the_bytes_of_their_names_whatever_the_servers_language(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        // In ascending order of UTF-8; English would put Zebra last, é beside e and ignore the hyphen. Names are
        // compared in small letters. U+FFFD (three bytes) is before 🔧 (four), though not in UTF-16.
        string[] byBytes = ["a-school", "aa school", "Zebra school", "École school", "\uFFFD school", "🔧 school"];
        foreach (var (index, name) in byBytes.Reverse().Index())
        {
            await store.Database.Customers.Save(new Customer($"c{index}", Sample.Desk, name, $"S{index}"));
        }
        var found = await store.Database.Customers.Search(Sample.Desk, "school", 20);
        Assert.Equal(byBytes, found.Select(customer => customer.Name));
    }

    [Theory, OnBoth]
    public async Task A_part_of_a_name_finds_the_customer_and_wildcards_are_ordinary_characters(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var customers = store.Database.Customers;
        await customers.Save(
            new Customer("c1", Sample.Desk, "100% Ärger Schule", "AB_1"),
            new Customer("c2", Sample.Desk, "100x Ärger Schule", "ABX1")
            {
                Contacts = [new Contact("o", "Zoë", "+44 1632 960123", "Zoe@Example.org", [])],
            },
            new Customer("c3", "other-desk", "100% Ärger Schule", "AB_1")
        );
        Assert.Equal(["c1"], await Ids("100%"));
        Assert.Equal(["c1"], await Ids("ab_"));
        Assert.Equal(["c1", "c2"], await Ids("ÄRGER"));
        Assert.Empty(await Ids("arger"));
        Assert.Equal(["c2"], await Ids("zoë"));
        Assert.Equal(["c2"], await Ids("960123"));
        Assert.Equal(["c2"], await Ids("abx1"));
        Assert.Empty(await Ids(@"\"));
        Assert.Empty(await Ids("ab"));
        Assert.Equal("c2", Assert.Single(await customers.ByEmail(Sample.Desk, " zoe@EXAMPLE.org ")).Id);

        async Task<IEnumerable<string>> Ids(string part) =>
            (await customers.Search(Sample.Desk, part, 20)).Select(customer => customer.Id);
    }

    [Theory, OnBoth]
    public async Task Long_text_is_kept_whole(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var body = string.Concat(Enumerable.Range(0, 200_000).Select(n => (char)('a' + (n * 7919 % 26)))) + "é🔧";
        var author = string.Concat(Enumerable.Range(0, 200).Select(n => (char)(0x4E00 + (n * 7919 % 5000))));
        var key = new DraftKey("R-1", author);
        await store.Database.Drafts.Save(new Draft(key, body, Sample.Issued + Duration.Epsilon));
        Assert.Equal(new Draft(key, body, Sample.Issued), await store.Database.Drafts.Find(key));
    }
}
