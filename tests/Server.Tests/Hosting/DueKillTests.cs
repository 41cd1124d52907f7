using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using Rung.Server.Commands.Guides;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Nodes;
using Xunit;

namespace Rung.Server.Tests.Hosting;

/// <summary>
/// <c>kill -9</c> while what fell due is being handled: each is handled once, none is lost and none comes early (R13,
/// semantics 2). The cases were detected by monitoring when the desk was last open five hours ago or before (A-04), so that their
/// four hours (ESS-54, priority 1) have run out and the loop is at work on them while more are logged.
/// </summary>
public sealed class DueKillTests
{
    private const int Rounds = 3;
    private const int Writers = 3;
    private const int FewestBeforeTheKill = 30;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly Duration Allowed = Duration.FromHours(4);
    private static readonly Instant Detected = LastOpen();
    private static int _logged;

    [Fact]
    public async Task What_fell_due_is_handled_once_although_the_process_is_killed_in_the_midst_of_it() =>
        await KillAgainAndAgain([]);

    [Fact]
    public async Task Also_on_PostgreSQL()
    {
        await using var shared = await SharedDatabase.Fresh();
        await using (var database = await shared.Address.Open(TimeProvider.System))
        {
            await ServedDesk.Prepare(database);
        }
        await KillAgainAndAgain(new() { ["Rung__Database"] = shared.Address.ConnectionString });
    }

    private static async Task KillAgainAndAgain(Dictionary<string, string> environment)
    {
        var folder = await ServedDesk.NewFolder();
        var told = new ConcurrentDictionary<string, Told>();
        var starts = new List<Instant>();
        for (var round = 0; round < Rounds; round++)
        {
            starts.Add(SystemClock.Instance.GetCurrentInstant());
            await using var desk = await ServedDesk.Start(folder, environment);
            var before = told.Keys.ToHashSet();
            var writers = Enumerable.Range(0, Writers).Select(_ => LogOverdue(desk, told)).ToList();
            await HasBegun(desk, () => told.Where(one => !before.Contains(one.Key)).ToList());
            await desk.Kill();
            await Task.WhenAll(writers);
        }
        starts.Add(SystemClock.Instance.GetCurrentInstant());
        await using var last = await ServedDesk.Start(folder, environment);
        var handled = new List<(Instant Logged, Instant At)>();
        foreach (var (reference, one) in told)
        {
            handled.Add((one.Logged, await Missed(last, reference, one.Due)));
        }
        // The loop was at work in each life of the process, and a kill left it something to do in the next.
        Assert.All(
            starts.Zip(starts.Skip(1)),
            life => Assert.Contains(handled, one => one.At > life.First && one.At < life.Second)
        );
        Assert.Contains(handled, one => starts.Any(start => one.Logged < start && start < one.At));
        Directory.Delete(folder, recursive: true);
    }

    // Until the loop is at work on what this life of the process was told.
    private static async Task HasBegun(ServedDesk desk, Func<List<KeyValuePair<string, Told>>> fresh)
    {
        while (fresh().Count < FewestBeforeTheKill)
        {
            await Task.Yield();
        }
        var first = fresh().MinBy(one => one.Value.Logged);
        await Missed(desk, first.Key, first.Value.Due);
    }

    private static async Task LogOverdue(ServedDesk desk, ConcurrentDictionary<string, Told> told)
    {
        while (true)
        {
            // Each at a moment of its own.
            var at = Detected + Duration.FromMilliseconds(Interlocked.Increment(ref _logged));
            var now = SystemClock.Instance.GetCurrentInstant();
            var body = Caller.Fault("everything", "identity", "email", "dns", "web-hosting", "web-filtering");
            body["customer"] = ServedDesk.Ashgrove.Id;
            (body["source"], body["detectedAt"]) = ("monitoring", InstantPattern.ExtendedIso.Format(at));
            if (await desk.Post("cases", body) is not { } answer)
            {
                return;
            }
            told[(string)answer["reference"]!] = new Told(at + Allowed, now);
        }
    }

    // A moment at which the desk was open, and still was a quarter of an hour later.
    private static Instant LastOpen()
    {
        var desk = GuideFile.Read(Documents.Path("guides", "schools-desk.yaml")).Guide!.DeskCalendar;
        var at = Instant.FromUnixTimeSeconds(SystemClock.Instance.GetCurrentInstant().ToUnixTimeSeconds());
        at -= Duration.FromHours(5);
        while (!desk.IsOpen(at) || !desk.IsOpen(at + Duration.FromMinutes(15)))
        {
            at -= Duration.FromMinutes(15);
        }
        return at;
    }

    // When the breach was recorded: once, as of its own moment, and not before it.
    private static async Task<Instant> Missed(ServedDesk desk, string reference, Instant due)
    {
        List<JsonNode> missed = [];
        var since = Stopwatch.GetTimestamp();
        // A program that asked without a pause would be told to wait (429).
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (missed.Count == 0)
        {
            await ticks.WaitForNextTickAsync();
            Assert.True(Stopwatch.GetElapsedTime(since) < Patience, $"{reference}: nothing was recorded of {due}");
            missed = await Of(desk, reference);
        }
        var one = Assert.Single(missed);
        Assert.Equal(due, InstantPattern.ExtendedIso.Parse((string)one["at"]!).Value);
        var recorded = InstantPattern.ExtendedIso.Parse((string)one["recordedAt"]!).Value;
        Assert.True(recorded >= due, $"{reference}: due {due}, recorded {recorded}");
        return recorded;
    }

    private static async Task<List<JsonNode>> Of(ServedDesk desk, string reference)
    {
        var answer = await desk.Client.GetFromJsonAsync<JsonNode>($"/api/v1/schools-desk/cases/{reference}/events");
        var events = answer!["events"]!.AsArray().Select(happened => happened!["event"]!).ToList();
        var kinds = events.Select(one => $"{one["type"]} {one["target"]} {one["at"]}").ToList();
        Assert.Equal(kinds.Distinct(), kinds);
        return [.. events.Where(one => (string?)one["type"] == "target-missed" && (string?)one["target"] == "resolve")];
    }

    private sealed record Told(Instant Due, Instant Logged);
}
