using System.Globalization;
using System.Text;
using Rung.Mail.Inbound;
using Xunit;

namespace Rung.Mail.Tests.Reading;

/// <summary>A message of 50 MB costs little more than itself, however heavy it is made; the bench measures the whole product.</summary>
public sealed class GiantTests
{
    // Of the 200 MB that a mail may take, those that the message itself takes are taken off.
    private const long Most = 150_000_000;

    private const long Little = 1_000_000;

    public static TheoryData<string> Names => [.. Giants.Names];

    [Theory, MemberData(nameof(Names))]
    public void S41_A_message_of_50_MB_is_read_within_five_seconds(string name)
    {
        var message = Giants.Message(name);
        MailReader.Read(message);
        var before = Processor();
        MailReader.Read(message);
        Assert.InRange(Processor() - before, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Theory, MemberData(nameof(Names))]
    public void S41_Reading_a_message_of_50_MB_takes_at_most_150_MB(string name)
    {
        var message = Giants.Message(name);
        // What only the first mail takes, such as tables that are filled once, is no mail's own.
        MailReader.Read(message);
        Assert.InRange(Allocated(message), 0, Most);
    }

    // Of what is past the limit nothing is read: ten times as many parts cost the same.
    [Theory]
    [InlineData("Content-Type: multipart/mixed; boundary=b\r\n\r\n", "--b\r\n\r\nx\r\n")]
    [InlineData(
        "Content-Type: message/rfc822\r\n\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n",
        "--b\r\n\r\nx\r\n"
    )]
    [InlineData(
        "Content-Type: multipart/mixed; boundary=b\r\n\r\n",
        "--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c--\r\n"
    )]
    public void S41_A_reader_breaks_off_at_the_most_parts_that_are_looked_at(string head, string part)
    {
        Read(head, part, 100_000);
        var (mail, cost) = Read(head, part, 100_000);
        var (_, more) = Read(head, part, 1_000_000);
        Assert.InRange(more - cost, -Little, Little);
        Assert.Contains(mail.Findings, finding => finding.Fault == MailFault.TooManyParts);
    }

    private static (ReceivedMail Mail, long Allocated) Read(string head, string part, int times)
    {
        var text = new StringBuilder("From: a@example.org\r\n").Append(head);
        var message = Encoding.ASCII.GetBytes(text.Append(new StringBuilder().Insert(0, part, times)).ToString());
        var before = GC.GetAllocatedBytesForCurrentThread();
        var mail = MailReader.Read(message);
        return (mail, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static long Allocated(byte[] message)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        MailReader.Read(message);
        return GC.GetAllocatedBytesForCurrentThread() - before;
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
