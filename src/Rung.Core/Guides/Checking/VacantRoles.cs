using Rung.Core.Guides.Reading;

namespace Rung.Core.Guides.Checking;

/// <summary>Posts that can turn out to be held by nobody: no contact, and nobody who steps in. Semantics 41.</summary>
internal static class VacantRoles
{
    public static GuideCheck Check { get; } =
        new(["roles.id", "roles.side", "roles.contact", "roles.calendar", "roles.whenVacant"], Run);

    private static void Run(CheckContext context)
    {
        foreach (
            var role in context.Guide.Roles.Where(role =>
                role.Side != RoleSide.Customer && IsVacant(context.Guide, role)
            )
        )
        {
            context.Report(
                ProblemCode.RoleVacant,
                (role, role.WhenVacant is null ? "id" : "whenVacant"),
                role.WhenVacant is null
                    ? $"nobody may hold `{role.Id}`: {(role.Contact is null ? "it has no contact" : "it has hours")}, and nobody steps in"
                    : $"nobody may hold `{role.Id}`: those who step in for it have no contact, or have hours, themselves",
                "give it a `contact`, or name in `whenVacant` a role that has one at all hours"
            );
        }
    }

    private static bool IsVacant(Guide guide, Role role)
    {
        var seen = new HashSet<string>();
        for (
            var next = role;
            next is not null && seen.Add(next.Id);
            next = guide.Roles.FirstOrDefault(one => one.Id == next.WhenVacant)
        )
        {
            if (next is { Contact: not null, Calendar: null })
            {
                return false;
            }
        }
        return true;
    }
}
