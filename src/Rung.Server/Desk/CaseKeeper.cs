using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Escalations;
using Rung.Storage;
using Rung.Storage.Cases;
using Rung.Storage.Complaints;
using Rung.Storage.Inbound;
using Rung.Storage.Search;

namespace Rung.Server.Desk;

/// <summary>Keeps what was decided: all of it in one transaction, then open pages are told.</summary>
public sealed class CaseKeeper(RungDatabase database, CaseSight sight, DeskClock clock, DeskLive live)
{
    /// <summary>Who may see what of the cases that are kept.</summary>
    internal CaseSight Sight => sight;

    /// <param name="changed">The first is the one that was asked about.</param>
    internal async Task<DeskAnswer> Save(IReadOnlyList<ChangedCase> changed, Work work)
    {
        var now = clock.Now();
        var done = new DeskAnswer.Done(await Seen(changed, work, now), work.Next) { WasThere = work.Before.Count > 0 };
        // What is said about a closed case, and what comes with it, stands on the next one.
        var said = work.Next is null ? changed[0] : changed[^1];
        var write = CaseWrites.Of(changed, await SiteTerms(changed), now) with
        {
            Answer = work.Who.Keep?.Invoke(done),
            Draft = work.Who.Draft,
            Seen = work.Seen,
            Papers = [.. work.Who.Papers.Select(paper => new KeptPaper(said.Id, paper.Key, paper.Value))],
            Mail = work.Who.Mail is { } mail ? On(said, mail) : null,
            Alert = work.Who.Alert is { } alert ? alert with { CaseId = changed[0].Id } : null,
        };
        var result = await database.Cases.Save(write);
        if (result is WriteResult.Committed)
        {
            Tell(changed);
        }
        return AnswerTo(result, done);
    }

    /// <summary>Keeps that an alert came once more, and nothing on its case, if nothing happened on that since it was found.</summary>
    internal async Task<DeskAnswer> Count(CaseSnapshot found, Requester who)
    {
        var done = new DeskAnswer.Done(found, null) { WasThere = true };
        var write = new CaseWrite()
        {
            Answer = who.Keep?.Invoke(done),
            Alert = who.Alert! with { CaseId = found.Id },
            Seen = [new SeenCase(found.Id, found.Version)],
        };
        return AnswerTo(await database.Cases.Save(write), done);
    }

    private static DeskAnswer AnswerTo(WriteResult result, DeskAnswer.Done done)
    {
        switch (result)
        {
            case WriteResult.Committed:
                return done;
            case WriteResult.AlreadyAnswered answered:
                return new DeskAnswer.Answered(answered.Answer);
            case WriteResult.KeyReused:
                return new DeskAnswer.KeyReused();
            case WriteResult.MailSettled:
                return new DeskAnswer.MailSettled();
            case WriteResult.MailUnheard:
                return new DeskAnswer.Refused(DeskRefusals.MailWaits);
            case WriteResult.AlertTaken:
                return new DeskAnswer.AlertTaken();
            case WriteResult.HeartbeatTurned:
                return new DeskAnswer.HeartbeatTurned();
            case WriteResult.VersionConflict:
                return new DeskAnswer.TryAgain();
            case var unknown:
                throw new NotSupportedException($"No answer for {unknown.GetType().Name}.");
        }
    }

    // Cases that are saved with it are not on file yet.
    private async Task<CaseSnapshot> Seen(IReadOnlyList<ChangedCase> changed, Work work, Instant now)
    {
        var found = changed[0].At(work.Before, now);
        var besides = changed.Select(one => one.Change.State.Reference).ToList();
        return found with { Sight = await sight.Of(found.Events, work.Who.Actor, besides) };
    }

    // The event that says what the mail said; of a case that it began, the first.
    private static InboundOutcome On(ChangedCase one, InboundOutcome mail)
    {
        var (events, before) = (one.Change.Events, one.Change.ExpectedVersion);
        var index = events
            .ToList()
            .FindIndex(happened =>
                happened
                    is CustomerReplied
                        or UpdateRequested
                        or AutomaticMailReceived
                        or EscalationAsked
                        or Escalated
                        or EscalationRepeated
            );
        var logged = one.Change.State.Logged;
        return mail with
        {
            CaseId = one.Id,
            CaseEvent = before + Math.Max(index, 0) + 1,
            Shelf = logged.IsComplaint() ? Shelf.Of(logged.Desk, ShelfFor.Complaints) : null,
        };
    }

    private async Task<IReadOnlyList<SearchTerm>> SiteTerms(IReadOnlyList<ChangedCase> changed) =>
        changed.FirstOrDefault(one => one.Change.ExpectedVersion == 0) is { } begun
            ? SearchTerms.Of(await database.Customers.Find(begun.Change.State.Logged.Reporter.CustomerId))
            : [];

    private void Tell(IReadOnlyList<ChangedCase> changed)
    {
        foreach (var one in changed.Where(one => one.Change.Events.Count > 0))
        {
            var logged = one.Change.State.Logged;
            live.Changed(
                new LiveChange(logged.Desk, logged.Reference.Text) { Only = Restriction.Of(one.Guide, logged) }
            );
        }
    }
}

/// <summary>Who asked, and what had happened before to the case asked about.</summary>
internal sealed record Work(Requester Who, IReadOnlyList<CaseEvent> Before)
{
    public CaseState? Next { get; init; }

    /// <summary>The cases by which it was decided.</summary>
    public IReadOnlyList<SeenCase> Seen { get; init; } = [];
}
