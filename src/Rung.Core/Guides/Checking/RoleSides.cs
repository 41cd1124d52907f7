using Rung.Core.Guides.Reading;

namespace Rung.Core.Guides.Checking;

/// <summary>
/// Whoever sets a priority acts at the desk, and whoever agrees to a raise speaks for the customer: with the sides changed over
/// nobody could do either. ESS-43, ESS-44.
/// </summary>
internal static class RoleSides
{
    public static GuideCheck Check { get; } =
        new(["roles.id", "roles.side", "raise.by", "raise.with", "lower.by"], Run);

    private static void Run(CheckContext context)
    {
        if (context.Guide.Raise is { } raise)
        {
            Acts(context, (raise, "by"), raise.By);
            Agrees(context, raise);
        }
        if (context.Guide.Lowering is { } lower)
        {
            Acts(context, (lower, "by"), lower.By);
        }
    }

    private static void Acts(CheckContext context, (object Part, string Key) at, IReadOnlyList<string> by)
    {
        if (
            by.Select(id => Of(context, id)).FirstOrDefault(role => role is { Side: not RoleSide.Provider }) is { } role
        )
        {
            context.Report(
                ProblemCode.WrongSide,
                at,
                $"`{role.Id}` is no post of the provider's: nobody who acts at the desk has it",
                "name a role with `side: provider`"
            );
        }
    }

    private static void Agrees(CheckContext context, PriorityRaise raise)
    {
        if (raise.With is { } with && Of(context, with) is { Side: not RoleSide.Customer } role)
        {
            context.Report(
                ProblemCode.WrongSide,
                (raise, "with"),
                $"`{role.Id}` is no part that somebody of the customer's plays: no contact has it",
                "name a role with `side: customer`"
            );
        }
    }

    private static Role? Of(CheckContext context, string id) =>
        context.Guide.Roles.FirstOrDefault(role => role.Id == id);
}
