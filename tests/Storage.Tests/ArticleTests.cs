using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Help;
using Rung.Storage.Feeds;
using Rung.Storage.Help;
using Rung.Storage.Tests.Databases;
using Rung.Storage.Writer;
using Xunit;

namespace Rung.Storage.Tests;

/// <summary>Help articles with their versions, and the addresses of calendars, on both databases.</summary>
public sealed class ArticleTests
{
    private static readonly Instant At = Sample.Issued;

    [Theory, OnBoth]
    public async Task A_draft_leaves_what_is_published_and_what_is_withdrawn_is_read_by_nobody(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var articles = store.Database.Articles;
        Assert.True(await articles.Add(Version(1, ArticleState.Draft, "one")));
        Assert.Empty(await articles.Published("desk"));
        Assert.True(await articles.Add(Version(2, ArticleState.Published, "two")));
        Assert.True(await articles.Add(Version(3, ArticleState.Draft, "three")));
        Assert.Equal("two", Assert.Single(await articles.Published("desk")).Article.Body);
        Assert.Equal("three", Assert.Single(await articles.All("desk")).Article.Body);
        Assert.Equal([3, 2, 1], (await articles.Of("desk", "printer")).Select(one => one.Number));
        Assert.True(await articles.Add(Version(4, ArticleState.Withdrawn, "two")));
        Assert.Empty(await articles.Published("desk"));
        Assert.Empty(await articles.All("another"));
    }

    [Theory, OnBoth]
    public async Task Of_two_who_write_the_same_version_the_first_is_kept_and_the_other_told(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var first = Version(1, ArticleState.Published, "mine é 🔧");
        Assert.True(await store.Database.Articles.Add(first));
        Assert.False(await store.Database.Articles.Add(Version(1, ArticleState.Published, "yours")));
        Assert.Equivalent(first, Assert.Single(await store.Database.Articles.Of("desk", "printer")), strict: true);
    }

    [Theory, OnBoth]
    public async Task A_new_address_ends_the_one_before_and_a_revoked_one_leads_nowhere(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var feeds = store.Database.Feeds;
        var mine = new CalendarFeed("desk", "school", "office");
        var theirs = new CalendarFeed("desk", "", "Engineer 4");
        await feeds.Replace(mine, "a", At);
        await feeds.Replace(theirs, "b", At);
        await feeds.Replace(mine, "c", At);
        Assert.Null(await feeds.Find("a"));
        Assert.Equal(mine, await feeds.Find("c"));
        await feeds.Revoke(mine);
        Assert.Null(await feeds.Find("c"));
        Assert.False(await feeds.Has(mine));
        Assert.True(await feeds.Has(theirs));
    }

    private static ArticleVersion Version(int number, ArticleState state, string body) =>
        new(
            "desk",
            new Article("printer", "The printer prints nothing", body)
            {
                Audience = ArticleAudience.Desk,
                Services = ["a", "b"],
            },
            number,
            state
        )
        {
            At = At,
            By = new Actor("Engineer 2", Actor.AgentRole),
        };
}
