using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rung.Core.Customers;
using Rung.Server.Tests.Api;
using Rung.Storage;
using Xunit;

namespace Rung.Server.Tests.Nodes;

/// <summary>Several nodes on one PostgreSQL: each due is handled once, pages of one show what another did.</summary>
public sealed partial class NodesTests
{
    private const int Cases = 260; // more than one node claims at once

    private static readonly TimeSpan TenDays = TimeSpan.FromDays(10);

    [Fact]
    public async Task What_falls_due_is_handled_once_by_whichever_node_is_quicker()
    {
        await using var shared = await SharedDatabase.Fresh();
        var address = shared.Address;
        var references = await LogTenDaysAgo(address);

        var nodes = await Task.WhenAll(Start(address), Start(address), Start(address));
        var agent = new Caller(() => nodes[0].Client);
        foreach (var reference in references)
        {
            // Four elapsed hours are over since ten days less four hours (ESS-54, A-01).
            await RunningDesk.Until(async () => (await Breaches(agent, reference)).Count > 0, $"breach of {reference}");
        }
        foreach (var node in nodes)
        {
            Assert.Equal("ready", await node.Health());
        }
        await Task.WhenAll(nodes.Select(node => node.DisposeAsync().AsTask()));

        await using var last = await Start(address);
        agent = new Caller(() => last.Client);
        foreach (var reference in references)
        {
            Assert.Single(await Breaches(agent, reference));
        }
    }

    [Fact]
    public async Task A_node_whose_clock_is_off_handles_nothing_that_falls_due_and_says_so_until_it_is_right_R28()
    {
        await using var shared = await SharedDatabase.Fresh();
        var address = shared.Address;
        var reference = (await LogTenDaysAgo(address, cases: 1)).Single();
        var time = new ShiftedTime(TimeSpan.FromSeconds(3));
        await using var node = await Node.Start(address, time);
        var agent = new Caller(() => node.Client);
        await RunningDesk.Until(async () => (await node.Health()) != "ready", "the node notices");
        Assert.Matches(
            @"^ready, but nothing that falls due is handled: this node's clock is (2\.9|3\.0) s ahead of the database's$",
            await node.Health()
        );
        // It serves all the same.
        (await agent.Case(reference)).Expect(200);
        Assert.Empty(await Breaches(agent, reference));

        time.Ahead = TimeSpan.FromSeconds(-60);
        await RunningDesk.Until(
            async () => (await node.Health()).Contains("s behind the database's", StringComparison.Ordinal),
            "behind"
        );
        Assert.Empty(await Breaches(agent, reference));

        time.Ahead = TimeSpan.FromSeconds(1.5);
        await RunningDesk.Until(async () => (await Breaches(agent, reference)).Count == 1, "it goes on");
        Assert.Equal("ready", await node.Health());
    }

    [Fact]
    public async Task Open_pages_of_one_node_are_told_what_changed_on_another()
    {
        await using var shared = await SharedDatabase.Fresh();
        var address = shared.Address;
        await using var watched = await Start(address);
        await using var working = await Start(address);
        await working.Database.Customers.Save(Customer);
        using var live = await watched.Client.GetAsync(
            "/schools-desk/live",
            HttpCompletionOption.ResponseHeadersRead,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        using var lines = new StreamReader(await live.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        var agent = new Caller(() => working.Client);
        var logged = new List<string>();
        var heard = Hear(lines, logged);
        // The first may come before the other node listens.
        await RunningDesk.Until(
            async () =>
            {
                if (!heard.IsCompleted)
                {
                    var reference = (await agent.Log(Caller.FaultForSome)).Reference;
                    lock (logged)
                    {
                        logged.Add(reference);
                    }
                }
                return heard.IsCompleted;
            },
            "a hint from the other node"
        );
        await heard;
    }

    [Fact]
    public async Task A_request_that_reaches_two_nodes_is_carried_out_once_R13()
    {
        await using var shared = await SharedDatabase.Fresh();
        var address = shared.Address;
        await using var one = await Start(address);
        await using var other = await Start(address);
        await one.Database.Customers.Save(Customer);
        for (var round = 0; round < 10; round++)
        {
            var key = ("Idempotency-Key", $"key-{round}");
            var answers = await Task.WhenAll(
                new Caller(() => one.Client).Post("cases", Caller.FaultForSome.DeepClone(), key),
                new Caller(() => other.Client).Post("cases", Caller.FaultForSome.DeepClone(), key)
            );
            Assert.All(answers, answer => answer.Expect(201));
            Assert.Equal(answers[0].Reference, answers[1].Reference);
        }
    }

    [Fact]
    public async Task What_was_typed_on_a_node_that_is_gone_is_there_on_another_R14()
    {
        await using var shared = await SharedDatabase.Fresh();
        string reference;
        await using (var gone = await Start(shared.Address))
        {
            await gone.Database.Customers.Save(Customer);
            reference = (await new Caller(() => gone.Client).Log(Caller.FaultForSome)).Reference;
            using var typed = new FormUrlEncodedContent([
                new("about", $"{reference}/reply"),
                new("body", "We are at it since"),
                new("__RequestVerificationToken", Token().Match(await Page(gone, reference)).Groups[1].Value),
            ]);
            using var answer = await gone.Client.PostAsync(
                new Uri("/schools-desk/drafts", UriKind.Relative),
                typed,
                TestContext.Current.CancellationToken
            );
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        }
        await using var other = await Start(shared.Address);
        Assert.Matches(@"<textarea id=""reply-text""[^>]*>We are at it since</textarea>", await Page(other, reference));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]* value=\"([^\"]+)\"")]
    private static partial Regex Token();

    private static Task<string> Page(Node node, string reference) =>
        node.Client.GetStringAsync(
            new Uri($"/schools-desk/cases/{reference}", UriKind.Relative),
            TestContext.Current.CancellationToken
        );

    private static Customer Customer { get; } =
        new(RunningDesk.Customer, "schools-desk", "Ashgrove Primary School", "ASH01") { Contract = "direct" };

    private static Task<Node> Start(DatabaseAddress address) => Node.Start(address, TimeProvider.System);

    // By a node whose clock is ten days behind: it logs, and nothing falls due on it.
    private static async Task<IReadOnlyList<string>> LogTenDaysAgo(DatabaseAddress address, int cases = Cases)
    {
        await using var node = await Node.Start(address, new ShiftedTime(-TenDays));
        await node.Database.Customers.Save(Customer);
        var agent = new Caller(() => node.Client);
        var everything = Caller.Fault("everything", "identity", "email", "dns", "web-hosting", "web-filtering");
        var logged = await Task.WhenAll(Enumerable.Range(0, cases).Select(_ => agent.Log(everything.DeepClone())));
        return [.. logged.Select(answer => answer.Reference)];
    }

    private static async Task Hear(StreamReader lines, List<string> logged)
    {
        while (await lines.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            lock (logged)
            {
                if (logged.Exists(reference => line.Contains(reference, StringComparison.Ordinal)))
                {
                    return;
                }
            }
        }
        Assert.Fail("The line ended.");
    }

    private static async Task<IReadOnlyList<JsonNode>> Breaches(Caller agent, string reference) =>
        [
            .. (await agent.Events(reference))
                .Select(happened => happened!["event"]!)
                .Where(happened =>
                    (string?)happened["type"] == "target-missed" && (string?)happened["target"] == "resolve"
                ),
        ];
}
