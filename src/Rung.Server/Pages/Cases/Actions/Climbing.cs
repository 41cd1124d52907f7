using System.Globalization;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Cases.Actions;

/// <summary>
/// A level or a step to choose, of every escalation that goes on: where several do, each is named with its ladder, and what is
/// chosen says of which it is. The one that the case is worked by stands first.
/// </summary>
internal static class Climbing
{
    // Between the number of an escalation and that of its level or step.
    private const char Within = '/';

    /// <summary>The levels of each that are meant here.</summary>
    public static IEnumerable<(string, string)> Levels(
        ActionScene scene,
        Func<Escalation, Ladder, IEnumerable<Level>> which
    ) =>
        Each(
            scene,
            (one, ladder) =>
                which(one, ladder).Select(level => (level.Number, $"{level.Name}: {scene.Guide.RoleTitle(level.Role)}"))
        );

    /// <summary>What of each can be chosen by its number.</summary>
    public static IEnumerable<(string, string)> Each(
        ActionScene scene,
        Func<Escalation, Ladder, IEnumerable<(int Number, string Name)>> which
    )
    {
        var active = Active(scene);
        return active
            .Select(one => (One: one, Ladder: scene.Guide.Ladder(one.Ladder)))
            .Where(each => each.Ladder is not null)
            .SelectMany(each =>
                which(each.One, each.Ladder!)
                    .Select(option =>
                        active.Count == 1
                            ? ($"{option.Number}", option.Name)
                            : ($"{each.One.Number}{Within}{option.Number}", $"{each.Ladder!.Name}, {option.Name}")
                    )
            );
    }

    /// <summary>Those that go on.</summary>
    public static IReadOnlyList<Escalation> Active(ActionScene scene) =>
        [
            .. scene
                .State.Escalations.Where(one => one.IsActive)
                .OrderBy(one => one.Number == scene.State.Escalation?.Number ? 0 : one.Number),
        ];

    /// <returns>The number that was chosen, 0 for none, and the escalation it is of; null: the one that the case is worked by.</returns>
    public static (int Number, int? About) Chosen(ActionScene scene, FormValues form, string name)
    {
        var typed = form.Text(name).Split(Within);
        return (Whole(typed[^1]) ?? 0, typed.Length > 1 ? EscalationActions.Other(scene, Whole(typed[0])) : null);
    }

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
