using Rung.Core.Guides.Reading;

namespace Rung.Core.Guides.Checking;

/// <summary>
/// Some ids of roles mean the same at every desk: a guide that gave one to a post of its own would make whoever has that post
/// something else too.
/// </summary>
internal static class ReservedRoles
{
    // The first two are given out with accounts; the last two act, and nobody has them.
    private static readonly string[] Reserved = ["administrator", "auditor", "system", "nobody"];

    public static GuideCheck Check { get; } = new(["roles.id"], Run);

    private static void Run(CheckContext context)
    {
        foreach (var role in context.Guide.Roles.Where(role => Reserved.Contains(role.Id)))
        {
            context.Report(
                ProblemCode.ReservedRole,
                (role, "id"),
                $"`{role.Id}` means something at every desk already, and is no post of a guide's",
                "choose another id"
            );
        }
    }
}
