using Xunit;

namespace Rung.Server.Tests.Walks;

/// <summary>
/// Walks through storage with restarts: 5 each time, <c>RUNG_STORAGE_WALKS=100</c> goes as many as that says. The number of a
/// walk that broke a law is kept here, and is gone again every time.
/// </summary>
public sealed class StorageWalkTests
{
    private const int Usual = 5;

    // Walks that broke a law once, each with what it was.
    private static readonly int[] Kept = [];

    [Fact]
    public async Task What_is_stored_is_what_happened_however_often_it_is_closed_and_opened()
    {
        var asked = Environment.GetEnvironmentVariable("RUNG_STORAGE_WALKS");
        var walks = int.TryParse(asked, out var many) ? many : Usual;
        foreach (var seed in Kept.Concat(Enumerable.Range(1, walks)))
        {
            try
            {
                await new StorageWalk(seed).Go();
            }
            catch (Exception broken) when (broken is not OutOfMemoryException)
            {
                Assert.Fail($"Keep the walk {seed}: {broken}");
            }
        }
    }
}
