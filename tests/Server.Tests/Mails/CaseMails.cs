using Rung.Core.Cases;
using Rung.Storage;
using Rung.Storage.Inbound;
using Xunit;

namespace Rung.Server.Tests.Mails;

/// <summary>An answer to our mail on a case, and a report that our mail came back; and the ledger that each is on it once.</summary>
internal static class CaseMails
{
    private const string Office = "office@ashgrove.example.org";

    /// <param name="messageId">Of our mail.</param>
    public static string[] Of(string reference, string messageId) => [Answer(reference, messageId), Report(messageId)];

    public static async Task<string> MessageId(RungDatabase database, string reference)
    {
        var found = (await database.Cases.Load(CaseReference.FromStored(reference)))!;
        return (await database.Outbox.OfCase(found.Id))[0].Message.MessageId!;
    }

    /// <summary>Nothing of it was lost and nothing entered twice (I2): on each case one answer and one report.</summary>
    public static async Task AreOnce(RungDatabase database, IEnumerable<string> references)
    {
        foreach (var reference in references)
        {
            var found = (await database.Cases.Load(CaseReference.FromStored(reference)))!;
            Assert.Equal(Words(reference), Assert.Single(found.Events.OfType<CustomerReplied>()).Text.Trim());
            Assert.Single(found.Events.OfType<AutomaticMailReceived>());
            var mails = await database.Inbound.OfCase(found.Id);
            Assert.Equal(2, mails.Count);
            Assert.All(mails, mail => Assert.Equal(InboundState.OnCase, mail.State));
            Assert.Single(mails, mail => mail.Undelivered == Office);
        }
    }

    private static string Words(string reference) => $"It fails in room 4, about {reference}.";

    private static string Answer(string reference, string messageId) =>
        MailServer.Message(Office, $"Re: {reference}", Words(reference), $"In-Reply-To: <{messageId}>");

    private static string Report(string messageId) =>
        MailServer.Message(
            "MAILER-DAEMON@mx.schools.example.org",
            "Undelivered",
            "--b\r\nContent-Type: text/plain\r\n\r\nIt could not be delivered.\r\n"
                + "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.schools.example.org\r\n\r\n"
                + $"Final-Recipient: rfc822; {Office}\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n"
                + $"--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <{messageId}>\r\nTo: {Office}\r\n\r\n--b--",
            "MIME-Version: 1.0",
            "Content-Type: multipart/report; report-type=delivery-status; boundary=b"
        );
}
