using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Time;
using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Cases.Actions;

/// <summary>What is decided within the provider about an escalation: requests, the resolution plan, levels. SMC-29 to SMC-41.</summary>
internal static class PlanActions
{
    public static IReadOnlyList<CaseAction> All { get; } =
    [
        new("decide-escalation", "Decide on the request …", "Keep the decision")
        {
            Place = ActionPlace.Bar,
            Offered = scene => scene.State is { EscalationPending: not null, IsLive: true },
            Next = scene => scene.State.EscalationPending is { } asked && scene.MayAct([asked.DecidedBy]),
            Fields = scene =>
                [
                    Ask.One(
                        "verdict",
                        "Decision",
                        [("Approved", "Approved: the level is entered"), ("Rejected", "Not approved")]
                    ),
                    Ask.Long("rationale", "Why") with
                    {
                        Hint = "The customer reads this.",
                        Optional = Pending(scene)?.Decision?.Rationale != Need.Required,
                    },
                ],
            Explains = scene =>
                scene.State.EscalationPending is { } asked
                    ? $"{asked.From ?? "The customer"} asks for level {asked.Level}; {scene.Guide.RoleTitle(asked.DecidedBy)} decides."
                    : null,
            Command = (_, form) =>
                new DecideEscalation(
                    form.Text("verdict") == "Rejected" ? RequestVerdict.Rejected : RequestVerdict.Approved,
                    form.Maybe("rationale")
                ),
            Done = state => $"{state.Reference}: the request is decided",
        },
        new("plan-step", "Plan a step …", "Keep the step")
        {
            Offered = scene => scene.State.Escalation is not null,
            Fields = scene =>
                [
                    .. EscalationActions.Which(scene),
                    Ask.Text("what", "What is done"),
                    Ask.Text("who", "By whom"),
                    Ask.Text("due", "By when") with
                    {
                        Hint = $"By the clock of {TypedMoment.ZoneOf(scene).Id}: 16:30, or 2027-03-28 04:00.",
                    },
                ],
            Explains = _ => "A step of the resolution plan, beside the communication plan. A missed one is alerted.",
            Cite = Cite,
            Command = (scene, form) =>
                new PlanStep(
                    form.Text("what"),
                    form.Text("who"),
                    TypedMoment.Of(scene, form.Text("due")) ?? TypedMoment.Wrong
                )
                {
                    About = EscalationActions.About(scene, form),
                },
            Done = state => $"{state.Reference}: the step is planned",
        },
        new("step-done", "A step is done …", "Keep it")
        {
            Offered = scene => Open(scene).Any(),
            Fields = scene =>
                [
                    Ask.Select("step", "Which step", Open(scene)),
                    Ask.Text("text", "What came of it") with
                    {
                        Optional = true,
                    },
                ],
            Cite = Cite,
            Command = (scene, form) =>
            {
                var (step, about) = Climbing.Chosen(scene, form, "step");
                return new CompleteStep(step, form.Maybe("text")) { About = about };
            },
            Done = state => $"{state.Reference}: the step is done",
        },
        new("drop-step", "Drop a step …", "Drop it")
        {
            Offered = scene => Open(scene).Any(),
            Fields = scene => [Ask.Select("step", "Which step", Open(scene)), Ask.Text("reason", "Why")],
            Cite = Cite,
            Command = (scene, form) =>
            {
                var (step, about) = Climbing.Chosen(scene, form, "step");
                return new DropStep(step, form.Text("reason")) { About = about };
            },
            Done = state => $"{state.Reference}: the step is dropped",
        },
        new("check-owner", "Check the process …", "Keep what was found")
        {
            Offered = scene => Above(scene).Any(),
            Fields = scene =>
                [
                    Ask.Select("level", "Level", Above(scene)),
                    Ask.One("result", "The owner", [("Followed", "follows the process"), ("NotFollowed", "does not")]),
                    Ask.Long("text", "What was found"),
                ],
            Explains = _ => "Executives see to it that the owner follows the process, and say what they found.",
            Command = (scene, form) =>
            {
                var (level, about) = Climbing.Chosen(scene, form, "level");
                var found = form.Text("result") == "NotFollowed" ? ProcessCheck.NotFollowed : ProcessCheck.Followed;
                return new CheckOwner(level, found, form.Text("text")) { About = about };
            },
            Done = state => $"{state.Reference}: the check is kept",
        },
        new("step-down", "Go down a level …", "Go down a level")
        {
            Offered = scene => GoDown(scene).Any(),
            Fields = scene => [.. EscalationActions.Which(scene), Ask.Long("text", "Why")],
            Explains = scene => string.Join(' ', GoDown(scene).Select(ladder => ladder.StepDown!.Says).Distinct()),
            Command = (scene, form) =>
                new StepDownLevel(form.Text("text")) { About = EscalationActions.About(scene, form) },
            Done = state => $"{state.Reference} is at level {state.Escalation?.Level}",
        },
        new("delay-level", "Put off a level …", "Put it off")
        {
            Offered = scene => Delayable(scene).Any(),
            Fields = scene =>
                [
                    Ask.Select("level", "Level", Delayable(scene)),
                    Ask.Text("until", "Until") with
                    {
                        Hint = $"By the clock of {TypedMoment.ZoneOf(scene).Id}: 16:30, or 2027-03-28 04:00.",
                    },
                    Ask.Text("reason", "Why"),
                ],
            Explains = _ =>
                "The owner may put off a level that would be entered by itself, for as long as the guide allows.",
            Command = (scene, form) =>
            {
                var (level, about) = Climbing.Chosen(scene, form, "level");
                var until = TypedMoment.Of(scene, form.Text("until")) ?? TypedMoment.Wrong;
                return new DelayLevel(level, until, form.Text("reason")) { About = about };
            },
            Done = state => $"{state.Reference}: the level is put off",
        },
    ];

    private static Ladder? Pending(ActionScene scene) => scene.Guide.Ladder(scene.State.EscalationPending?.Ladder);

    private static string? Cite(Guide guide) => guide.PromiseRule(PromiseFor.ResolutionStep)?.Cite;

    private static IEnumerable<Ladder> GoDown(ActionScene scene) =>
        Climbing
            .Active(scene)
            .Where(one => one.Level > 1)
            .Select(one => scene.Guide.Ladder(one.Ladder))
            .OfType<Ladder>()
            .Where(ladder => ladder.StepDown is not null);

    private static IEnumerable<(string, string)> Open(ActionScene scene) =>
        Climbing.Each(
            scene,
            (one, _) =>
                one
                    .Steps.Where(step => step.IsToDo)
                    .Select(step => (step.Step!.Number, $"{step.Step.Number}: {step.Step.What}, {step.Step.Who}"))
        );

    private static IEnumerable<(string, string)> Above(ActionScene scene) =>
        Climbing.Levels(
            scene,
            (one, ladder) =>
                EngageActions.BroughtIn(one, ladder).Where(level => level.Number > (ladder.StickyOwnerLevel ?? 1))
        );

    private static IEnumerable<(string, string)> Delayable(ActionScene scene) =>
        Climbing.Levels(
            scene,
            (one, ladder) =>
                scene.Actor.Role != one.Owner?.Role
                    ? []
                    : ladder
                        .Levels.Where(level => one.Entered.All(entered => entered.Level != level.Number))
                        .Where(level => level.Entries.Any(entry => entry is Entry.ByOwner { MayDelay: Allowance }))
        );
}
