using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Cases.Actions;

/// <summary>One escalation over several cases of a customer: which it covers, and why. </summary>
internal static class CoverActions
{
    public static IReadOnlyList<CaseAction> All { get; } =
    [
        new("cover", "Cover another case …", "Cover it")
        {
            Key = "b",
            Place = ActionPlace.Bar,
            Offered = scene =>
                scene.State.Escalation is { IsAsked: true } && scene.State.IsLive && scene.OpenCases.Count > 0,
            Fields = scene =>
                [
                    Ask.Select(
                        "other",
                        "Which of this customer's cases",
                        scene.OpenCases.Select(row => (row.Reference.Text, $"{row.Reference}: {row.Subject}"))
                    ),
                    Ask.Text("reason", "Why it belongs to the escalation"),
                ],
            Explains = _ =>
                "Levels, plan and call-backs are then for both, and the customer is told once. Each case keeps its own target.",
            Cite = Cite,
            Command = (scene, form) =>
                new LinkTo(TalkActions.Reference(scene, form), LinkKind.Covers) { Reason = form.Text("reason") },
            Done = state => $"{state.Reference}: the escalation covers {Covered(state)}",
        },
        new("uncover", "Take a case out of the escalation …", "Take it out")
        {
            Offered = scene => Ties(scene).Any(),
            Fields = scene =>
                [
                    Ask.Select("other", "Which case", Ties(scene).Select(link => (link.Other.Text, link.Other.Text))),
                    Ask.Text("reason", "Why it belongs to it no more"),
                ],
            Cite = Cite,
            Command = (scene, form) =>
            {
                var other = TalkActions.Reference(scene, form);
                var tie = Ties(scene).FirstOrDefault(link => link.Other == other);
                return new Unlink(other, form.Text("reason")) { Kind = tie?.Kind ?? LinkKind.Covers };
            },
        },
    ];

    private static IEnumerable<Linked> Ties(ActionScene scene) =>
        scene.State.Links.Where(link => link.Kind is LinkKind.Covers or LinkKind.CoveredBy);

    private static string Covered(CaseState state) =>
        string.Join(", ", state.Links.Where(link => link.Kind == LinkKind.Covers).Select(link => link.Other.Text));

    private static string? Cite(Guide guide) => guide.Ladders is [var ladder, ..] ? ladder.Cite : null;
}
