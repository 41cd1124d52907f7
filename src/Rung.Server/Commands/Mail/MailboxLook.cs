using Rung.Mail.Inbound;
using Rung.Mail.Transport;

namespace Rung.Server.Commands.Mail;

/// <summary>What is in a mailbox: how many messages, and the newest of them by their headers alone.</summary>
internal sealed record MailboxLook(int Count, IReadOnlyList<(MailboxMessage Message, ReceivedMail Header)> Newest)
{
    private const int Most = 10;

    public static async Task<MailboxLook> Of(ImapLine line, CancellationToken stop)
    {
        var numbers = await line.After(0, stop);
        uint[] newest = [.. numbers.TakeLast(Most)];
        var messages = newest.Length == 0 ? [] : await line.Look(newest, stop);
        var read = new List<(MailboxMessage, ReceivedMail)>();
        foreach (var one in messages.OrderByDescending(one => one.Number))
        {
            read.Add((one, MailReader.Read(await line.Header(one.Number, stop))));
        }
        return new MailboxLook(numbers.Count, read);
    }
}
