using NodaTime;
using Rung.Storage.Cases;
using Rung.Storage.Search;
using Rung.Storage.Tests.Databases;
using Rung.Storage.Writer;
using Xunit;

namespace Rung.Storage.Tests;

/// <summary>Both databases find the same cases in the same order (ESS-32).</summary>
public sealed class SearchTests
{
    [Theory, OnBoth]
    public async Task A_case_is_found_by_its_reference_in_any_form_its_customers_reference_and_a_number(
        DatabaseKind kind
    )
    {
        await using var store = await Store.Open(kind);
        var ids = await Log(store.Database, "first", "second");
        var reference = Sample.ReferenceOf(ids[0]).Text;
        foreach (
            var said in (string[])
                [reference, reference.ToLowerInvariant(), reference.Replace("-", " ", StringComparison.Ordinal)]
        )
        {
            Assert.Equal(ids[0], (await Find(store, said))[0]);
        }
        var spoken = await store.Database.Search.Find(new SearchQuery(reference));
        Assert.Equal(SearchKind.Reference, spoken[0].Why.Kind);
        Assert.Equal([ids[1], ids[0]], await Find(store, "mb 2026 118"));
        Assert.Equal([ids[1], ids[0]], await Find(store, "+44 1632 960123"));
        Assert.Equal([ids[1], ids[0]], await Find(store, "0163296"));
    }

    [Theory, OnBoth]
    public async Task Every_word_or_its_beginning_must_occur_and_the_newest_case_comes_first(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var ids = await Log(
            store.Database,
            "Printer in the library does not print",
            "Prints come out blank, library closed",
            "École: Drucker druckt nicht, ΑΘΗΝΑ Ärger",
            "printing costs"
        );
        Assert.Equal([ids[3], ids[1], ids[0]], await Find(store, "print"));
        Assert.Equal([ids[1], ids[0]], await Find(store, "LIBRARY pri"));
        Assert.Equal([ids[2]], await Find(store, "école αθηνα ärg"));
        Assert.Empty(await Find(store, "ecole"));
        Assert.Equal([ids[0]], await Find(store, "printer"));
        // Two letters are a word, not a beginning.
        Assert.Empty(await Find(store, "pr"));
        Assert.Empty(await Find(store, "library nowhere"));
        Assert.Empty(await Find(store, "the 🔧 ' % _ \\ \0"));
        Assert.Equal([ids[3], ids[1]], await Find(store, "print", take: 2));
    }

    [Theory, OnBoth]
    public async Task Cases_logged_at_the_same_instant_are_ordered_by_number_and_words_added_later_find_too(
        DatabaseKind kind
    )
    {
        await using var store = await Store.Open(kind);
        var ids = await Log(store.Database, "same words", "same words");
        foreach (var id in ids)
        {
            var change = Sample.Noting(id, 3, "firmware") with
            {
                Terms = SearchText.Words("Firmware firmware updated"),
            };
            await store.Database.Cases.Save(new CaseWrite(change));
        }
        Assert.Equal([ids[1], ids[0]], await Find(store, "same firmware"));
        Assert.Equal([ids[1], ids[0]], await Find(store, "firm"));
        Assert.Empty(await store.Database.Search.Find(new SearchQuery("firm") { Desk = "another" }));
        Assert.Equal(2, (await store.Database.Search.Find(new SearchQuery("firm") { Desk = Sample.Desk })).Count);
    }

    [Theory, OnBoth]
    public async Task What_many_log_and_search_at_once_is_found_as_soon_as_it_is_logged(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        await using var node = kind == DatabaseKind.Postgres ? await store.Another() : null;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(() => LogAndFind(writer))));
        Assert.Equal(200, (await store.Database.Search.Find(new SearchQuery("together") { Take = 200 })).Count);

        async Task LogAndFind(int writer)
        {
            for (var number = 0; number < 25; number++)
            {
                var mine = writer % 2 == 0 ? store.Database : node ?? store.Database;
                var others = writer % 2 == 1 ? store.Database : node ?? store.Database;
                var id = (await Log(mine, $"together w{writer}n{number}"))[0];
                var found = await others.Search.Find(new SearchQuery($"together w{writer}n{number}"));
                Assert.Equal(id, Assert.Single(found).Case.CaseId);
            }
        }
    }

    private static async Task<List<long>> Log(RungDatabase database, params string[] subjects)
    {
        var ids = new List<long>();
        foreach (var (index, subject) in subjects.Index())
        {
            var id = await database.Cases.NextId();
            // Ties in time: two and two are logged at the same instant.
            var at = Sample.Issued + Duration.FromMinutes(index / 2);
            SearchTerm[] terms =
            [
                .. SearchText.Words(subject),
                .. SearchText.Phone("01632 960123"),
                .. SearchText.CustomerReference("MB/2026-118"),
            ];
            await database.Cases.Save(new CaseWrite(Sample.New(id, at) with { Terms = terms }));
            ids.Add(id);
        }
        return ids;
    }

    private static async Task<IReadOnlyList<long>> Find(Store store, string text, int take = 50) =>
        [.. (await store.Database.Search.Find(new SearchQuery(text) { Take = take })).Select(hit => hit.Case.CaseId)];
}
