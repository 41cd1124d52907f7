using System.Text.Json.Nodes;
using Rung.Core.Cases;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>ESS-23: help articles over the API, for customers' people and for the desk.</summary>
public sealed class ArticleApiTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private readonly Caller _desk = new(shared.Desk);
    private readonly Caller _office = new(shared.Desk, "Office manager", Actor.ContactRole);

    [Fact]
    public async Task ESS_23_A_draft_leaves_what_customers_read_and_every_version_is_kept()
    {
        Assert.Equal("\"1\"", (await Put("printers", "Printers", "published")).Expect(200).ETag);
        (await Put("printers", "Printers and scanners", "draft")).Expect(200);

        var latest = (await _desk.Get("help/printers")).Expect(200);
        Assert.Equal(("Printers and scanners", 2), ((string?)latest.Body!["title"], (int)latest.Body["version"]!));
        var read = (await _office.Get("help/printers")).Expect(200);
        Assert.Equal(("Printers", 1), ((string?)read.Body!["title"], (int)read.Body["version"]!));
        Assert.Null(read.Body["by"]);
        Assert.Equal("Turn it *off* and on.", (string?)read.Body["body"]);

        var versions = (await _desk.Get("help/printers/versions")).Expect(200).Body!["articles"]!.AsArray();
        Assert.Equal(["draft", "published"], versions.Select(one => (string?)one!["state"]));
        Assert.Equal("Alex at the desk", (string?)versions[1]!["by"]);
    }

    [Fact]
    public async Task ESS_23_A_contact_finds_neither_drafts_nor_what_is_for_the_desk_nor_what_was_withdrawn_and_writes_none()
    {
        (await Put("own-draft", "A draft", "draft")).Expect(200);
        (await Put("for-the-desk", "For the desk", "published", audience: "desk")).Expect(200);
        (await Put("gone", "Gone", "published")).Expect(200);
        (await Put("gone", "Gone", "withdrawn")).Expect(200);
        (await Put("there", "There", "published")).Expect(200);

        var found = (await _office.Get("help")).Expect(200).Body!["articles"]!.AsArray();
        var ids = found.Select(one => (string?)one!["id"]).ToList();
        Assert.Contains("there", ids);
        foreach (var hidden in (string[])["own-draft", "for-the-desk", "gone"])
        {
            Assert.DoesNotContain(hidden, ids);
            var foreign = (await _office.Get($"help/{hidden}")).Expect(404);
            var none = (await _office.Get("help/nothing")).Expect(404);
            Assert.Equal(none.Code, foreign.Code);
        }
        Assert.Equal("role-not-allowed", (await _office.Get("help/there/versions")).Expect(403).Code);
        var written = await _office.Send(
            HttpMethod.Put,
            "help/there",
            Caller.Json(Body("Mine", "published").ToJsonString())
        );
        Assert.Equal("role-not-allowed", written.Expect(403).Code);
    }

    [Fact]
    public async Task Who_saw_another_version_is_told_so_and_who_sends_the_same_again_adds_none()
    {
        (await Put("twice", "Twice", "published")).Expect(200);
        Assert.Equal("\"1\"", (await Put("twice", "Twice", "published")).Expect(200).ETag);
        (await Put("twice", "Another", "draft", seen: "\"1\"")).Expect(200);
        Assert.Equal("article-changed", (await Put("twice", "Mine", "draft", seen: "\"1\"")).Expect(412).Code);
    }

    [Theory]
    [InlineData("", "draft", "$.title")]
    [InlineData("Fine", "draft", "$.services", "no-such-service")]
    public async Task What_cannot_be_kept_is_named_by_its_field(
        string title,
        string state,
        string field,
        params string[] services
    )
    {
        var refused = (await Put("wrong", title, state, services: services)).Expect(400);
        Assert.NotNull(refused.Body!["errors"]![field]);
        (await _desk.Get("help/wrong")).Expect(404);
    }

    private async Task<Answer> Put(
        string id,
        string title,
        string state,
        string? audience = null,
        string? seen = null,
        params string[] services
    )
    {
        var body = Body(title, state);
        body["services"] = new JsonArray([.. services.Select(one => (JsonNode)one)]);
        if (audience is not null)
        {
            body["audience"] = audience;
        }
        (string, string)[] headers = seen is null ? [] : [("If-Match", seen)];
        return await _desk.Send(HttpMethod.Put, $"help/{id}", Caller.Json(body.ToJsonString()), headers);
    }

    private static JsonObject Body(string title, string state) =>
        new()
        {
            ["title"] = title,
            ["body"] = "Turn it *off* and on.",
            ["state"] = state,
        };
}
