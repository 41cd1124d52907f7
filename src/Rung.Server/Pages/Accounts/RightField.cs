using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Accounts;
using Rung.Server.Pages.Forms;
using Rung.Storage.Accounts;

namespace Rung.Server.Pages.Accounts;

/// <summary>The field that asks which role at which desk.</summary>
internal static class RightField
{
    public const string Name = "right";

    private static readonly Right[] Everywhere =
    [
        new(Right.EveryDesk, Actor.AgentRole),
        new(Right.EveryDesk, AccountRole.Auditor),
    ];

    public static FieldView Of(IReadOnlyList<Guide> desks, params IReadOnlyList<Right> besides) =>
        new(Name, "Role", FieldType.Select)
        {
            Options =
            [
                .. Everywhere
                    .Concat(desks.SelectMany(AtDesk))
                    .Concat(besides)
                    .Select(right => new OptionView(Value(right), AccountRole.Words(right, desks))),
            ],
        };

    /// <summary>What was chosen; null: nothing that can be given.</summary>
    public static Right? Read(FormValues form, IReadOnlyList<Guide> desks) =>
        form.Text(Name).Split(' ') is [var desk, var role]
        && new Right(desk, role) is var right
        && AccountRole.Exists(right, desks)
            ? right
            : null;

    public static string Value(Right right) => $"{right.Desk} {right.Role}";

    private static IEnumerable<Right> AtDesk(Guide guide) =>
        AccountRole.AtDesk(guide).Select(role => new Right(guide.Document.Id, role.Id));
}
