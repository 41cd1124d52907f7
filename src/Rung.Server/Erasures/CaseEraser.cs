using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Erasures;
using Rung.Core.History;
using Rung.Server.Desk;
using Rung.Server.Retention;
using Rung.Storage;
using Rung.Storage.Cases;
using Rung.Storage.Erasures;

namespace Rung.Server.Erasures;

/// <summary>Takes words and names out of a case and of all that is kept beside it, in one transaction. UK GDPR, Article 17.</summary>
internal sealed class CaseEraser(RungDatabase database, CaseWithout without, LegalHolds holds, ErasureKeeper keeper)
{
    private const int MostTries = 8;

    public Instant Now => without.Now;

    /// <summary>Everything that was said on a case, by whomever, with its files and mails.</summary>
    /// <param name="why">In words for whoever reads the case; with nobody's name.</param>
    public Task<CaseErased> Erase(CaseReference reference, Actor by, string why) =>
        Erase(reference, new WantedErasure(by, why, null));

    /// <summary>The same, or of a case that somebody else than the person reported what they said and their name.</summary>
    public async Task<CaseErased> Erase(CaseReference reference, WantedErasure wanted)
    {
        for (var tries = 1; tries <= MostTries; tries++)
        {
            if (await database.Cases.Load(reference) is not { } history)
            {
                return new CaseErased.Refused($"There is no case {reference.Text}.");
            }
            if (await Refuses(history) is { } refusal)
            {
                return new CaseErased.Refused(refusal);
            }
            var (erasure, note) = without.Of(history, wanted);
            switch (await keeper.Case(erasure, erasure.Person is null ? note : null, Change(history)))
            {
                case ErasureResult.Done done:
                    return new CaseErased.Done(done.Counts);
                case ErasureResult.NothingLeft:
                    return new CaseErased.NothingLeft();
            }
        }
        return new CaseErased.Refused($"Case {reference.Text} changes all the time: try again.");
    }

    /// <summary>Why nothing of a case may be erased now; null: it may.</summary>
    public async Task<string?> Refuses(CaseHistory history) =>
        Erasing.Refuses(CaseState.Of(history.Events))
        ?? (
            await holds.Over(history.Events) is not null
                ? $"Case {history.Reference.Text} is under a legal hold: it has to be lifted first."
                : null
        );

    private LiveChange Change(CaseHistory history) =>
        new(history.Desk, history.Reference.Text)
        {
            Only = ImportedCase.IsOn((CaseLogged)history.Events[0]) ? Restriction.None : without.Restriction(history),
        };
}

/// <summary>Who has something erased, and why.</summary>
/// <param name="Why">In words for whoever reads the case; with nobody's name.</param>
/// <param name="Person">Whose words go; null: everybody's.</param>
internal sealed record WantedErasure(Actor By, string Why, ErasedPerson? Person);

/// <summary>What became of the erasure of a case.</summary>
internal abstract record CaseErased
{
    private CaseErased() { }

    /// <summary>On disk.</summary>
    public sealed record Done(ErasedCounts Counts) : CaseErased;

    /// <summary>It had been done before.</summary>
    public sealed record NothingLeft : CaseErased;

    /// <param name="Why">One sentence; nothing was done.</param>
    public sealed record Refused(string Why) : CaseErased;
}
