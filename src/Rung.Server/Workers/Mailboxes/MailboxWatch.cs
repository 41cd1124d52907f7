using Rung.Mail.Transport;
using Rung.Server.Desk.Mails;
using Rung.Storage;

namespace Rung.Server.Workers.Mailboxes;

/// <summary>
/// Reads one mailbox for as long as the process lives: takes what is there, waits to be told of more, and begins again
/// with a new line, a little later each time, when the line breaks.
/// </summary>
internal sealed partial class MailboxWatch(MailboxHold hold, ImapAddress mailbox, MailRoom room, ILogger log)
{
    private static readonly TimeSpan ToTheNextLook = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    // A line that died without a word is noticed by then; servers end a wait after half an hour (RFC 2177).
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(4);

    // A certificate that ends soon may have been renewed, which only a new line shows.
    private static readonly TimeSpan BeforeLookingAnew = TimeSpan.FromSeconds(20);

    private readonly MailboxTaking _taking = new(hold, mailbox, room, log);
    private TimeSpan _pause = ToTheNextLook;
    private string? _told;

    public async Task Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (await hold.Take())
                {
                    await Hold(stop);
                }
            }
            catch (StorageException e)
            {
                StorageFailed(e, mailbox.Name);
            }
            await Pause(ToTheNextLook, stop);
        }
    }

    private async Task Hold(CancellationToken stop)
    {
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var renewing = hold.Renew(lost);
        try
        {
            while (!lost.IsCancellationRequested)
            {
                await Read(lost.Token);
            }
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested)
        {
            // Stopped, or lost to another.
        }
        finally
        {
            await lost.CancelAsync();
            await renewing;
            await hold.Release();
        }
    }

    private async Task Read(CancellationToken stop)
    {
        try
        {
            await using var line = await ImapLine.Open(mailbox, stop);
            hold.NoteCertificate(line.CertificateEnds);
            var opened = TimeProvider.System.GetTimestamp();
            do
            {
                await _taking.TakeAll(line, stop);
                await Good();
                await line.Wait(LongestWait, stop);
            } while (
                TimeProvider.System.GetElapsedTime(opened) < BeforeLookingAnew
                || !await hold.IsEnding(line.CertificateEnds)
            );
        }
        catch (MailboxException e)
        {
            await Bad(e);
            await Pause(_pause, stop);
            _pause = _pause * 2 < LongestPause ? _pause * 2 : LongestPause;
        }
    }

    private async Task Good()
    {
        await hold.NoteRead();
        _pause = ToTheNextLook;
        if (_told is not null)
        {
            _told = null;
            IsReadAgain(mailbox.Name);
        }
    }

    // Said once for each new trouble, not for each attempt.
    private async Task Bad(MailboxException e)
    {
        await hold.NoteProblem(e.Message);
        if (_told != e.Message)
        {
            _told = e.Message;
            IsNotRead(e.Message);
        }
    }

    private static async Task Pause(TimeSpan length, CancellationToken stop)
    {
        using var once = new PeriodicTimer(length);
        try
        {
            await once.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            // Whoever waits looks whether to stop.
        }
    }

    [LoggerMessage(LogLevel.Warning, "A mailbox cannot be read; it is tried again. {What}")]
    private partial void IsNotRead(string what);

    [LoggerMessage(LogLevel.Warning, "The mailbox {Mailbox} is read again.")]
    private partial void IsReadAgain(string mailbox);

    [LoggerMessage(
        LogLevel.Error,
        "The mailbox {Mailbox} is not read while the database does not answer; it is tried again."
    )]
    private partial void StorageFailed(Exception e, string mailbox);
}
