using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Guides;
using Rung.Server.Desk;
using Rung.Storage.Complaints;
using Rung.Storage.Queue;

namespace Rung.Server.Api.Bodies;

/// <summary>A complaint to be logged (ESS-88). Its time counts from the receipt, out of hours from the next opening.</summary>
public sealed record ComplaintRequest
{
    /// <summary>Id of a kind that is for complaints; left out: the guide's first.</summary>
    public string? Kind { get; init; }

    /// <summary>How it came: phone, form, letter.</summary>
    public required Channel Source { get; init; }

    /// <summary>Id of the customer.</summary>
    public required string Customer { get; init; }
    public required ReportedBy Contact { get; init; }

    /// <summary>The complaint in the customer's words.</summary>
    public required string Text { get; init; }

    /// <summary>When the letter was delivered or the form was sent (ESS-89); required for a letter, else left out: now.</summary>
    public Instant? ReceivedAt { get; init; }

    /// <summary>Name of the person it is about, who never sees it (ESS-93).</summary>
    public string? About { get; init; }

    /// <summary>Id of the role it is about, whose holder never sees it.</summary>
    public string? AboutRole { get; init; }

    /// <summary>The scan of the letter, what was sent with the form.</summary>
    public IReadOnlyList<PaperRequest>? Papers { get; init; }
}

/// <summary>A file that belongs to a complaint.</summary>
/// <param name="Name">Its name, such as <c>letter.pdf</c>.</param>
/// <param name="MediaType">One of application/pdf, image/jpeg, image/png, image/tiff, text/plain.</param>
/// <param name="Content">Its bytes in base64, at most 10 MB.</param>
public sealed record PaperRequest(string Name, string MediaType, string Content);

/// <summary>Complaints that the caller may see, the nearest due first.</summary>
public sealed record ComplaintsBody(string Desk, string Zone, Instant Now, IReadOnlyList<ComplaintRowBody> Complaints);

/// <param name="FollowUp">By when the rest is owed after a holding reply; left out: nothing is.</param>
public sealed record ComplaintRowBody(QueueRowBody Case, Instant? FollowUp)
{
    public static ComplaintRowBody Of(QueueRow row) => new(QueueRowBody.Of(row), row.FollowUpAt);
}

/// <summary>What a case is as a complaint.</summary>
/// <param name="Papers">All that were added, with the hash under which each is fetched.</param>
/// <param name="FollowUp">By when the rest is owed after a holding reply.</param>
/// <param name="ManagementRoute">Id of the route by which it was taken to the management.</param>
/// <param name="SeenBy">Ids of the roles that may see it; none: all.</param>
public sealed record ComplaintBody(
    string Text,
    string? About,
    string? AboutRole,
    IReadOnlyList<Paper> Papers,
    Instant? AcknowledgedAt,
    int HoldingReplies,
    Instant? FollowUp,
    Instant? AnsweredAt,
    string? ManagementRoute,
    IReadOnlyList<string> SeenBy
)
{
    /// <summary>Null: it is none.</summary>
    public static ComplaintBody? Of(CaseSnapshot found)
    {
        var logged = found.State.Logged;
        if (logged.Complaint is not { } details)
        {
            return null;
        }
        var state = found.State.Complaint ?? new ComplaintState();
        return new ComplaintBody(
            details.Text,
            details.About,
            details.AboutRole,
            [.. details.Papers, .. state.Papers],
            state.Acknowledged?.At,
            state.HoldingReplies.Count,
            state.HoldingReplies is [.., var last] && state.Answered is null ? last.Due : null,
            state.Answered?.At,
            state.Escalated?.Route,
            Restriction.Of(found.Guide, logged).Roles
        );
    }
}

/// <summary>Somebody spoke of a complaint and was asked to log it formally: no case, no clock (ESS-90).</summary>
/// <param name="Customer">Id of the customer.</param>
/// <param name="Contact">Name of who spoke of it.</param>
/// <param name="Text">What was said.</param>
public sealed record RedirectionRequest(string Customer, string Contact, string Text);

/// <param name="Said">What the guide has noted.</param>
public sealed record RedirectionBody(
    string Customer,
    string Contact,
    string Text,
    string Said,
    Instant At,
    string By,
    string Role
)
{
    public static RedirectionBody Of(Redirection note) =>
        new(note.CustomerId, note.ContactName, note.Text, note.Said, note.At, note.ActorName, note.ActorRole);
}

/// <summary>The latest notes that the caller may see, the newest first.</summary>
public sealed record RedirectionsBody(IReadOnlyList<RedirectionBody> Redirections);
