using Rung.Core.Cases;
using Rung.Storage.Cases;

namespace Rung.Server.Desk;

/// <summary>Where what is said about a closed case belongs, so that a second answer to it begins no third case. ESS-53.</summary>
internal static class ContinuedCase
{
    /// <summary>The case itself while it is open, else the last of those that go on with it.</summary>
    /// <param name="find">Null: there is no such case, or none for whoever asks.</param>
    public static async Task<CaseHistory> Of(CaseHistory asked, Func<CaseReference, Task<CaseHistory?>> find)
    {
        var (at, seen) = (asked, new HashSet<CaseReference>());
        while (seen.Add(at.Reference) && Next(at) is { } next && await find(next) is { } follower)
        {
            at = follower;
        }
        return at;
    }

    private static CaseReference? Next(CaseHistory at)
    {
        var state = CaseState.Of(at.Events);
        return state.IsClosed ? state.Links.LastOrDefault(link => link.Kind == LinkKind.ContinuedBy)?.Other : null;
    }
}
