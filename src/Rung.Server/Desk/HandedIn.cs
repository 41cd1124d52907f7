using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Guides;

namespace Rung.Server.Desk;

/// <summary>A complaint as somebody hands it in, by the API or the form. ESS-88, ESS-89.</summary>
internal sealed record HandedIn(Reporter Reporter, Channel Source, ComplaintDetails Details)
{
    /// <summary>Id of a kind that is for complaints; null: the guide's first.</summary>
    public string? Kind { get; init; }

    /// <summary>When the letter was delivered or the form was sent; null: now.</summary>
    public Instant? ReceivedAt { get; init; }

    /// <summary>Its subject says only what it is, whatever it says.</summary>
    public LogCase Command(Guide guide) =>
        new()
        {
            Kind = Kind ?? guide.Kinds.FirstOrDefault(kind => guide.IsComplaint(kind.Id))?.Id ?? "complaint",
            Source = Source,
            Subject = "Complaint",
            Reporter = Reporter,
            ReceivedAt = ReceivedAt,
            Complaint = Details,
        };
}
