using System.Diagnostics;
using System.Globalization;
using NodaTime;

namespace Rung.Bench.Creating;

/// <summary>How fast cases become durable through the API, beside a bare loop on the same disk in the same run.</summary>
internal static class CreateBench
{
    private const int Callers = 32;
    private const int Warm = 15;
    private const double PromisedAlone = 0.5;
    private const double PromisedTogether = 1.5;
    private const string Body = """
        {"kind":"fault","source":"phone","subject":"E-mail is down for some users","customer":"school-1","contact":{"name":"Office","email":"office@school-1.example.org"},"services":["email"],"answers":{"affected":"some","effect":"cannot-use","details":"Outlook asks for the password again and again","tried":"Restarted two machines","help-guides":"followed"}}
        """;

    public static async Task Run(Report report, Sizes sizes)
    {
        Report.Chapter(
            "Durable case creation over HTTP on loopback, SQLite (WAL, synchronous=FULL), beside a bare loop"
        );
        using var folder = new TemporaryFolder();
        // A working Tuesday, so that nothing falls due meanwhile.
        await using var desk = await BenchDesk.Open(folder.Of("desk"), Instant.FromUtc(2026, 11, 24, 9, 0));
        await desk.Start();
        await desk.Database.Customers.Save(BenchDesk.Customer(1));
        var request = ApiCaller.Post(desk.Address, $"/api/v1/{BenchDesk.Id}/cases", Body);
        using var crowd = new Crowd(desk.Address, request, Callers);
        // Warmed: a server runs for weeks, and the compiler that replaces its code as it becomes hot shares the processors.
        await crowd.Create(Warm * sizes.Cases, Callers);
        await crowd.Create(Warm * sizes.Cases, 1);
        using var bare = await Bare(desk, folder);
        bare.Write(Warm * sizes.Cases);
        Add(report, await Rounds(crowd, bare, sizes));
    }

    private static async Task<BareLoop> Bare(BenchDesk desk, TemporaryFolder folder)
    {
        var rows = await CaseRows.Newest(desk.Database);
        Report.Say($"one case is {rows.Events.Count} events and {rows.Dues.Count} dues, in both");
        var other = folder.Of("bare");
        await using (await BenchDesk.Open(other, Instant.FromUtc(2026, 11, 24, 9, 0))) { }
        return new BareLoop(BenchDesk.FileIn(other), rows);
    }

    // In turns, so that whatever else the machine does falls on all of them.
    private static async Task<List<Round>> Rounds(Crowd crowd, BareLoop bare, Sizes sizes)
    {
        var rounds = new List<Round>();
        for (var round = 0; round < sizes.Rounds; round++)
        {
            var loop = await Rate(sizes.Cases, () => Task.Run(() => bare.Write(sizes.Cases)));
            var alone = await Rate(sizes.Cases, () => crowd.Create(sizes.Cases, 1));
            var again = await Rate(sizes.Cases, () => Task.Run(() => bare.Write(sizes.Cases)));
            var together = await Rate(3 * sizes.Cases, () => crowd.Create(3 * sizes.Cases, Callers));
            rounds.Add(new Round(loop, alone, again, together));
        }
        return rounds;
    }

    private static async Task<Pace> Rate(int cases, Func<Task> work)
    {
        var (start, before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await work();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new Pace(cases / seconds, (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / cases);
    }

    private static void Add(Report report, List<Round> rounds)
    {
        var (loop, alone, together) = (
            Median(rounds, round => round.Loop.Rate),
            Median(rounds, round => round.Alone.Rate),
            Median(rounds, round => round.Together.Rate)
        );
        var (loopUses, aloneUses, togetherUses) = (
            Median(rounds, round => round.Loop.Micros),
            Median(rounds, round => round.Alone.Micros),
            Median(rounds, round => round.Together.Micros)
        );
        report.Add(
            new Figure(
                "1 at a time, of the bare loop",
                Median(rounds, round => round.Alone.Rate / round.Loop.Rate),
                "x"
            )
            {
                AtLeast = PromisedAlone,
                Between = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{alone:N0} a second beside {loop:N0}; {aloneUses:N0} µs of processor time a case, the caller's included, beside {loopUses:N0}: HTTP and JSON, deciding, a queue row with its indexes, search words; the rest is waiting for the disk"
                ),
            }
        );
        report.Add(
            new Figure(
                $"{Callers} at a time, of the bare loop",
                Median(rounds, round => round.Together.Rate / round.Again.Rate),
                "x"
            )
            {
                AtLeast = PromisedTogether,
                Between = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{together:N0} a second: what waits is committed together; then processor time is the limit, {togetherUses:N0} µs a case on {Environment.ProcessorCount} processors that callers and server share"
                ),
            }
        );
    }

    private static double Median(List<Round> rounds, Func<Round, double> value) =>
        rounds.Select(value).Order().ElementAt(rounds.Count / 2);

    /// <summary>The bare loop runs before each of the others.</summary>
    private sealed record Round(Pace Loop, Pace Alone, Pace Again, Pace Together);

    /// <param name="Rate">Cases a second.</param>
    /// <param name="Micros">Processor time a case, in microseconds.</param>
    private sealed record Pace(double Rate, double Micros);
}
