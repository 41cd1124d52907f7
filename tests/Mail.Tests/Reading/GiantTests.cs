using System.Globalization;
using Rung.Mail.Inbound;
using Xunit;

namespace Rung.Mail.Tests.Reading;

/// <summary>A message of 50 MB costs little more than itself, however heavy it is made; the bench measures the whole product.</summary>
public sealed class GiantTests
{
    // Of the 200 MB that a mail may take, those that the message itself takes are taken off.
    private const long Most = 150_000_000;

    public static TheoryData<string> Names => [.. Giants.Names];

    // What is looked at of one part is let go before the next, which a sum of all that was allocated does not show: the
    // bench measures what the process takes.
    public static TheoryData<string> OfFewParts => [.. Giants.Names.Where(name => name != "millions of parts")];

    [Theory, MemberData(nameof(Names))]
    public void S41_A_message_of_50_MB_is_read_within_five_seconds(string name)
    {
        var message = Giants.Message(name);
        MailReader.Read(message);
        var before = Processor();
        MailReader.Read(message);
        Assert.InRange(Processor() - before, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Theory, MemberData(nameof(OfFewParts))]
    public void S41_Reading_a_message_of_50_MB_takes_at_most_150_MB(string name)
    {
        var message = Giants.Message(name);
        // What only the first mail takes, such as tables that are filled once, is no mail's own.
        MailReader.Read(message);
        var before = GC.GetAllocatedBytesForCurrentThread();
        MailReader.Read(message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Most);
    }

    // What this thread has had of a processor, whatever else the machine does; elsewhere than on Linux the time of the wall.
    private static TimeSpan Processor() =>
        OperatingSystem.IsLinux()
            ? TimeSpan.FromTicks(
                long.Parse(File.ReadAllText("/proc/thread-self/schedstat").Split(' ')[0], CultureInfo.InvariantCulture)
                    / TimeSpan.NanosecondsPerTick
            )
            : TimeProvider.System.GetElapsedTime(0);
}
