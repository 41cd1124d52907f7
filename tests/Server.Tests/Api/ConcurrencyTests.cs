using System.Text.Json.Nodes;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>Several callers at once, requests sent again, and decisions on what has changed meanwhile (R13).</summary>
public sealed class ConcurrencyTests
{
    private const string Opening = "2026-12-24T15:20:00Z";
    private const string Key = "Idempotency-Key";

    [Fact]
    public async Task Two_writers_on_one_case_lose_nothing()
    {
        await using var desk = await RunningDesk.Open(Opening);
        Caller[] writers = [new(desk, "First"), new(desk, "Second")];
        var logged = await writers[0].Log(Caller.FaultForSome);
        const int Each = 25;

        await Task.WhenAll(
            writers.Select(async writer =>
            {
                for (var number = 0; number < Each; number++)
                {
                    await writer.Do(logged.Reference, "note", new JsonObject { ["text"] = $"note {number}" });
                }
            })
        );

        var events = await writers[0].Events(logged.Reference);
        Assert.Equal(logged.Version + (2 * Each), events.Count);
        foreach (var name in (string[])["First", "Second"])
        {
            var notes = events.Where(one =>
                (string?)one!["event"]!["type"] == "noted" && (string?)one["event"]!["by"]!["name"] == name
            );
            Assert.Equal(
                Enumerable.Range(0, Each).Select(number => $"note {number}"),
                notes.Select(one => (string?)one!["event"]!["text"])
            );
        }
    }

    [Fact]
    public async Task Of_many_decisions_on_the_same_version_one_is_carried_out()
    {
        await using var desk = await RunningDesk.Open(Opening);
        var agent = new Caller(desk);
        var logged = await agent.Log(Caller.FaultForSome);

        var answers = await Task.WhenAll(
            Enumerable
                .Range(1, 10)
                .Select(number =>
                    agent.Post(
                        $"cases/{logged.Reference}/assign",
                        new JsonObject { ["engineer"] = $"Engineer {number}" },
                        ("If-Match", logged.ETag!)
                    )
                )
        );

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(
            answers.Where(answer => answer.Status != 200),
            answer => Assert.Equal("stale-version", answer.Expect(412).Code)
        );
        Assert.Equal(logged.Version + 1, (await agent.Case(logged.Reference)).Version);
    }

    [Fact]
    public async Task A_stale_decision_is_told_what_happened_since()
    {
        await using var desk = await RunningDesk.Open(Opening);
        var agent = new Caller(desk);
        var logged = await agent.Log(Caller.FaultForSome);
        await agent.Do(logged.Reference, "note", new JsonObject { ["text"] = "The office rang again" });

        var stale = await agent.Post($"cases/{logged.Reference}/close", new JsonObject(), ("If-Match", logged.ETag!));
        Assert.Equal("stale-version", stale.Expect(412).Code);
        Assert.Equal(logged.Version + 1, stale.Version);
        var since = stale.Body!["since"]!.AsArray().Single()!;
        Assert.Equal("Note: The office rang again", (string?)since["says"]);
        Assert.Equal(
            (logged.Version + 1, "The office rang again"),
            ((long)since["sequence"]!, (string)since["event"]!["text"]!)
        );
    }

    [Theory]
    [InlineData("*", 200)]
    [InlineData("\"2\"", 200)]
    [InlineData("W/\"2\"", 412)] // a weak tag never matches (RFC 9110)
    [InlineData("\"999\"", 412)]
    [InlineData("\"abc\"", 412)]
    [InlineData("\"\"", 412)]
    [InlineData("2", 400)]
    [InlineData("\"2\", \"3\"", 400)]
    public async Task If_Match_is_read_as_the_standard_says(string tag, int status)
    {
        await using var desk = await RunningDesk.Open(Opening);
        var agent = new Caller(desk);
        var body = Caller.FaultForSome.DeepClone();
        body.AsObject().Remove("answers"); // no priority yet: two events
        var logged = await agent.Log(body);
        Assert.Equal("\"2\"", logged.ETag);

        var note = new JsonObject { ["text"] = "noted" };
        (await agent.Post($"cases/{logged.Reference}/note", note, ("If-Match", tag))).Expect(status);
    }

    // R13
    [Fact]
    public async Task A_request_sent_again_is_answered_as_before_and_carried_out_once()
    {
        await using var desk = await RunningDesk.Open(Opening);
        var agent = new Caller(desk);
        var first = (await agent.Post("cases", Caller.FaultForSome, (Key, "\"k-1\""))).Expect(201);
        desk.AdvanceTo("2026-12-24T15:40:00Z");
        for (var again = 0; again < 5; again++)
        {
            var answer = (await agent.Post("cases", Caller.FaultForSome, (Key, "k-1"))).Expect(201);
            Assert.True(JsonNode.DeepEquals(first.Body, answer.Body));
            Assert.Equal((first.ETag, first.Headers.Location), (answer.ETag, answer.Headers.Location));
        }
        Assert.Single((await agent.Get("queue")).Body!["rows"]!.AsArray());

        // Also after a restart, since the answer is kept with its cause.
        await desk.Stop();
        await desk.Start();
        Assert.Equal(
            first.Reference,
            (await agent.Post("cases", Caller.FaultForSome, (Key, "k-1"))).Expect(201).Reference
        );
    }

    // R13
    [Fact]
    public async Task Another_request_under_the_same_key_is_refused_and_another_caller_may_use_it()
    {
        await using var desk = await RunningDesk.Open(Opening);
        var agent = new Caller(desk);
        var reference = (await agent.Post("cases", Caller.FaultForSome, (Key, "k-2"))).Expect(201).Reference;
        var other = Caller.FaultForSome.DeepClone();
        other["subject"] = "Something else";
        Assert.Equal("key-reused", (await agent.Post("cases", other, (Key, "k-2"))).Expect(422).Code);
        var elsewhere = await agent.Post($"cases/{reference}/note", new JsonObject { ["text"] = "x" }, (Key, "k-2"));
        Assert.Equal("key-reused", elsewhere.Expect(422).Code);
        (await new Caller(desk, "Somebody else").Post("cases", other, (Key, "k-2"))).Expect(201);
    }

    // R13
    [Fact]
    public async Task Of_the_same_request_sent_many_times_at_once_one_is_carried_out()
    {
        await using var desk = await RunningDesk.Open(Opening);
        var agent = new Caller(desk);
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => agent.Post("cases", Caller.FaultForSome, (Key, "k-3")))
        );
        Assert.All(answers, answer => Assert.Contains(answer.Status, (int[])[201, 409]));
        Assert.All(answers.Where(answer => answer.Status == 409), answer => Assert.Equal("key-in-use", answer.Code));
        Assert.Single(answers.Where(answer => answer.Status == 201).Select(answer => answer.Reference).Distinct());
        Assert.Single((await agent.Get("queue")).Body!["rows"]!.AsArray());
    }

    [Fact]
    public async Task A_refusal_is_not_kept_under_its_key()
    {
        await using var desk = await RunningDesk.Open(Opening);
        var agent = new Caller(desk);
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        (await agent.Post($"cases/{reference}/close", new JsonObject(), (Key, "k-4"))).Expect(409);
        await agent.Do(
            reference,
            "resolve",
            new JsonObject { ["resolution"] = "Done", ["confirmation"] = "notRequired" }
        );
        (await agent.Post($"cases/{reference}/close", new JsonObject(), (Key, "k-4"))).Expect(200);
    }
}
