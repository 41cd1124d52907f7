using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Storage.Accounts;

namespace Rung.Server.Accounts;

/// <summary>What an account can be: the roles that every desk has, and those of the provider in the desk's guide.</summary>
internal static class AccountRole
{
    /// <summary>Gives out accounts, roles and tokens, of the whole installation; sees no case by that.</summary>
    public const string Administrator = "administrator";

    /// <summary>Reads what the desk reads, and changes nothing.</summary>
    public const string Auditor = "auditor";

    /// <summary>What makes an administrator: the role at every desk. At one desk it is nothing.</summary>
    public static Right OfInstallation { get; } = new(Right.EveryDesk, Administrator);

    /// <summary>The roles in which somebody is at a desk, by id and title, the usual one first.</summary>
    public static IReadOnlyList<(string Id, string Title)> AtDesk(Guide guide) =>
        [
            (Actor.AgentRole, "Agent"),
            .. guide.Roles.Where(role => role.Side == RoleSide.Provider).Select(role => (role.Id, role.Title)),
            (Auditor, "Auditor"),
        ];

    /// <summary>Those of them that these rights hold.</summary>
    public static IReadOnlyList<(string Id, string Title)> Held(Guide guide, IReadOnlyList<Right> rights) =>
        [.. AtDesk(guide).Where(role => rights.Any(right => right.Role == role.Id && right.IsAt(guide.Document.Id)))];

    /// <summary>Whether a right can be given: the desk exists, and has the role.</summary>
    public static bool Exists(Right right, IReadOnlyList<Guide> desks) =>
        right.Desk == Right.EveryDesk
            ? right.Role is Administrator or Auditor or Actor.AgentRole
            : desks.Any(guide => guide.Document.Id == right.Desk && AtDesk(guide).Any(role => role.Id == right.Role));

    /// <summary>"Agent at every desk", "Complaint Handler at the Schools Desk", "Administrator".</summary>
    public static string Words(Right right, IReadOnlyList<Guide> desks)
    {
        if (right == OfInstallation)
        {
            return "Administrator of this installation";
        }
        var guide = desks.FirstOrDefault(one => one.Document.Id == right.Desk);
        var title = AtDesk(guide ?? desks[0]).FirstOrDefault(role => role.Id == right.Role).Title ?? right.Role;
        var where = right.Desk == Right.EveryDesk ? "every desk" : guide?.Desk.Name ?? right.Desk;
        return $"{title} at {where}";
    }
}
