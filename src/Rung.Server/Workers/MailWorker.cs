using NodaTime;
using Rung.Server.Desk.Mails;
using Rung.Storage;
using Rung.Storage.Inbound;

namespace Rung.Server.Workers;

/// <summary>
/// Handles mail that was kept, in groups, the oldest first, and in a backlog now and then the newest. A group is read on all
/// processors and written together; mails that may be about the same thing come one after the other. A message that cannot
/// be handled, or that ended the process twice, is set aside with its reason; the others go on (R5).
/// </summary>
internal sealed partial class MailWorker(RungDatabase database, MailDesk mails, MailRoom room, ILogger<MailWorker> log)
    : BackgroundService
{
    private const int MostTries = 3;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(500);
    private static readonly Duration Lease = Duration.FromSeconds(60);

    // In a backlog one group in so many is of the newest, so that what comes in does not wait behind it (R7).
    private const int Backlog = 50;
    private const int OldestInARow = 2;
    private const int Oldest = 32;
    private const int Newest = 8;

    private readonly string _owner = Guid.NewGuid().ToString("N");
    private int _handledInARow;
    private int _groupsInARow;

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
            while (!stopping.IsCancellationRequested && await Next() is { Count: > 0 } group)
            {
                await Handle(group);
                _handledInARow += group.Count;
                _groupsInARow++;
            }
            (_handledInARow, _groupsInARow) = (0, 0);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(e);
        }
    }

    private async Task<IReadOnlyList<InboundMail>> Next()
    {
        var now = await database.Now();
        var isForFresh = _handledInARow > Backlog && _groupsInARow % (OldestInARow + 1) == 0;
        return await database.Inbound.Claim(
            new InboundClaim(_owner, now, now + Lease)
            {
                Order = isForFresh ? InboundOrder.NewestFirst : InboundOrder.OldestFirst,
                Most = isForFresh ? Newest : Oldest,
            }
        );
    }

    private async Task Handle(IReadOnlyList<InboundMail> group)
    {
        if (group is [{ Tries: >= MostTries } poison])
        {
            await SetAside(poison, "Rung stopped twice while it was handling this message.");
            return;
        }
        var read = new ReadMail?[group.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, group.Count),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            async (index, _) => await Alone(group[index], async () => read[index] = await mails.Read(group[index]))
        );
        var chains = MailChains.Of([.. read.OfType<ReadMail>()], mails.Bonds);
        await Task.WhenAll(chains.Select(chain => Task.Run(() => HandleInTurn(chain))));
        LargeMail.GiveBack(read.Max(mail => mail?.Bytes ?? 0));
    }

    // What came before it may change what a mail is about: but for the first, each is read again.
    private async Task HandleInTurn(IReadOnlyList<ReadMail> chain)
    {
        await Alone(chain[0].Kept, () => mails.Handle(chain[0]));
        foreach (var mail in chain.Skip(1))
        {
            await Alone(mail.Kept, async () => await mails.Handle(await mails.Read(mail.Kept)));
        }
    }

    // What goes wrong with one mail is its own affair.
    private async Task Alone(InboundMail mail, Func<Task> work)
    {
        try
        {
            await work();
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
