using CsCheck;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Guides;
using Rung.Core.History;
using Rung.Core.History.Mapping;
using Rung.Core.History.Replaying;
using Rung.Core.Tests.Cases;
using Rung.Core.Tests.Showing;
using Xunit;

namespace Rung.Core.Tests.History;

/// <summary>What holds for any log whatever, however odd its cases are.</summary>
public class ReplayLaws
{
    private static readonly ImportedState[] States = Enum.GetValues<ImportedState>();

    private static readonly Gen<(int Minutes, ImportedState State)[]> Logs1 = Gen.Select(
        Gen.Int[0, 2000],
        Gen.Int[0, States.Length - 1],
        (minutes, state) => (minutes, States[state])
    ).Array[1, 25];

    private static readonly Instant Begins = Logs.At("2026-03-02T09:00:00Z");
    private static readonly HistoryMap Map = Logs.Map(
        Logs.Head + "otherwise: P3\nguides: { smc: { contract: T24 }, gulf-colocation: { otherwise: S3 } }\n"
    );

    public static TheoryData<string> Guides => ["schools-desk", "smc", "gulf-colocation"];

    [Theory]
    [MemberData(nameof(Guides))]
    public void Any_log_folds_under_any_guide_and_every_ledger_adds_up(string name)
    {
        var guide = GuideFiles.Guide(name);
        Logs1.Sample(
            log =>
            {
                var (one, end) = Case(log);
                foreach (var folded in Judging.Fold(guide, Lives(guide, one), end))
                {
                    foreach (var ledger in LedgerWriter.Write(guide, folded.State, end))
                    {
                        Assert.Equal(ledger.Reading.Used, ledger.Counted + ledger.Overdue);
                    }
                    Assert.All(guide.Targets, target => IsJudged(Judging.Judge(folded, target)));
                }
            },
            iter: 400
        );
    }

    // A verdict rests on a clock; where there is none it is said why.
    private static void IsJudged(Judged judged) =>
        Assert.True(
            judged.Outcome == Outcome.NotJudged ? judged.Why is not null : judged is { Clock: not null, Why: null },
            $"{judged.Outcome}, {judged.Clock}, {judged.Why}"
        );

    // 24 h elapsed: what ran is the sum of the stretches between two lines of which the first was worked on.
    [Fact]
    public void Elapsed_time_used_is_the_sum_of_the_stretches_that_were_worked_on()
    {
        var smc = ShippedGuides.Smc;
        Logs1.Sample(
            log =>
            {
                var (one, end) = Case(log);
                var resolve = smc.Targets.First(target => target.Role == TargetRole.Resolve);
                var used = Judging
                    .Fold(smc, Lives(smc, one), end)
                    .Select(folded => Judging.Judge(folded, resolve).Clock!.Used);
                Assert.Equal(Worked(one.Lines, end), used);
            },
            iter: 2000
        );
    }

    private static IReadOnlyList<Life> Lives(Guide guide, ImportedCase one) =>
        new Retelling(guide, RetoldWords.Of(guide, Map, out _)!).Lives(one);

    // Written without the engine: one sum for each life.
    private static List<Duration> Worked(IReadOnlyList<Imported> lines, Instant end)
    {
        var sums = new List<Duration>();
        var (since, closed) = (default(Instant?), false);
        foreach (var line in lines.Where(line => line.State != ImportedState.Noted))
        {
            var works = line.State is ImportedState.Open or ImportedState.Assigned or ImportedState.Waiting;
            var goesOn = works || line.State == ImportedState.OnHold;
            if (sums.Count == 0 || (closed && goesOn))
            {
                sums.Add(Duration.Zero);
                (since, closed) = (null, false);
            }
            sums[^1] += since is { } from ? line.At - from : Duration.Zero;
            since = works ? line.At : null;
            closed = !goesOn && (closed || line.State is ImportedState.Closed or ImportedState.Cancelled);
        }
        if (since is { } open)
        {
            sums[^1] += end - open;
        }
        return sums;
    }

    private static (ImportedCase Case, Instant End) Case((int Minutes, ImportedState State)[] log)
    {
        var at = Begins;
        var lines = new List<Imported>();
        foreach (var (minutes, state) in log)
        {
            at += Duration.FromMinutes(minutes);
            lines.Add(
                new Imported(state, $"{state}")
                {
                    At = at,
                    RecordedAt = Logs.Now,
                    By = People.Agent,
                    Impact = "any",
                }
            );
        }
        var logged = ImportedCase.Of([.. SimulatedCase.Log("2026-03-02 09:00").Events.Take(1)]).Logged;
        return (new ImportedCase("A", logged, lines), at + Duration.FromHours(1));
    }
}
