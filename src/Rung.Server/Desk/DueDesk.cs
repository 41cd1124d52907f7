using NodaTime;
using Rung.Core.Cases;
using Rung.Storage;
using Rung.Storage.Cases;

namespace Rung.Server.Desk;

/// <summary>Lets happen what has fallen due on cases; nothing where it is no longer owed.</summary>
public sealed class DueDesk(RungDatabase database, DeskRegister desks, DeskClock clock, CaseKeeper keeper)
{
    private const int MostTries = 8;

    // Enough that the disk is not what one waits for; few enough that the first is not late for the last.
    private const int Together = 50;

    /// <summary>Decides the cases in this order, each at the time it is then, and commits some at a time.</summary>
    /// <returns>Those that were not handled; all others are, and durable.</returns>
    public async Task<IReadOnlyList<NotHandled>> Handle(IEnumerable<long> caseIds)
    {
        var left = new List<NotHandled>();
        foreach (var some in caseIds.Chunk(Together))
        {
            var decided = new List<ChangedCase>();
            foreach (var caseId in some)
            {
                await Decide(caseId, decided, left);
            }
            await Save(decided, left);
        }
        return left;
    }

    // One case that cannot be read must not hold up the others (R50).
    private async Task Decide(long caseId, List<ChangedCase> decided, List<NotHandled> left)
    {
        try
        {
            if (await Decide(caseId) is { } changed)
            {
                decided.Add(changed);
            }
        }
        catch (Exception e) when (e is not StorageException)
        {
            left.Add(new NotHandled(caseId, e));
        }
    }

    /// <returns>Null: there is no such case.</returns>
    private async Task<ChangedCase?> Decide(long caseId)
    {
        if (await database.Cases.Load(caseId) is not { } history)
        {
            return null;
        }
        var guide = desks.GuideOf(history);
        return new ChangedCase(caseId, guide, CaseDesk.FallDue(guide, history.Events, clock.Now()));
    }

    // When somebody was quicker with one of them, one has to wait for mail, or one cannot be written, each is decided again by itself.
    private async Task Save(List<ChangedCase> decided, List<NotHandled> left)
    {
        if (decided.Count == 0 || await SavedTogether(decided))
        {
            return;
        }
        foreach (var one in decided)
        {
            await SaveAlone(one.Id, left);
        }
    }

    private async Task<bool> SavedTogether(List<ChangedCase> decided)
    {
        try
        {
            return await Save(decided) is not (DeskAnswer.TryAgain or DeskAnswer.Refused);
        }
        catch (Exception e) when (e is not StorageException)
        {
            return false;
        }
    }

    private async Task SaveAlone(long caseId, List<NotHandled> left)
    {
        try
        {
            for (var tries = 0; tries < MostTries; tries++)
            {
                var decided = new List<ChangedCase>();
                await Decide(caseId, decided, left);
                var answer = decided.Count == 0 ? null : await Save(decided);
                if (answer is DeskAnswer.TryAgain)
                {
                    continue;
                }
                if (answer is DeskAnswer.Refused)
                {
                    left.Add(BehindMail(decided[0]));
                }
                return;
            }
            left.Add(new NotHandled(caseId, null));
        }
        catch (Exception e) when (e is not StorageException)
        {
            left.Add(new NotHandled(caseId, e));
        }
    }

    private static NotHandled BehindMail(ChangedCase decided) =>
        new(decided.Id, null) { BehindMailOf = UnheardMail.Closes(decided.Change) };

    private Task<DeskAnswer> Save(List<ChangedCase> decided) =>
        keeper.Save(decided, new Work(new Requester(Actor.Desk), Before: []));
}

/// <summary>A case on which nothing was done.</summary>
/// <param name="Why">Null: nothing is wrong, it has to wait for mail that is not handled yet or for others who are at it.</param>
public sealed record NotHandled(long CaseId, Exception? Why)
{
    /// <summary>Mail that was received by then is handled first; null: it does not wait for mail.</summary>
    public Instant? BehindMailOf { get; init; }
}
