using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Erasures;
using Rung.Core.History;
using Rung.Server.Desk;
using Rung.Storage.Cases;
using Rung.Storage.Erasures;
using Rung.Storage.Queue;
using Rung.Storage.Search;

namespace Rung.Server.Erasures;

/// <summary>A case as it is to be kept when words and names are gone from it.</summary>
internal sealed class CaseWithout(DeskRegister desks, DeskClock clock)
{
    // Nobody looks for the mark.
    private static IReadOnlyList<SearchTerm> Marks { get; } = SearchText.Words(Erasing.Mark);

    public (CaseErasure Erasure, ErasureNote Note) Of(CaseHistory history, WantedErasure wanted)
    {
        var now = clock.Now();
        var part = Part(history, wanted);
        var erasing = new Erasing(desks.VersionsOf(history.Desk));
        var events = part is null ? erasing.Of(history.Events) : erasing.Of(history.Events, part);
        var happened = new Erased(part is null ? ErasedOf.Everybody : ErasedOf.OnePerson, wanted.Why)
        {
            At = now,
            RecordedAt = now,
            By = wanted.By,
        };
        var left = SearchTerms.Of(events).Except(Marks).ToList();
        var erasure = new CaseErasure(history.Id, history.Version, events, happened, Row([.. events, happened], now))
        {
            Person = part,
            Papers = part is null ? [] : [.. Papers(history.Events, events)],
            Gone = [.. SearchTerms.Of(history.Events).Except(left)],
            Left = left,
        };
        return (
            erasure,
            new ErasureNote(history.Desk, ErasureKind.Case, history.Reference.Text, now, wanted.By, wanted.Why)
        );
    }

    public Instant Now => clock.Now();

    /// <summary>Whether a case has something of somebody's.</summary>
    public static bool Has(CaseHistory history, ErasedPerson person) =>
        person.Is(ReporterChanged.ReporterOf(history.Events)) || Erasing.Has(history.Events, person);

    /// <summary>Who may know of the case.</summary>
    public Restriction Restriction(CaseHistory history) =>
        Core.Complaints.Restriction.Of(desks.GuideOf(history), (CaseLogged)history.Events[0]);

    /// <summary>Whose words alone go; null: everybody's, since the case is theirs.</summary>
    private static ErasedPerson? Part(CaseHistory history, WantedErasure wanted) =>
        wanted.Person is { } person && !person.Is(ReporterChanged.ReporterOf(history.Events)) ? person : null;

    private QueueRow Row(IReadOnlyList<CaseEvent> events, Instant now)
    {
        var state = CaseState.Of(events);
        return ImportedCase.IsOn(state.Logged)
            ? ImportedRows.Of(state.Logged, state.Condition, now)
            : QueueRows.Of(desks.Pinned(state.Logged.Desk, state.GuideVersion), state, [], now);
    }

    // The files whose names went.
    private static IEnumerable<string> Papers(IReadOnlyList<CaseEvent> before, IReadOnlyList<CaseEvent> after) =>
        before
            .Zip(after)
            .SelectMany(pair => CasePapers.Of(pair.First).Except(CasePapers.Of(pair.Second)))
            .Select(paper => paper.Hash);
}
