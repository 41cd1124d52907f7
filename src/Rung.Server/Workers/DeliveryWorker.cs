using NodaTime;
using Rung.Mail.Transport;
using Rung.Server.Desk;
using Rung.Server.Desk.Mails;
using Rung.Storage;
using Rung.Storage.Outbox;

namespace Rung.Server.Workers;

/// <summary>
/// Hands queued mail to the mail server, at least once and under the Message-ID that was fixed when it was queued (R16).
/// What a lease covers nobody else sends; while it is being sent the lease is renewed, so that a process that died holds
/// its mail up for a minute and no longer.
/// </summary>
internal sealed partial class DeliveryWorker(
    RungDatabase database,
    Delivery delivery,
    DeskClock clock,
    SmtpAddress server,
    ServerCertificates certificates,
    ILogger<DeliveryWorker> log
) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(20);
    private static readonly Duration Lease = Duration.FromSeconds(60);

    private readonly string _owner = Guid.NewGuid().ToString("N");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(Tick);
        do
        {
            await Look(stoppingToken);
        } while (await ticks.WaitForNextTickAsync(stoppingToken));
    }

    // Whatever goes wrong is logged and tried again at a later tick: the loop itself never ends.
    private async Task Look(CancellationToken stopping)
    {
        try
        {
            while (!stopping.IsCancellationRequested && await Claim() is { Count: > 0 } claimed)
            {
                await Deliver(claimed, stopping);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(e);
        }
    }

    private async Task<IReadOnlyList<QueuedMessage>> Claim()
    {
        var leaseNow = await database.Now();
        return await database.Outbox.Claim(new OutboxClaim(_owner, clock.Now(), leaseNow, leaseNow + Lease));
    }

    private async Task Deliver(IReadOnlyList<QueuedMessage> claimed, CancellationToken stopping)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var renewing = Renew(done.Token);
        try
        {
            await using var line = new DeliveryLine(server, certificates);
            foreach (var queued in claimed)
            {
                await delivery.Settle(queued, _owner, await Attempt(queued, line, stopping));
            }
        }
        finally
        {
            await done.CancelAsync();
            await renewing;
        }
    }

    // One message that cannot be made must not hold up the others; a person sees it on the page of what was not delivered.
    private async Task<DeliveryOutcome> Attempt(QueuedMessage queued, DeliveryLine line, CancellationToken stopping)
    {
        try
        {
            return await delivery.Attempt(queued, line, stopping);
        }
        catch (Exception e) when (e is not (StorageException or OperationCanceledException))
        {
            MessageFailed(e, queued.Id);
            var why = $"Rung could not make a mail of it: {e.GetType().Name}: {e.Message}";
            return new DeliveryOutcome(MessageState.Undeliverable, clock.Now(), why);
        }
    }

    private async Task Renew(CancellationToken done)
    {
        using var ticks = new PeriodicTimer(Renewal);
        try
        {
            while (await ticks.WaitForNextTickAsync(done))
            {
                await database.Outbox.Renew(_owner, await database.Now() + Lease);
            }
        }
        catch (OperationCanceledException)
        {
            // Everything claimed has been dealt with.
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(e);
        }
    }

    [LoggerMessage(LogLevel.Error, "Mail could not be delivered; it is tried again.")]
    private partial void Failed(Exception e);

    [LoggerMessage(LogLevel.Error, "Message {Id} could not be made into a mail; the others go on.")]
    private partial void MessageFailed(Exception e, long id);
}
