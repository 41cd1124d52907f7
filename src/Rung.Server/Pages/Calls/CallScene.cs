using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Server.Desk;
using Rung.Server.Desk.Mails;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Storage.Inbound;

namespace Rung.Server.Pages.Calls;

/// <summary>Logging a call or a mail as its page shows it: what was typed, who reports, what is known already.</summary>
/// <param name="Customer">Null: nobody is picked, or the customer is not registered.</param>
internal sealed record CallScene(Visit Visit, CallForm Form, Customer? Customer)
{
    /// <summary>The mail that is logged; null: it is a call.</summary>
    public ReadMail? Mail { get; init; }

    /// <summary>How the matter came. What comes by the portal was received when it was sent, not when it was begun.</summary>
    public Channel Source
    {
        get => field == Channel.Phone && Mail is not null ? Channel.Email : field;
        init;
    } = Channel.Phone;

    /// <summary>When the matter was received.</summary>
    public NodaTime.Instant ReceivedAt =>
        Mail?.Kept.ReceivedAt ?? (Source == Channel.Portal ? Visit.Now : Form.Began(Visit.Now));

    /// <summary>A mail that says who reports cannot be reached at their address; null: none does. R20</summary>
    public InboundMail? Bounce { get; init; }

    /// <summary>The case, once its reference is issued.</summary>
    public CaseSnapshot? Case { get; init; }
    public IReadOnlyList<Customer> Matches { get; init; } = [];
    public IReadOnlyList<LiveCall> Live { get; init; } = [];

    /// <summary>Ids of the customer and of those of its trust or group that have reported something alike.</summary>
    public IReadOnlySet<string> Group { get; init; } = new HashSet<string>();
    public IReadOnlyList<ErrorView> Errors { get; init; } = [];
    public NodaTime.Instant? SavedAt { get; init; }

    /// <summary>When another call was begun that was left without a reference; null: none was.</summary>
    public NodaTime.Instant? LeftAt { get; init; }

    /// <summary>The guide of the case once there is one, else the one in force.</summary>
    public Guide Guide => Case?.Guide ?? Visit.Guide;

    public bool IsPicked => Case is not null || Customer is not null || Form.CustomerId == CallForm.Unregistered;

    public Contact? Contact => Customer?.Present.FirstOrDefault(contact => contact.Id == Form.ContactId);

    public string Kind => Case?.State.Logged.Kind ?? Form.Kind(Guide);

    /// <summary>The customer's own desk comes first, and has not referred this on. ESS-05.</summary>
    public bool IsStopped =>
        Case is null
        && Customer?.FirstLine is not null
        && !Form.IsReferred
        && Contact?.Roles.Contains("first-line-desk") != true;

    /// <summary>The customer's contract, where it does not have the way that this came; null: it may come so. ESS-04.</summary>
    public Contract? Bars =>
        Case is null && Guide.Contract(Customer?.Contract) is { } contract && !contract.Takes(Source) ? contract : null;

    public OwnReference OwnReference => OwnReference.Of(Customer, Form.Values.Maybe("customer-reference"));

    public LogCase Command => CallCommand.Of(this);
}
