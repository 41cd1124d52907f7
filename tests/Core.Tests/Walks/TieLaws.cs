using Rung.Core.Cases;
using Rung.Core.Escalations;
using Xunit;

namespace Rung.Core.Tests.Walks;

/// <summary>What holds of cases that are tied together, at every moment of a walk. Semantics 24 and 38, ESS-83, SMC-39.</summary>
internal static class TieLaws
{
    /// <param name="all">Every case there is, by its reference.</param>
    public static void Check(IReadOnlyDictionary<CaseReference, CaseState> all)
    {
        foreach (var state in all.Values)
        {
            Assert.True(
                state.Links.Count(link => link.Kind == LinkKind.Parent) <= 1,
                $"{state.Reference} has two parents"
            );
            Assert.Equal(state.Links.Count, state.Links.DistinctBy(link => (link.Other, link.Kind)).Count());
            foreach (var link in state.Links)
            {
                Assert.True(
                    all[link.Other].Links.Any(back => back.Other == state.Reference && back.Kind == Mirror(link.Kind)),
                    $"{state.Reference}: {link.Kind} {link.Other} is on one of them only"
                );
            }
            NoRing(state, all);
            Covered(state, all);
        }
    }

    private static void NoRing(CaseState from, IReadOnlyDictionary<CaseReference, CaseState> all)
    {
        var above = 0;
        for (var at = from; Parent(at) is { } parent; at = all[parent])
        {
            Assert.True(++above < all.Count && parent != from.Reference, $"{from.Reference} belongs to itself");
        }
    }

    private static CaseReference? Parent(CaseState state) =>
        state.Links.FirstOrDefault(link => link.Kind == LinkKind.Parent)?.Other;

    // Levels, plan and call-backs are the leading case's alone, as long as its escalation goes on.
    private static void Covered(CaseState state, IReadOnlyDictionary<CaseReference, CaseState> all)
    {
        var leads = state.Links.Where(link => link.Kind == LinkKind.CoveredBy).ToList();
        Assert.True(leads.Count <= 1, $"{state.Reference} is covered twice");
        foreach (var link in leads)
        {
            Assert.DoesNotContain(state.Escalations, one => one is { IsActive: true, IsAsked: true });
            var covering = all[link.Other].Escalations.Where(one => one.IsActive && Covers(one, state.Reference));
            Assert.True(Assert.Single(covering).IsAsked);
        }
        foreach (var one in state.Escalations)
        {
            foreach (var covered in one.Covers.Where(covered => covered.Until is null))
            {
                Assert.True(one.IsActive, $"{state.Reference}: what has ended covers {covered.Reference}");
                Assert.Equal(state.Reference, all[covered.Reference].CoveredBy);
            }
        }
    }

    private static bool Covers(Escalation one, CaseReference other) =>
        one.Covers.Any(covered => covered.Reference == other && covered.Until is null);

    private static LinkKind Mirror(LinkKind kind) =>
        kind switch
        {
            LinkKind.Parent => LinkKind.Child,
            LinkKind.Child => LinkKind.Parent,
            LinkKind.Continues => LinkKind.ContinuedBy,
            LinkKind.ContinuedBy => LinkKind.Continues,
            LinkKind.Covers => LinkKind.CoveredBy,
            _ => LinkKind.Covers,
        };
}
