using System.Collections.Concurrent;
using System.Globalization;
using Rung.Core.Tests.Showing;
using Xunit;

namespace Rung.Core.Tests.Walks;

/// <summary>
/// Thirty days of chance at each of three desks. 300 walks each time; <c>RUNG_WALKS=10000</c> goes as many as that says. The
/// number of a walk that broke a law is written down in <c>kept-seeds.txt</c> beside this file, and is gone for ever after.
/// </summary>
public sealed class RandomWalkTests
{
    private const int Usual = 300;

    public static TheoryData<int> Kept =>
        [
            .. File.ReadAllLines(Path.Combine(GuideFiles.Root, "tests", "Core.Tests", "Walks", "kept-seeds.txt"))
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => int.Parse(line.Split(' ')[0], CultureInfo.InvariantCulture)),
        ];

    [Theory]
    [MemberData(nameof(Kept))]
    public void A_walk_that_failed_once_holds(int seed) => new RandomWalk(seed).Go();

    [Fact]
    public void Nothing_is_early_or_twice_or_forgotten_and_every_ledger_adds_up()
    {
        var failed = new ConcurrentBag<string>();
        var walks = int.TryParse(Environment.GetEnvironmentVariable("RUNG_WALKS"), out var asked) ? asked : Usual;
        var some = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(
            1,
            walks + 1,
            some,
            seed =>
            {
                if (Fault(seed) is { } fault)
                {
                    failed.Add($"{seed} {fault}");
                }
            }
        );
        Assert.True(failed.IsEmpty, $"Add to kept-seeds.txt:\n{string.Join('\n', failed.Order().Take(20))}");
    }

    private static string? Fault(int seed)
    {
        try
        {
            new RandomWalk(seed).Go();
            return null;
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            return string.Join(' ', broken.ToString().Split('\n').Take(12)).Replace('\r', ' ');
        }
    }
}
