using System.Diagnostics;
using Rung.Mail.Inbound;
using Xunit;

namespace Rung.Mail.Tests.Reading;

/// <summary>A message of 50 MB costs little more than itself, however heavy it is made; the bench measures the whole product.</summary>
public sealed class GiantTests
{
    // Of the 200 MB that a mail may take, those that the message itself takes are taken off.
    private const long Most = 150_000_000;

    public static TheoryData<string> Names => [.. Giants.Names];

    [Theory, MemberData(nameof(Names))]
    public void S41_A_message_of_50_MB_is_read_within_five_seconds_and_150_MB(string name)
    {
        var message = Giants.Message(name);
        var least = Enumerable.Range(0, 3).Min(_ => Time(message));
        var before = GC.GetAllocatedBytesForCurrentThread();
        MailReader.Read(message);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Most);
        // Whatever else the machine did the first time, it does not do each time.
        Assert.InRange(least, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    private static TimeSpan Time(byte[] message)
    {
        var started = Stopwatch.GetTimestamp();
        MailReader.Read(message);
        return Stopwatch.GetElapsedTime(started);
    }
}
