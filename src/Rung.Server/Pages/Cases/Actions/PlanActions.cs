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
                ),
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
            Command = (_, form) => new CompleteStep(form.Number("step") ?? 0, form.Maybe("text")),
            Done = state => $"{state.Reference}: the step is done",
        },
        new("drop-step", "Drop a step …", "Drop it")
        {
            Offered = scene => Open(scene).Any(),
            Fields = scene => [Ask.Select("step", "Which step", Open(scene)), Ask.Text("reason", "Why")],
            Cite = Cite,
            Command = (_, form) => new DropStep(form.Number("step") ?? 0, form.Text("reason")),
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
            Command = (_, form) =>
                new CheckOwner(
                    form.Number("level") ?? 0,
                    form.Text("result") == "NotFollowed" ? ProcessCheck.NotFollowed : ProcessCheck.Followed,
                    form.Text("text")
                ),
            Done = state => $"{state.Reference}: the check is kept",
        },
        new("step-down", "Go down a level …", "Go down a level")
        {
            Offered = scene => scene.Ladder is { StepDown: not null } && scene.State.Escalation is { Level: > 1 },
            Fields = _ => [Ask.Long("text", "Why")],
            Explains = scene => scene.Ladder?.StepDown?.Says,
            Command = (_, form) => new StepDownLevel(form.Text("text")),
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
                new DelayLevel(
                    form.Number("level") ?? 0,
                    TypedMoment.Of(scene, form.Text("until")) ?? TypedMoment.Wrong,
                    form.Text("reason")
                ),
            Done = state => $"{state.Reference}: the level is put off",
        },
    ];

    private static Ladder? Pending(ActionScene scene) => scene.Guide.Ladder(scene.State.EscalationPending?.Ladder);

    private static string? Cite(Guide guide) => guide.PromiseRule(PromiseFor.ResolutionStep)?.Cite;

    private static IEnumerable<(string, string)> Open(ActionScene scene) =>
        (scene.State.Escalation?.Steps ?? [])
            .Where(step => step.IsToDo)
            .Select(step => ($"{step.Step!.Number}", $"{step.Step.Number}: {step.Step.What}, {step.Step.Who}"));

    private static IEnumerable<(string, string)> Above(ActionScene scene)
    {
        if (scene.State.Escalation is not { } one || scene.Ladder is not { } ladder)
        {
            return [];
        }
        return ladder
            .Levels.Where(level => level.Number > (ladder.StickyOwnerLevel ?? 1))
            .Where(level => level.Number <= one.Level || one.Engagements.Any(engaged => engaged.Level == level.Number))
            .Select(level => ($"{level.Number}", $"{level.Name}: {scene.Guide.RoleTitle(level.Role)}"));
    }

    private static IEnumerable<(string, string)> Delayable(ActionScene scene) =>
        scene.State.Escalation is not { } one || scene.Actor.Role != one.Owner?.Role
            ? []
            : (scene.Ladder?.Levels ?? [])
                .Where(level => one.Entered.All(entered => entered.Level != level.Number))
                .Where(level => level.Entries.Any(entry => entry is Entry.ByOwner { MayDelay: Allowance }))
                .Select(level => ($"{level.Number}", $"{level.Name}: {scene.Guide.RoleTitle(level.Role)}"));
}
