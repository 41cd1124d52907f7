using NodaTime;
using Rung.Server.Desk.Mails;
using Rung.Storage;
using Rung.Storage.Inbound;

namespace Rung.Server.Workers;

/// <summary>
/// Handles mail that was kept, one after the other, oldest first. A message that cannot be handled, or that ended the
/// process twice, is set aside with its reason; the others go on (R5).
/// </summary>
internal sealed partial class MailWorker(RungDatabase database, MailDesk mails, MailRoom room, ILogger<MailWorker> log)
    : BackgroundService
{
    private const int MostTries = 3;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(500);
    private static readonly Duration Lease = Duration.FromSeconds(60);

    private readonly string _owner = Guid.NewGuid().ToString("N");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await HandleAll(stoppingToken);
            await room.Wait(Tick, stoppingToken);
        }
    }

    private async Task HandleAll(CancellationToken stopping)
    {
        try
        {
            while (!stopping.IsCancellationRequested && await Next() is { } mail)
            {
                await Handle(mail);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(e);
        }
    }

    private async Task<InboundMail?> Next()
    {
        var now = await database.Now();
        return await database.Inbound.Claim(new InboundClaim(_owner, now, now + Lease));
    }

    private async Task Handle(InboundMail mail)
    {
        if (mail.Tries > MostTries - 1)
        {
            await SetAside(mail, "Rung stopped twice while it was handling this message.");
            return;
        }
        try
        {
            await mails.Handle(mail);
        }
        catch (Exception e) when (e is not StorageException)
        {
            MailFailed(e, mail.Id);
            await SetAside(mail, $"It could not be handled: {e.GetType().Name}: {e.Message}");
        }
    }

    private Task<bool> SetAside(InboundMail mail, string reason) =>
        database.Inbound.Settle(
            new InboundOutcome(mail.Id, InboundState.Received, InboundState.SetAside) { Reason = reason }
        );

    [LoggerMessage(LogLevel.Error, "Mail could not be handled; it is tried again.")]
    private partial void Failed(Exception e);

    [LoggerMessage(LogLevel.Error, "Mail {Id} could not be handled and is set aside; the others go on.")]
    private partial void MailFailed(Exception e, long id);
}
