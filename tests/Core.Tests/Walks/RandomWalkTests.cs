using System.Collections.Concurrent;
using System.Globalization;
using Rung.Core.Tests.Showing;
using Xunit;

namespace Rung.Core.Tests.Walks;

/// <summary>
/// Thirty days of chance at each of three desks. 300 walks each time; <c>RUNG_WALKS=10000</c> goes as many as that says, and
/// <c>RUNG_WALKS_FROM=N</c> begins at the Nth. The number of a walk that broke a law is written down in <c>kept-seeds.txt</c> or <c>kept-complaint-seeds.txt</c> beside this file, and is gone for ever after.
/// </summary>
public sealed class RandomWalkTests
{
    private const int Usual = 300;

    public static TheoryData<int> Kept => [.. Seeds("kept-seeds.txt")];

    public static TheoryData<int> KeptOfComplaints => [.. Seeds("kept-complaint-seeds.txt")];

    [Theory]
    [MemberData(nameof(Kept))]
    public void A_walk_that_failed_once_holds(int seed) => new RandomWalk(seed).Go();

    [Theory]
    [MemberData(nameof(KeptOfComplaints))]
    public void So_does_one_with_complaints(int seed) => new RandomWalk(seed, WalkOf.Complaints).Go();

    [Fact]
    public void Nothing_is_early_or_twice_or_forgotten_and_every_ledger_adds_up() => Walk(WalkOf.Cases);

    // ESS-88 to ESS-93, R38: a breach that the law sets, a follow-up, an answer, and who is told of any of it.
    [Fact]
    public void Nor_is_anything_of_a_complaint_and_nobody_hears_of_it_who_may_not() => Walk(WalkOf.Complaints);

    private static void Walk(WalkOf of)
    {
        var failed = new ConcurrentBag<string>();
        var (walks, from) = (Setting("RUNG_WALKS", Usual), Setting("RUNG_WALKS_FROM", 1));
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
            new RandomWalk(seed, of).Go();
            return null;
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            return string.Join(' ', broken.ToString().Split('\n').Take(12)).Replace('\r', ' ');
        }
    }
}
