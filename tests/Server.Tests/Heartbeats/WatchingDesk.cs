using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rung.Server.Tests.Api;
using Rung.Storage;
using Xunit;

namespace Rung.Server.Tests.Heartbeats;

/// <summary>A desk that waits for the line monitor of Ashgrove at least every two minutes, from 24 December 2026 10:00 on.</summary>
internal sealed class WatchingDesk : IAsyncDisposable
{
    public const string Monitor = "heartbeats/line";

    private static readonly Duration Step = Duration.FromSeconds(30);

    private WatchingDesk(RunningDesk desk) => (Desk, Agent) = (desk, new Caller(desk));

    public RunningDesk Desk { get; }
    public Caller Agent { get; }

    public RungDatabase Database => Desk.Services.GetRequiredService<RungDatabase>();

    public static JsonObject Registration =>
        new()
        {
            ["name"] = "Line monitor",
            ["customer"] = RunningDesk.Customer,
            ["every"] = "PT2M",
            ["services"] = new JsonArray("email"),
            ["answers"] = new JsonObject { ["affected"] = "some", ["effect"] = "cannot-use" },
        };

    public static async Task<WatchingDesk> Open()
    {
        var watching = new WatchingDesk(await RunningDesk.Open("2026-12-24T10:00:00Z"));
        (await watching.Put(Registration)).Expect(200);
        return watching;
    }

    public async Task<Answer> Put(JsonObject body, params (string Name, string Value)[] headers)
    {
        var answer = await Agent.Send(HttpMethod.Put, Monitor, Caller.Json(body.ToJsonString()), headers);
        await Listen();
        return answer;
    }

    /// <summary>Lets time pass as it does where somebody listens all the time.</summary>
    public async Task PassTo(string now)
    {
        for (var to = RunningDesk.At(now); Desk.Now < to; await Listen())
        {
            Desk.Advance(Duration.Min(Step, to - Desk.Now));
        }
    }

    public async Task<JsonNode> Look() => (await Agent.Get(Monitor)).Expect(200).Body!;

    public async Task<JsonNode> Becomes(string state)
    {
        JsonNode? found = null;
        await RunningDesk.Until(
            async () => (string?)(found = await Look())["state"] == state,
            $"the line monitor is {state}"
        );
        return found!;
    }

    public Task<Answer> Hear() => Agent.Post($"{Monitor}/heard");

    public async Task<IReadOnlyList<string?>> Cases() =>
        [
            .. (await Agent.Get("queue?take=100")).Expect(200).Body!["rows"]!
                .AsArray()
                .Select(row => (string?)row!["reference"]),
        ];

    public async Task<IReadOnlyList<string?>> Notes(string reference) =>
        [
            .. (await Agent.Events(reference))
                .Select(one => one!["event"]!)
                .Where(one => (string?)one["type"] == "noted")
                .Select(one => (string?)one["text"]),
        ];

    public ValueTask DisposeAsync() => Desk.DisposeAsync();

    private Task Listen() => Database.Heartbeats.Listen(Desk.Now, Duration.FromMinutes(1));
}
