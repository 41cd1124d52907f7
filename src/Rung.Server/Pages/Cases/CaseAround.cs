using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Core.Escalations.Urgency;
using Rung.Core.Retention;
using Rung.Server.Desk;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Outgoing;
using Rung.Storage.Drafts;
using Rung.Storage.Inbound;
using Rung.Storage.Outbox;
using Rung.Storage.Queue;

namespace Rung.Server.Pages.Cases;

/// <summary>What a case's page shows besides the case itself.</summary>
/// <param name="Customer">Null: not registered.</param>
internal sealed record CaseAround(
    FrameView Frame,
    Customer? Customer,
    IReadOnlyList<QueuedMessage> Messages,
    IReadOnlyList<(Linked Link, CaseSnapshot Other)> Links,
    Draft? Reply,
    Draft? Note
)
{
    /// <summary>How the messages fare.</summary>
    public required SentWords Words { get; init; }

    /// <summary>The cases that more urgency would pass; null: whoever looks may not give it. ESS-81.</summary>
    public IReadOnlyList<Displaced>? Displaces { get; init; }

    /// <summary>Other open cases of its customer, where an escalation of the case could cover them.</summary>
    public IReadOnlyList<QueueRow> OpenCases { get; init; } = [];

    /// <summary>How many cases belong to it that hear what its customer is written.</summary>
    public int Belonging { get; init; }

    /// <summary>The mails on the case, in the order received.</summary>
    public IReadOnlyList<InboundMail> Mails { get; init; } = [];

    /// <summary>A mail that says the reporter cannot be reached at their address; null: none does. R20</summary>
    public InboundMail? Bounce { get; init; }

    /// <summary>The legal hold that it is under; null: none.</summary>
    public LegalHold? Hold { get; init; }
}

/// <summary>A form that was sent and refused.</summary>
/// <param name="Action">Last part of its address.</param>
internal sealed record Sent(string Action, FormValues Form, IReadOnlyList<ErrorView> Errors)
{
    /// <summary>What the text would reach the customer as; null: nobody asked.</summary>
    public PreviewView? Preview { get; init; }
}
