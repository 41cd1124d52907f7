using System.Globalization;
using NodaTime;
using Rung.Mail.Transport;
using Rung.Server.Desk.Mails;

namespace Rung.Server.Commands.Doctor;

/// <summary>The mail servers: whether each can be talked to and lets us in, as it would be for sending and fetching.</summary>
internal static class MailCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task<Finding> Out(SmtpAddress? server, CancellationToken stop)
    {
        if (server is null)
        {
            return new Finding(
                Grade.Note,
                "mail out",
                "no mail server is named, so that mail is kept and not sent",
                "name one with --smtp or in the environment"
            );
        }
        var (line, why) = await SmtpLine.Open(server, stop);
        await using (line)
        {
            return why is null
                ? Good("mail out", $"{server} lets us in", line!.CertificateEnds)
                : new Finding(
                    Grade.Problem,
                    "mail out",
                    why.TrimEnd('.'),
                    "until then mail waits, and is tried for five days"
                );
        }
    }

    public static async Task<Finding> In(ImapAddress mailbox, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Patience);
        try
        {
            await using var line = await ImapLine.Open(mailbox, limit.Token);
            return Good("mail in", $"{mailbox} lets us in", line.CertificateEnds);
        }
        catch (MailboxException e)
        {
            return new Finding(
                Grade.Problem,
                "mail in",
                e.Message.TrimEnd('.'),
                "until then nothing is fetched, and nothing lost"
            );
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new Finding(Grade.Problem, "mail in", $"{mailbox} did not answer within 30 s");
        }
    }

    private static Finding Good(string about, string words, Instant? certificate)
    {
        var now = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        return certificate is { } ends && ServerCertificates.IsEnding(ends, now)
            ? new Finding(
                Grade.Problem,
                about,
                $"{words}, and its certificate ends on {ends.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)}",
                "have it renewed, or no mail goes through"
            )
            : Finding.Good(about, words);
    }
}
