using System.Diagnostics;
using Rung.Core.Customers;
using Rung.Mail.Inbound;
using Rung.Mail.Inbound.Facts;
using Rung.Mail.Inbound.Senders;
using Rung.Mail.Inbound.Sorting;
using Rung.Mail.Inbound.Threading;
using Xunit;

namespace Rung.Mail.Tests.Reading;

/// <summary>Goes the whole way that a message goes before anybody sees it: read, sorted, threaded, searched for facts.</summary>
internal static class ReadWhole
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>Fails where any of it throws, contradicts itself or takes too long. R6, S41</summary>
    public static void Check(byte[] message) =>
        // Whatever else the machine did the first time, it does not do each time.
        Assert.True(
            Takes(message) < Longest || Takes(message) < Longest || Takes(message) < Longest,
            "It took longer than 5 seconds, three times."
        );

    private static TimeSpan Takes(byte[] message)
    {
        var started = Stopwatch.GetTimestamp();
        var mail = MailReader.Read(message);
        Use(mail);
        foreach (var attachment in mail.Attachments)
        {
            Assert.NotNull(MailReader.Content(message, attachment.Number));
        }
        Assert.Equal(mail.Body.Text, string.Join('\n', mail.Body.Blocks.Select(block => block.Text)));
        return Stopwatch.GetElapsedTime(started);
    }

    private static void Use(ReceivedMail mail)
    {
        var sender = SenderCheck.Of(mail, "mx.example.org");
        MailSorter.Sort(mail, new OwnAddresses(["desk@schools.example.org"]));
        var clues = ThreadClues.Of(mail, "R", new ReplyAddress(new byte[32]));
        Threads.Decide(clues, ThreadKnowledge.Nothing, mail.From, sender);
        FactFinder.Find(Guides.Schools, mail, KnownSender.Nobody);
        HighImpact.In(mail);
    }
}
