using NodaTime;
using Rung.Server.Desk;
using Rung.Storage;
using Rung.Storage.Dues;

namespace Rung.Server.Workers;

/// <summary>
/// Lets what falls due happen. Short ticks that read the clock again, never a long sleep; a row only wakes the desk,
/// which folds the case and acts if the due is still owed.
/// </summary>
internal sealed partial class DueWorker(
    RungDatabase database,
    DueDesk desk,
    DeskClock clock,
    ClockWatch watch,
    TimeProvider provider,
    ILogger<DueWorker> log
) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(200);
    private static readonly Duration Lease = Duration.FromSeconds(30);

    private readonly string _owner = Guid.NewGuid().ToString("N");
    private readonly DuesBehindMail _behindMail = new(database);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(Tick, provider);
        do
        {
            await Look(stoppingToken);
        } while (await ticks.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Whoever comes after need not wait for leases to end.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await _behindMail.GiveBackAll(_owner);
        }
        catch (StorageException e)
        {
            Failed(e);
        }
    }

    // Whatever goes wrong is logged and tried again at a later tick: the loop itself never ends.
    private async Task Look(CancellationToken stopping)
    {
        try
        {
            await HandleAll(stopping);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(e);
        }
    }

    // What has to wait stays claimed until everything behind it was claimed too: however much waits, the claim goes past it
    // to what falls due later.
    private async Task HandleAll(CancellationToken stopping)
    {
        await _behindMail.GiveBackReady(_owner);
        var waiting = new List<ClaimedDue>();
        try
        {
            while (!stopping.IsCancellationRequested && await HandleSome(waiting) > 0) { }
        }
        finally
        {
            if (waiting.Count > 0)
            {
                await database.Dues.Release(_owner, waiting);
            }
        }
    }

    /// <returns>How many cases were claimed.</returns>
    private async Task<int> HandleSome(List<ClaimedDue> waiting)
    {
        if (await watch.Look() is not { } leaseNow)
        {
            return 0;
        }
        var claim = new DueClaim(_owner, clock.Now(), leaseNow, leaseNow + Lease);
        var claimed = (await database.Dues.Claim(claim)).ToLookup(due => due.CaseId);
        _behindMail.Forget(claimed.SelectMany(ofCase => ofCase));
        var left = await desk.Handle(claimed.Select(ofCase => ofCase.Key));
        foreach (var one in left)
        {
            Leave(one, [.. claimed[one.CaseId]], waiting);
        }
        return claimed.Count;
    }

    // What waits for mail is looked at again once that is handled; what waits for others, at the next tick; what failed, when
    // its lease has ended.
    private void Leave(NotHandled one, IReadOnlyList<ClaimedDue> dues, List<ClaimedDue> waiting)
    {
        if (one.Why is { } failure)
        {
            CaseFailed(failure, one.CaseId, dues[0].Rule);
        }
        else if (one.BehindMailOf is { } receivedBy)
        {
            _behindMail.Keep(dues, receivedBy);
        }
        else
        {
            waiting.AddRange(dues);
        }
    }

    [LoggerMessage(LogLevel.Error, "What fell due could not be handled; it is tried again.")]
    private partial void Failed(Exception e);

    [LoggerMessage(LogLevel.Error, "Due {Rule} of case {CaseId} could not be handled; the others go on.")]
    private partial void CaseFailed(Exception e, long caseId, string rule);
}
