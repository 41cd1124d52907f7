using NodaTime.Text;
using Rung.Core.Complaints;
using Rung.Core.Guides;
using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Cases.Actions;

/// <summary>What is done to a complaint: confirmed, held, answered, taken to the management. ESS-91, ESS-92, R38.</summary>
internal static class ComplaintActions
{
    // A complaint has no priority, climbs no ladder, is resolved by its answer and is tied to no other case.
    private static readonly HashSet<string> NotFor =
    [
        "resolve",
        "priority",
        "outcome",
        "link",
        "escalate",
        "ask-to-escalate",
        "note-approach",
        "urgency",
        "flag",
        "night-contact",
    ];

    public static IReadOnlyList<CaseAction> All { get; } =
    [
        new("acknowledge-complaint", "Confirm that it has arrived …", "Tell the customer")
        {
            Place = ActionPlace.Bar,
            Offered = scene =>
                IsOpen(scene) && scene.State.Complaint is null or { Acknowledged: null, HoldingReplies.Count: 0 },
            Fields = _ => [Ask.Long("text", "What the customer is told"), How()],
            Cite = guide => guide.Complaints?.Cite,
            Command = (_, form) => new AcknowledgeComplaint(form.Text("text"), Ask.Channel(form)),
            Done = state => $"{state.Reference}: the customer knows that it has arrived",
        },
        new("holding-reply", "Holding reply …", "Send the holding reply")
        {
            Key = "w",
            Place = ActionPlace.Bar,
            Offered = IsOpen,
            Fields = scene =>
                [
                    Ask.Long("text", "What the customer is told for now"),
                    .. AsksDate(scene.Guide)
                        ? [new FieldView("followUp", "Date of the full answer", FieldType.Date)]
                        : Array.Empty<FieldView>(),
                    How(),
                ],
            Explains = _ => "It stays open until it is answered in full.",
            Cite = guide => guide.Complaints?.Stages is [var first, ..] ? first.Cite : null,
            Command = (_, form) =>
                new SendHoldingReply(form.Text("text"), Date(form.Text("followUp")), Ask.Channel(form)),
            Done = state => $"{state.Reference}: the holding reply is on its way",
        },
        new("answer-complaint", "Answer in full …", "Send the answer")
        {
            Key = "s",
            Place = ActionPlace.Bar,
            Offered = IsOpen,
            Next = IsOpen,
            Fields = _ => [Ask.Long("text", "The answer, as the customer reads it"), How()],
            Explains = _ => "It resolves the complaint, which then closes by itself.",
            Cite = guide => guide.Complaints?.Stages is [var first, ..] ? first.Cite : null,
            Command = (_, form) => new AnswerComplaint(form.Text("text"), Ask.Channel(form)),
            Done = state => $"{state.Reference} is answered",
        },
        new("escalate-complaint", "Take it to the management …", "Take it there")
        {
            Offered = scene => IsComplaint(scene) && scene.State.IsLive && Route(scene.Guide) is not null,
            Fields = _ => [Ask.Long("text", "Why, and who asked for it")],
            Explains = scene =>
                Route(scene.Guide) is { } route
                    ? $"{route.Name}: {string.Join(" or ", route.Addresses.Select(one => one.Address))}"
                    : null,
            Cite = guide => Route(guide)?.Cite,
            Command = (_, form) => new EscalateComplaint(null, form.Text("text")),
            Done = state => $"{state.Reference} is with the management",
        },
    ];

    /// <summary>Whether an action suits the case at all.</summary>
    public static bool Suits(CaseAction action, ActionScene scene) =>
        !IsComplaint(scene) || !NotFor.Contains(action.Id);

    private static bool IsComplaint(ActionScene scene) => scene.State.Logged.IsComplaint();

    private static bool IsOpen(ActionScene scene) => IsComplaint(scene) && scene.IsWorked;

    private static bool AsksDate(Guide guide) =>
        guide.Complaints?.Stages.Any(stage => stage.FollowUp is Core.Time.Allowance.AgreedDate) == true;

    private static Core.Guides.Route? Route(Guide guide) =>
        guide.Routes.FirstOrDefault(route => route.Id == guide.Complaints?.ManagementRoute);

    private static FieldView How() => Ask.HowItCame(Channel.Email, Channel.Letter, Channel.Phone);

    private static NodaTime.LocalDate? Date(string text) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true } parsed ? parsed.Value : null;
}
