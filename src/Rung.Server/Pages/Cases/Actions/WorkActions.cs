using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Server.Pages.Words;

namespace Rung.Server.Pages.Cases.Actions;

/// <summary>Assigning, holding, waiting, priority.</summary>
internal static class WorkActions
{
    public static IReadOnlyList<CaseAction> All { get; } =
    [
        new("assign-me", "Assign to me", "Assign to me")
        {
            Key = "a",
            Place = ActionPlace.Bar,
            Offered = scene => scene.IsWorked && scene.State.Engineer != scene.Actor.Name,
            Next = scene => scene.State is { Condition: Condition.Open },
            Command = (scene, _) => new Assign(scene.Actor.Name),
            Done = state => $"{state.Reference} is yours",
        },
        new("hold", "Hold", "Put on hold")
        {
            Key = "h",
            Place = ActionPlace.Bar,
            Offered = scene => scene.IsActive && Reasons(scene).Any(),
            Fields = scene =>
                [
                    Ask.One("reason", "Why", Reasons(scene)),
                    Ask.Long("awaiting", "What is awaited, and from whom") with
                    {
                        Hint = "The customer reads this.",
                    },
                ],
            Explains = _ =>
                "The clock stands still where the guide says so; what is awaited is the evidence of the pause.",
            Cite = guide => guide.HoldReasons is [var first, ..] ? first.Cite : null,
            Command = (_, form) => new Hold(form.Text("reason"), form.Text("awaiting")),
            Done = state => $"{state.Reference} is on hold",
        },
        new("resume", "End the hold", "End the hold")
        {
            Key = "h",
            Place = ActionPlace.Bar,
            Offered = scene => scene.State.Hold is not null,
            Command = (_, _) => new Resume(),
            Done = state => $"{state.Reference} goes on",
        },
        new("priority", "Change the priority …", "Change the priority")
        {
            Key = "p",
            Offered = scene => scene.IsWorked,
            Next = scene => scene.State is { Priority: null, Condition: not Condition.Open },
            Fields = Priorities,
            Explains = scene =>
                scene.State.Priority is null
                    ? null
                    : "Raising takes the customer's agreed contact and is possible soon after logging; lowering takes the fact that makes it right.",
            Cite = guide => guide.Raise?.Cite,
            Command = (_, form) => new SetPriority(form.Text("priority"), form.Maybe("with"), form.Maybe("reason")),
            Done = state => $"{state.Reference} is {state.Priority}",
        },
        new("assign", "Assign to somebody …", "Assign")
        {
            Offered = scene => scene.IsWorked,
            Fields = scene =>
                [
                    Ask.Select(
                        "engineer",
                        "Engineer",
                        scene.People.Where(one => one.Name != scene.State.Engineer).Select(one => (one.Name, one.Name))
                    ),
                ],
            Command = (_, form) => new Assign(form.Text("engineer")),
            Done = state => $"{state.Reference} is with {state.Engineer}",
        },
        new("wait", "Wait for somebody else …", "Begin waiting")
        {
            Offered = scene => scene is { IsActive: true, State.Wait: null, Guide.WaitReasons.Count: > 0 },
            Fields = scene =>
                [
                    Ask.One("reason", "Why", scene.Guide.WaitReasons.Select(one => (one.Id, one.Name))),
                    Ask.Text("for", "Whom or what for") with
                    {
                        Optional = true,
                    },
                ],
            Explains = _ => "The case stays assigned and its clock runs on.",
            Cite = guide => guide.WaitReasons is [var first, ..] ? first.Cite : null,
            Command = (_, form) => new BeginWait(form.Text("reason"), form.Text("for")),
        },
        new("end-wait", "Waiting is over", "Waiting is over")
        {
            Offered = scene => scene.State.Wait is not null,
            Command = (_, _) => new EndWait(),
        },
        new("night-contact", "Agree contacts for the night …", "Keep for the night")
        {
            Offered = scene =>
                scene is { IsWorked: true, Guide.OutOfHours: { } night } && scene.Facts.Hold(night.ContinuesWhen),
            Fields = _ => [Ask.Text("contact", "Who is there for us"), Ask.Text("reached-by", "How we reach them")],
            Explains = scene => scene.Guide.OutOfHours?.Prompt,
            Cite = guide => guide.OutOfHours?.Cite,
            Command = (_, form) => new AgreeOutOfHoursContact(form.Text("contact"), form.Text("reached-by")),
        },
        new("flag", "Mark the case …", "Keep the mark")
        {
            Offered = scene => scene is { State.IsLive: true, Guide.Flags.Count: > 0 },
            Fields = scene =>
                [
                    Ask.One("flag", "Mark", scene.Guide.Flags.Select(one => (one.Id, one.Name))),
                    Ask.One("value", "It", [("set", "applies"), ("unset", "does not apply")]),
                    Ask.Text("reason", "Why"),
                ],
            Cite = guide => guide.Flags is [var first, ..] ? first.Cite : null,
            Command = (_, form) =>
                new SetFlag(
                    form.Text("flag"),
                    form.Text("value") == "unset" ? FlagValue.Unset : FlagValue.Set,
                    form.Text("reason")
                ),
        },
    ];

    private static IEnumerable<(string, string)> Reasons(ActionScene scene) =>
        scene
            .Guide.HoldReasons.Where(reason => scene.Facts.Hold(reason.AppliesWhen))
            .Select(reason => (reason.Id, reason.Name));

    // Who gives a priority is told beforehand when its time is over already (semantics 14).
    private static string Late(ActionScene scene, string priority)
    {
        var (state, now) = (scene.State, scene.Found.Now);
        return
            priority != state.Priority
            && ClockReader.PrimaryIf(scene.Guide, state, priority, now) is { RecordedMiss: null, MissedAt: { } over }
            ? $" (was due {MomentWords.Near(over, now, scene.Guide.DeskCalendar.Zone)}: late on arrival)"
            : "";
    }

    private static IReadOnlyList<Forms.FieldView> Priorities(ActionScene scene)
    {
        var priority = Ask.One(
            "priority",
            "Priority",
            scene.Guide.Priorities.Select(one => (one.Id, $"{one.Id} · {one.Name}{Late(scene, one.Id)}"))
        );
        var options = priority.Options.Select(option => option with { Chosen = option.Value == scene.State.Priority });
        return
        [
            priority with
            {
                Options = [.. options],
            },
            Ask.Text("with", "Customer's contact who agreed") with
            {
                Optional = true,
                Hint = "Needed to raise it.",
            },
            Ask.Text("reason", "Reason") with
            {
                Optional = true,
                Hint = "Needed to lower it.",
            },
        ];
    }
}
