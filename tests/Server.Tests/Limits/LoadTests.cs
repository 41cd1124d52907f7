using System.Diagnostics;
using System.Globalization;
using System.Net;
using Rung.Core.Cases;
using Rung.Server.Tests.Accounts;
using Rung.Storage.Accounts;
using Xunit;

namespace Rung.Server.Tests.Limits;

/// <summary>
/// What one account asks for makes nobody else wait twice as long. A usual run compares what others wait between its requests with
/// what they wait beside one; <c>RUNG_LOAD=120</c> lets it ask 50 times a second for as many seconds.
/// </summary>
public sealed class LoadTests(ITestOutputHelper output)
{
    private const string Queue = "/schools-desk/queue";
    private const int EachSecond = 50;
    private const double Most = 2;

    private static int? Seconds =>
        int.TryParse(Environment.GetEnvironmentVariable("RUNG_LOAD"), CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : null;

    [Fact]
    public async Task S68_Others_do_not_wait_twice_as_long_beside_an_account_that_asks_without_end()
    {
        await using var desk = await GuardedDesk.OpenLimited();
        await desk.Add("Alex Agent", new Right(GuardedDesk.Schools, Actor.AgentRole));
        await desk.Add("Sam Agent", new Right(GuardedDesk.Schools, Actor.AgentRole));
        using var alex = await desk.SignIn("Alex Agent");
        using var sam = await desk.SignIn("Sam Agent");
        var (alone, beside) = Seconds is { } seconds ? await Whole(alex, sam, seconds) : await Short(alex, sam);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"alone {alone:0.0} ms, beside {beside:0.0} ms"));
        Assert.True(beside < Most * alone, $"alone {alone} ms, beside it {beside} ms");
    }

    // Medians, in turns: what else the machine does hits both.
    private static async Task<(double Alone, double Beside)> Short(Visitor alex, Visitor sam)
    {
        await Exhaust(alex);
        var (alone, beside) = (new List<double>(), new List<double>());
        for (var round = 0; round < 60; round++)
        {
            alone.Add(await Time(sam));
            var asked = alex.Get(Queue);
            beside.Add(await Time(sam));
            using var refused = await asked;
        }
        return (At(alone, 0.5), At(beside, 0.5));
    }

    // As it is meant: 95 of a hundred wait no longer than this.
    private static async Task<(double Alone, double Beside)> Whole(Visitor alex, Visitor sam, int seconds)
    {
        await Time(sam);
        var alone = await During(sam, Task.Delay(TimeSpan.FromSeconds(Math.Min(seconds, 20))));
        var beside = await During(sam, Ask(alex, seconds));
        return (At(alone, 0.95), At(beside, 0.95));
    }

    private static async Task<List<double>> During(Visitor sam, Task other)
    {
        // Few enough that they are not turned down themselves.
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(0.25));
        var all = new List<double>();
        while (!other.IsCompleted && await pace.WaitForNextTickAsync())
        {
            all.Add(await Time(sam));
        }
        await other;
        return all;
    }

    private static async Task Ask(Visitor alex, int seconds)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / EachSecond));
        var all = new List<Task<HttpResponseMessage>>();
        for (var once = 0; once < seconds * EachSecond && await pace.WaitForNextTickAsync(); once++)
        {
            all.Add(alex.Get(Queue));
        }
        foreach (var answer in await Task.WhenAll(all))
        {
            answer.Dispose();
        }
    }

    // From here on nearly all that it asks for is turned down.
    private static async Task Exhaust(Visitor alex)
    {
        for (var status = HttpStatusCode.OK; status != HttpStatusCode.TooManyRequests; )
        {
            using var answer = await alex.Get("/healthz/live");
            status = answer.StatusCode;
        }
    }

    private static async Task<double> Time(Visitor visitor)
    {
        var begin = Stopwatch.GetTimestamp();
        await visitor.Page(Queue);
        return Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
    }

    private static double At(List<double> all, double share) => all.Order().ElementAt((int)(all.Count * share));
}
