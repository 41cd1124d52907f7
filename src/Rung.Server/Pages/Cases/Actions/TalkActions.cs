using NodaTime.Text;
using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Cases.Actions;

/// <summary>What the customer said, outcomes that are no fix, and ties to other cases.</summary>
internal static class TalkActions
{
    public static IReadOnlyList<CaseAction> All { get; } =
    [
        new("said", "The customer said …", "Keep what was said")
        {
            Key = "m",
            Place = ActionPlace.Bar,
            Offered = _ => true,
            Next = scene => scene.State.Condition == Condition.OnHold,
            Fields = _ =>
                [
                    Ask.Long("text", "What they said"),
                    Ask.HowItCame(Channel.Phone, Channel.Email, Channel.InPerson, Channel.Portal),
                ],
            Explains = scene => Meaning(scene.State),
            Cite = guide => guide.Closing.NeverReopenCite,
            Command = (_, form) => new RecordReply(form.Text("text"), Ask.Channel(form)),
        },
        new("call", "Record a call …", "Keep the call")
        {
            Key = "d",
            Place = ActionPlace.Bar,
            Offered = scene => Calls(scene).Count > 0,
            Fields = _ =>
                [
                    Ask.One(
                        "outcome",
                        "What came of it",
                        [
                            (nameof(CallOutcome.Reached), "They know now"),
                            (nameof(CallOutcome.MessageLeft), "Left a message"),
                            (nameof(CallOutcome.NotReached), "Nobody was reached"),
                        ]
                    ),
                    Ask.Long("text", "What was said") with
                    {
                        Optional = true,
                    },
                ],
            Explains = scene =>
                Calls(scene) is [var first, ..] tasks
                    ? $"{CallTalk.Whom(first)}: {CallTalk.What(tasks)}. One call keeps all of it."
                    : null,
            Cite = guide => guide.Calls?.Cite,
            Command = (_, form) => new RecordCall(Outcome(form), form.Maybe("text")),
        },
        new("asked", "Asked how things stand …", "Keep the question")
        {
            Offered = scene => scene.State.IsLive,
            Fields = _ =>
                [Ask.Long("text", "What they asked"), Ask.HowItCame(Channel.Phone, Channel.Email, Channel.Portal)],
            Command = (_, form) => new RecordUpdateRequest(form.Text("text"), Ask.Channel(form)),
        },
        new("outcome", "Give an outcome …", "Tell the customer")
        {
            Offered = scene => scene.IsWorked && Outcomes(scene).Any(),
            Fields = scene =>
                [
                    Ask.One("outcome", "Outcome", Outcomes(scene).Select(one => (one.Id, one.Name))),
                    Ask.Long("text", "What the customer is told"),
                    Ask.Long("circumvention", "What they can do meanwhile") with
                    {
                        Optional = true,
                    },
                    new FieldView("expected", "Expected by", FieldType.Date) { Optional = true },
                ],
            Explains = scene =>
                "An answer that is not a fix; the guide says which cases may have it."
                + (scene.Belonging > 0 ? $" {EndActions.OnAll} They stay as they are." : ""),
            Cite = guide => guide.Dispositions is [var first, ..] ? first.Cite : null,
            Command = (_, form) =>
                new GiveDisposition(
                    form.Text("outcome"),
                    form.Text("text"),
                    form.Maybe("circumvention"),
                    Date(form.Text("expected"))
                ),
        },
        new("pass-on", "Hand over to another team …", "Hand it over")
        {
            Key = "v",
            Offered = scene =>
                scene.State.IsLive
                && !scene.Guide.IsComplaint(scene.State.Logged.Kind)
                && HandOvers.Of(scene.Guide).Count > 0,
            Fields = scene =>
                [
                    Ask.One("route", "To", HandOvers.Of(scene.Guide).Select(route => (route.Id, route.Name))),
                    Ask.Long("text", "What they ask for") with
                    {
                        Hint = "The team and the customer read this.",
                    },
                ],
            Explains = _ => "The team is told by mail, with when it was first received; the case goes on as it is.",
            Cite = guide => HandOvers.Of(guide) is [var first, ..] ? first.Cite : null,
            Command = (_, form) => new PassOn(form.Text("route"), form.Text("text")),
            Done = state => $"{state.Reference}: handed over",
        },
        new("reporter", "Change who reports it …", "Change it")
        {
            Offered = scene =>
                scene.State.IsLive && !scene.Guide.IsComplaint(scene.State.Logged.Kind) && Others(scene).Any(),
            Fields = scene =>
                [
                    Ask.Select("contact", "Who it is from now on", Others(scene).Select(one => (one.Id, one.Name))),
                    Ask.Text("reason", "Why") with
                    {
                        Hint = "The customer does not read this.",
                    },
                ],
            Explains = scene =>
                $"They are written to and rung from then on; links in mails to {scene.State.Logged.Reporter.ContactName} open nothing more.",
            Command = (_, form) => new ChangeReporter(form.Text("contact"), form.Text("reason")),
            Done = state => $"{state.Reference}: {state.Logged.Reporter.ContactName} is the reporter",
        },
        new("link", "Link to another case …", "Link")
        {
            Offered = _ => true,
            Fields = _ =>
                [
                    Ask.Text("other", "Reference of the other case"),
                    Ask.One(
                        "tie",
                        "This case",
                        [
                            ("parent", "is a call about the other, the incident"),
                            ("child", "is the incident, the other a call about it"),
                        ]
                    ),
                ],
            Command = (scene, form) =>
                new LinkTo(Reference(scene, form), form.Text("tie") == "child" ? LinkKind.Child : LinkKind.Parent),
        },
        new("unlink", "Unlink …", "Unlink")
        {
            Offered = scene => Ties(scene).Any(),
            Fields = scene =>
                [
                    Ask.Select("other", "Which case", Ties(scene).Select(link => (link.Other.Text, link.Other.Text))),
                    Ask.Text("reason", "Why it is another matter"),
                ],
            Command = (scene, form) => new Unlink(Reference(scene, form), form.Text("reason")),
        },
    ];

    private static IEnumerable<Contact> Others(ActionScene scene)
    {
        var reporter = scene.State.Logged.Reporter;
        return scene.OnFile.Where(one => (one.Name, one.Email) != (reporter.ContactName, reporter.Email));
    }

    private static IReadOnlyList<CallTask> Calls(ActionScene scene) =>
        CallTask.Of(scene.Guide, scene.State, scene.Found.Now);

    private static CallOutcome Outcome(FormValues form) =>
        Enum.TryParse<CallOutcome>(form.Text("outcome"), out var outcome) && Enum.IsDefined(outcome)
            ? outcome
            : CallOutcome.NotReached;

    private static IEnumerable<Disposition> Outcomes(ActionScene scene) =>
        scene.Guide.Dispositions.Where(one => scene.Facts.Hold(one.AppliesWhen));

    private static IEnumerable<Linked> Ties(ActionScene scene) =>
        scene.State.Links.Where(link => link.Kind is LinkKind.Parent or LinkKind.Child);

    private static string? Meaning(CaseState state) =>
        state.Condition switch
        {
            Condition.Closed when MeantCase.Follower(state) is { } next =>
                $"A closed case is never opened again: this goes to {next}, which goes on with it.",
            Condition.Closed =>
                "A closed case is never opened again: this begins a new one, linked to it, with a fresh clock.",
            Condition.Resolved or Condition.ResolvedToConfirm =>
                "Whatever they say that is not a confirmation sends the case back to work.",
            Condition.OnHold => "Their answer ends the hold.",
            _ => null,
        };

    // What is no reference stays as it was typed: the desk answers that there is no such case.
    public static CaseReference Reference(ActionScene scene, FormValues form) =>
        CaseReference.TryParse(scene.Guide.Desk.ReferencePrefix, form.Text("other"), out var reference)
            ? reference.Value
            : CaseReference.FromStored(form.Text("other"));

    private static NodaTime.LocalDate? Date(string text) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true } parsed ? parsed.Value : null;
}
