using Xunit;

namespace Rung.Mail.Tests.Reading;

/// <summary>Texts that are made to take long, or much memory, take neither.</summary>
public sealed class BombTests
{
    private const long MostMemory = 200_000_000;

    public static TheoryData<string> Names => [.. Bombs.Names];

    [Fact]
    public void S41_There_are_twelve() => Assert.Equal(12, Bombs.Names.Count);

    // 5 seconds, which reading the whole holds it to, and 200 MB: all that is allocated on the way, though most of it
    // is let go before the end.
    [Theory, MemberData(nameof(Names))]
    public void S41_A_bomb_takes_five_seconds_and_200_MB_at_most(string name)
    {
        var message = Bombs.Message(name);
        ReadWhole.Check(message);
        var before = GC.GetAllocatedBytesForCurrentThread();
        ReadWhole.Check(message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostMemory);
    }
}
