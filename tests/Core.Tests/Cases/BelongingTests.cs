using Rung.Core.Cases;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>What the cases around one say together: nothing is a part of its own parts. Semantics 38.</summary>
public sealed class BelongingTests
{
    private static readonly CaseReference A = CaseReference.FromNumber("R", 101);
    private static readonly CaseReference B = CaseReference.FromNumber("R", 102);
    private static readonly CaseReference C = CaseReference.FromNumber("R", 103);

    private readonly Dictionary<CaseReference, CaseState> _known = [];

    // A belongs to B, and B to C.
    public BelongingTests()
    {
        Add(A, new LinkTo(B, LinkKind.Parent));
        Add(B, new LinkTo(A, LinkKind.Child), new LinkTo(C, LinkKind.Parent));
        Add(C, new LinkTo(B, LinkKind.Child));
    }

    [Fact]
    public void Semantics_38_No_case_becomes_a_part_of_its_own_parts_from_whichever_side()
    {
        Assert.StartsWith($"{A} is part of this case", Refusal(C, new LinkTo(A, LinkKind.Parent))!.Sentence);
        Assert.StartsWith($"This case is part of {C}", Refusal(A, new LinkTo(C, LinkKind.Child))!.Sentence);
        Assert.Null(Refusal(A, new LinkTo(C, LinkKind.Parent)));
        Assert.Null(Refusal(C, new LinkTo(A, LinkKind.Child)));
        Assert.Null(Refusal(A, new Unlink(B, "Another fault")));
    }

    [Fact]
    public void A_link_is_decided_by_all_that_the_incident_belongs_to()
    {
        var under = new LinkTo(A, LinkKind.Parent);
        var late = SimulatedCase.Log("2026-12-14 10:00").State;

        Assert.Equal([A, B, C], TiedCases.Around(late, under, Known));
        Assert.Equal([A], TiedCases.Of(late, under, Known));
        // What is not known is asked for, one link at a time.
        _known.Remove(B);
        Assert.Equal([A, B], TiedCases.Around(late, under, Known));
    }

    [Fact]
    public void What_is_told_on_an_incident_is_told_on_each_part_once_though_some_make_a_ring()
    {
        Add(A, new LinkTo(B, LinkKind.Parent), new LinkTo(C, LinkKind.Child));
        var update = new SendUpdate("News");

        Assert.Equal([B, A], TiedCases.Around(_known[C], update, Known));
        Assert.Equal([B, A], TiedCases.Of(_known[C], update, Known));
        Assert.Empty(TiedCases.Around(_known[C], new AddNote("Inside"), Known));
    }

    private Refusal? Refusal(CaseReference on, CaseCommand command) => TiedCases.Refuses(_known[on], command, Known);

    private CaseState? Known(CaseReference reference) => _known.GetValueOrDefault(reference);

    private void Add(CaseReference reference, params LinkTo[] links)
    {
        var made = SimulatedCase.Log("2026-12-14 10:00");
        foreach (var link in links)
        {
            made.Do(link);
        }
        List<CaseEvent> events = [((CaseLogged)made.Events[0]) with { Reference = reference }, .. made.Events.Skip(1)];
        _known[reference] = CaseState.Of(events);
    }
}
