using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Server.Desk;
using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Portal.Cases;

/// <summary>What somebody of a customer can do to a case. Whether it is done, the desk decides as for everybody.</summary>
/// <param name="Id">Last part of its address.</param>
/// <param name="Title">What its link and its page are called.</param>
/// <param name="Says">What comes of it.</param>
internal sealed record PortalAction(string Id, string Title, string Says)
{
    public required string Button { get; init; }

    /// <summary>What was done, for the next page.</summary>
    public required string Done { get; init; }

    /// <summary>What is asked; null: nothing.</summary>
    public string? Asks { get; init; }

    /// <summary>Whether files can be sent with it.</summary>
    public bool HasFiles { get; init; }
    public required Func<PortalSaid, CaseCommand> Command { get; init; }

    /// <summary>Whether the case's page offers it.</summary>
    public required Func<CaseState, bool> Offered { get; init; }

    /// <summary>The same in the words of a complaint; null: they are no others.</summary>
    public Func<PortalAction, PortalAction>? OfComplaint { get; init; }

    /// <summary>In the words of this case and its guide.</summary>
    public PortalAction For(CaseSnapshot found) =>
        Id == EscalateId ? this with { Says = PortalEscalation.Says(found.Guide) }
        : OfComplaint is { } other && found.State.Logged.IsComplaint() ? other(this)
        : this;

    /// <summary>The id of the wish to escalate.</summary>
    public const string EscalateId = "escalate";

    public static IReadOnlyList<PortalAction> All { get; } =
    [
        new(
            "fixed",
            "It is fixed",
            "The case is closed with that. If the trouble comes back, tell us: we open a new one."
        )
        {
            Button = "Yes, it is fixed",
            Done = "Thank you. You have confirmed that it is fixed",
            Command = _ => new ConfirmResolution(null),
            Offered = state => state.Condition == Condition.ResolvedToConfirm,
        },
        new("not-fixed", "It is not fixed", "We go on with it, and the clock runs on.")
        {
            Button = "Send: it is not fixed",
            Done = "We go on with it",
            Asks = "What is still wrong?",
            Command = said => new RejectResolution(said.Text),
            Offered = state => state.Condition is Condition.ResolvedToConfirm or Condition.Resolved,
            OfComplaint = one =>
                one with
                {
                    Title = "I am not content with the answer",
                    Says = "The complaint is taken up again.",
                    Button = "Send: I am not content",
                    Done = "The complaint is taken up again",
                    Asks = "What is missing?",
                },
        },
        new("reply", "Write to us about this case", "It is added to the case, and whoever works on it reads it.")
        {
            Button = "Send",
            Done = "Sent. It is on your case",
            Asks = "What do you want to tell us?",
            HasFiles = true,
            Command = said => new RecordReply(said.Text, Channel.Portal)
            {
                Papers = said.Papers is [] ? null : said.Papers,
            },
            Offered = _ => true,
        },
        new("how-is-it-going", "Ask how it stands", "We answer as the guide says, on the case and by mail.")
        {
            Button = "Ask",
            Done = "Asked",
            Asks = "What do you want to know?",
            Command = said => new RecordUpdateRequest(said.Text, Channel.Portal),
            Offered = state => !state.IsClosed,
        },
        new(EscalateId, "Escalate", "Somebody with more to say looks at it.")
        {
            Button = "Send the wish to escalate",
            Done = "Your wish to escalate is on the case",
            Asks = "What should be different?",
            Command = said => new AskToEscalate(said.Text, Channel.Portal) { Parts = said.Parts },
            Offered = state => !state.IsClosed && !state.Logged.IsComplaint(),
        },
    ];

    public IReadOnlyList<FieldView> Fields =>
        [
            .. Asks is { } question ? [new FieldView("text", question, FieldType.Long)] : Array.Empty<FieldView>(),
            .. HasFiles ? [FormPapers.Field("Files that belong to it")] : Array.Empty<FieldView>(),
        ];
}
