using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Complaints;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Server.Pages.Words;

namespace Rung.Server.Pages.Cases.Actions;

/// <summary>From resolved to closed.</summary>
internal static class EndActions
{
    public const string OnAll = "The customers of the cases that belong to it are told as well.";

    public static IReadOnlyList<CaseAction> All { get; } =
    [
        new("rfo", "Reason for outage …", "Keep the reason for outage")
        {
            Key = "o",
            Offered = scene =>
                scene is { State: { IsLive: true, Rfo: null }, Guide.Rfo: { } rule }
                && (scene.Facts.Hold(rule.RequiredWhen) || scene.State.Promises.Any(IsOwed) || IsIncident(scene)),
            Next = scene => scene.State.Blocked is not null,
            Fields = scene =>
                [
                    Ask.Long("text", "Why the service was lost, and what is done about it") with
                    {
                        Hint = "The customer reads this: at once where it was promised, else in the closing details.",
                    },
                    Ask.ApprovedBy(scene.Guide.Rfo?.Approval ?? Need.Optional),
                ],
            Explains = scene => scene.Belonging > 0 ? OnAll : null,
            Cite = guide => guide.Rfo?.Cite,
            Command = (_, form) => new WriteRfo(form.Text("text")) { ApprovedBy = form.Maybe(Ask.Approver) },
        },
        new("resolve", "Resolve", "Resolve")
        {
            Key = "s",
            Place = ActionPlace.Bar,
            Offered = scene => scene.IsWorked,
            Next = scene => scene.State is { Condition: Condition.Assigned },
            Fields = _ =>
                [
                    Ask.Long("resolution", "What was done") with
                    {
                        Hint = "The customer reads this.",
                    },
                    Ask.One(
                        "confirmation",
                        "Confirmation",
                        [
                            ("required", "The customer confirms it"),
                            ("not-required", "Not needed: closes shortly by itself"),
                        ]
                    ),
                ],
            Cite = guide => guide.Closing.Cite,
            Explains = scene =>
                "The clock stops. Without an answer the case closes after the contact attempts that the guide names."
                + (scene.Belonging > 0 ? $" {OnAll} They stay as they are." : ""),
            Command = (_, form) =>
                new Resolve(
                    form.Text("resolution"),
                    form.Text("confirmation") == "not-required" ? Confirmation.NotRequired : Confirmation.Required
                ),
            Done = state => $"{state.Reference} is resolved",
        },
        new("confirm", "Confirmed by the customer", "Confirmed: close it")
        {
            Key = "y",
            Place = ActionPlace.Bar,
            Offered = scene =>
                scene.State
                    is { IsResolved: true, Confirmed: null }
                        or { RejectingReply: not null, Hold: null, IsResolved: false },
            Next = scene => scene.State.IsResolved || SaidAdvice.Confirming(scene.State) is not null,
            Fields = _ => [Ask.Text("text", "What they said") with { Optional = true }],
            Cite = guide => guide.Closing.Cite,
            Explains = scene =>
                scene.State.IsResolved
                    ? null
                    : "Takes the reply that sent the case back as the confirmation after all.",
            Command = (_, form) => new ConfirmResolution(form.Maybe("text")),
            Done = state =>
                state.IsClosed
                    ? $"{state.Reference} is closed"
                    : $"{state.Reference} is confirmed; something is owed before it closes",
        },
        new("reject", "Not fixed …", "Send it back to work")
        {
            Place = ActionPlace.Bar,
            Offered = scene => scene.State.IsResolved,
            Fields = _ => [Ask.Long("text", "What is still wrong")],
            Cite = guide => guide.Closing.Cite,
            Command = (_, form) => new RejectResolution(form.Text("text")),
            Done = state => $"{state.Reference} is back at work",
        },
        new("attempt", "Record a contact attempt …", "Keep the attempt")
        {
            Key = "t",
            Place = ActionPlace.Bar,
            Offered = scene =>
                scene.State is { Condition: Condition.ResolvedToConfirm, Confirmed: null }
                && scene.State.Attempts.Count < scene.Guide.Closing.Attempts.Count,
            Fields = scene =>
                [Ask.HowItCame(Channels(scene)), Ask.Text("outcome", "What came of it") with { Optional = true }],
            Explains = Attempt,
            Cite = guide => guide.Closing.Attempts.Cite,
            Command = (_, form) => new RecordAttempt(Ask.Channel(form), form.Maybe("outcome")),
        },
        new("close", "Close now", "Close now")
        {
            Offered = scene =>
                scene.State is { Condition: Condition.Resolved } or { IsResolved: true, Confirmed: not null },
            Command = (_, _) => new Close(),
            Done = state => $"{state.Reference} is closed",
        },
        new("explain", "Explain the breach …", "Keep the reason")
        {
            Offered = scene => scene.State.Missed.Count > 0,
            Fields = scene =>
                [
                    Ask.Select(
                        "target",
                        "Which target",
                        scene
                            .State.Missed.Select(missed => missed.Target)
                            .Distinct()
                            .Select(id => (id, scene.Guide.FindTarget(id)?.Name ?? id))
                    ),
                    Ask.Text("reason", "Reason"),
                    Ask.Long("text", "More about it") with
                    {
                        Optional = true,
                    },
                ],
            Command = (_, form) => new ExplainBreach(form.Text("target"), form.Text("reason"), form.Maybe("text")),
        },
    ];

    private static string Attempt(ActionScene scene)
    {
        var name = $"attempt {scene.State.Attempts.Count + 1} of {scene.Guide.Closing.Attempts.Count}";
        var next = AttemptPlan.Of(scene.Guide, scene.State).FirstOrDefault(one => one.Made is null);
        if (next is null || next.Counts <= scene.Found.Now)
        {
            return $"This is {name}. Who was telephoned is sent no reminder for it.";
        }
        var due = MomentWords.Near(next.Due, scene.Found.Now, scene.Guide.DeskCalendar.Zone);
        return $"It is kept, but is not {name}: that is due {due}, and what is done on that day counts.";
    }

    private static Channel[] Channels(ActionScene scene) =>
        scene.Guide.Closing.Attempts.Channels is { Count: > 0 } channels
            ? [.. channels]
            : [Channel.Phone, Channel.Email];

    private static bool IsOwed(Promise promise) => promise is { For: PromiseFor.Rfo, IsToDo: true };

    private static bool IsIncident(ActionScene scene) => scene.State.Links.Any(link => link.Kind == LinkKind.Child);
}
