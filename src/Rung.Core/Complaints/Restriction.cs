using Rung.Core.Cases;
using Rung.Core.Guides;

namespace Rung.Core.Complaints;

/// <summary>
/// Who may see a complaint: the posts that the guide names, and never whom it is about. For everybody else it does not
/// exist, on pages, in the API, in lists and in counts. ESS-93.
/// </summary>
/// <param name="Roles">Ids of the posts that may; empty: all, since it is no complaint.</param>
/// <param name="NotFor">Name of the person complained of, as <see cref="Key"/> writes it; empty: none was named.</param>
public sealed record Restriction(IReadOnlyList<string> Roles, string NotFor)
{
    /// <summary>What holds for every case that is no complaint.</summary>
    public static Restriction None { get; } = new([], "");

    /// <param name="guide">The version that the case is under: moved to another, it may be seen by others.</param>
    public static Restriction Of(Guide guide, CaseLogged logged)
    {
        if (!logged.IsComplaint())
        {
            return None;
        }
        var about = logged.Complaint?.AboutRole;
        var roles = PostsOf(guide).Where(role => role != about).ToList();
        // A guide whose only post is the one complained of leaves it to nobody, not to everybody.
        return new Restriction(roles.Count == 0 ? [Actor.SystemRole] : roles, Key(logged.Complaint?.About));
    }

    /// <summary>The posts that may see complaints, were none about them: those that the guide names, else all of the provider's.</summary>
    public static IReadOnlyList<string> PostsOf(Guide guide) =>
        guide.Complaints?.VisibleTo is { Count: > 0 } named
            ? named
            : [Actor.AgentRole, .. guide.Roles.Where(role => role.Side == RoleSide.Provider).Select(role => role.Id)];

    /// <summary>Whether somebody may know of the case at all. The desk itself handles all that falls due.</summary>
    public bool Allows(Actor who) =>
        who.Role == Actor.SystemRole
        || ((Roles.Count == 0 || Roles.Contains(who.Role)) && (NotFor.Length == 0 || Key(who.Name) != NotFor));

    /// <summary>A name as names are compared: in one case, with single spaces.</summary>
    public static string Key(string? name) =>
        string.Join(' ', (name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}
