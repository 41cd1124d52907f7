using System.Collections.Concurrent;
using System.Globalization;
using Rung.Core.Tests.Showing;
using Xunit;

namespace Rung.Core.Tests.Walks;

/// <summary>
/// Thirty days of chance at each of three desks. 300 walks each time, 100 of tied cases; <c>RUNG_WALKS=10000</c> goes as many as that says, and
/// <c>RUNG_WALKS_FROM=N</c> begins at the Nth. The number of a walk that broke a law is written down in <c>kept-seeds.txt</c>, <c>kept-complaint-seeds.txt</c>
/// or <c>kept-desk-seeds.txt</c> beside this file, and is gone for ever after.
/// </summary>
public sealed class RandomWalkTests
{
    private const int Usual = 300;

    // Each is as long as several of the others.
    private const int UsualOfDesks = 100;

    public static TheoryData<int> Kept => [.. Seeds("kept-seeds.txt")];

    public static TheoryData<int> KeptOfComplaints => [.. Seeds("kept-complaint-seeds.txt")];

    public static TheoryData<int> KeptOfDesks => [.. Seeds("kept-desk-seeds.txt")];

    [Theory]
    [MemberData(nameof(Kept))]
    public void A_walk_that_failed_once_holds(int seed) => new RandomWalk(seed).Go();

    [Theory]
    [MemberData(nameof(KeptOfComplaints))]
    public void So_does_one_with_complaints(int seed) => new RandomWalk(seed, WalkOf.Complaints).Go();

    [Theory]
    [MemberData(nameof(KeptOfDesks))]
    public void And_one_of_cases_that_are_tied_together(int seed) => new DeskWalk(seed).Go();

    [Fact]
    public void Nothing_is_early_or_twice_or_forgotten_and_every_ledger_adds_up() => Walk(WalkOf.Cases);

    // Semantics 24 and 38, ESS-83, SMC-39: each hears once what is written for all, levels are one case's, and two who act at
    // the same moment make one level.
    [Fact]
    public void Nor_of_cases_that_belong_to_one_incident_or_are_covered_by_one_escalation() => Walk(WalkOf.Desks);

    // ESS-88 to ESS-93, R38: a breach that the law sets, a follow-up, an answer, and who is told of any of it.
    [Fact]
    public void Nor_is_anything_of_a_complaint_and_nobody_hears_of_it_who_may_not() => Walk(WalkOf.Complaints);

    private static void Walk(WalkOf of)
    {
        var failed = new ConcurrentBag<string>();
        var usual = of == WalkOf.Desks ? UsualOfDesks : Usual;
        var (walks, from) = (Setting("RUNG_WALKS", usual), Setting("RUNG_WALKS_FROM", 1));
        var some = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(
            from,
            from + walks,
            some,
            seed =>
            {
                if (Fault(seed, of) is { } fault)
                {
                    failed.Add($"{seed} {fault}");
                }
            }
        );
        Assert.True(failed.IsEmpty, $"{of}: add to kept-seeds.txt:\n{string.Join('\n', failed.Order().Take(20))}");
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out var asked) ? asked : otherwise;

    private static IEnumerable<int> Seeds(string file) =>
        File.ReadAllLines(Path.Combine(GuideFiles.Root, "tests", "Core.Tests", "Walks", file))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => int.Parse(line.Split(' ')[0], CultureInfo.InvariantCulture));

    private static string? Fault(int seed, WalkOf of)
    {
        try
        {
            if (of == WalkOf.Desks)
            {
                new DeskWalk(seed).Go();
            }
            else
            {
                new RandomWalk(seed, of).Go();
            }
            return null;
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            return string.Join(' ', broken.ToString().Split('\n').Take(12)).Replace('\r', ' ');
        }
    }
}
