using System.Text;
using Rung.Mail.Inbound;
using Xunit;

namespace Rung.Mail.Tests.Reading;

/// <summary>A header field as long as a message costs no more memory than is looked at of it. S41</summary>
public sealed class LongFieldTests
{
    private const int Long = 4_000_000;
    private const long Little = 1_000_000;
    private const long Most = 20_000_000;

    public static TheoryData<string, string> Heads =>
        new()
        {
            { "From: a@example.org\r\nX-Long: ", "a" },
            { "From: a@example.org\r\nX-Folded: ", "a b\r\n " },
            { "From: a@example.org\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nX-Long: ", "a" },
        };

    // S41, R6
    [Theory, MemberData(nameof(Heads))]
    public void It_is_cut_and_ten_times_as_much_costs_the_same(string head, string part)
    {
        Read(head, part, Long);
        var (mail, cost) = Read(head, part, Long);
        var (_, more) = Read(head, part, Long * 10);

        Assert.InRange(more - cost, -Little, Little);
        Assert.InRange(cost, 0, Most);
        Assert.Equal("a@example.org", mail.From?.Address);
        Assert.Contains(mail.Findings, finding => finding.Fault == MailFault.HeadersCut);
    }

    private static (ReceivedMail Mail, long Allocated) Read(string head, string part, int length)
    {
        var message = new byte[length];
        var filling = Encoding.ASCII.GetBytes(part);
        for (var at = 0; at < length; at++)
        {
            message[at] = filling[at % filling.Length];
        }
        Encoding.ASCII.GetBytes(head).CopyTo(message, 0);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var mail = MailReader.Read(message);
        return (mail, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
