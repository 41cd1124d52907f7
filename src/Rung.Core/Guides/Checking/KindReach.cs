namespace Rung.Core.Guides.Checking;

/// <summary>Which priorities cases of a kind can have: those that the guide proposes, and those that raising and lowering reach.</summary>
internal static class KindReach
{
    /// <param name="kind">One that is worked.</param>
    public static bool CanBe(Guide guide, CaseKind kind, Priority priority)
    {
        // Where no rule holds an agent chooses.
        if (kind.DefaultPriority is not { } proposed || proposed == priority.Id)
        {
            return true;
        }
        var rank = guide.Rank(priority.Id);
        return rank < guide.Rank(proposed)
            ? guide.Raise?.UpTo is not { } most || rank >= guide.Rank(most)
            : guide.Lowering?.DownTo is not { } least || rank <= guide.Rank(least);
    }
}
