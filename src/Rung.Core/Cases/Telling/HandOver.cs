using NodaTime;
using Rung.Core.Guides;

namespace Rung.Core.Cases.Telling;

/// <summary>Something that is handed over to another team, as the team and whoever asked are told of it. ESS-12, ESS-86.</summary>
/// <param name="Subject">In a few words.</param>
/// <param name="Text">What they ask for; of a mail its own words.</param>
/// <param name="ReceivedAt">When they asked first: handing over loses nothing of it (ESS-11).</param>
public sealed record HandOver(Route Route, string Subject, string Text, Instant ReceivedAt)
{
    /// <summary>The organisation; null: not known.</summary>
    public string? Customer { get; init; }

    /// <summary>Who asked; null: not known.</summary>
    public string? Contact { get; init; }

    /// <summary>Their number as it was given; null: not known.</summary>
    public string? Phone { get; init; }

    /// <summary>Their address, to which they are told of it; null: they are not written to.</summary>
    public string? Email { get; init; }

    /// <summary>How they asked, of a case how it was reported.</summary>
    public Channel Source { get; init; }

    /// <summary>The case beside which they ask; null: there is none.</summary>
    public CaseReference? Reference { get; init; }

    // Of a case that was moved to a guide which has the route no more.
    private static Route Unnamed { get; } = new("", "another team", "", [], [], null, null, "");

    internal static HandOver Of(Occasion occasion, PassedOn passed)
    {
        var (logged, guide) = (occasion.State.Logged, occasion.Guide);
        return new HandOver(
            HandOvers.Find(guide, passed.Route) ?? Unnamed,
            logged.Subject,
            passed.Text,
            logged.ReceivedAt
        )
        {
            Customer = logged.Reporter.CustomerName,
            Contact = logged.Reporter.ContactName,
            Phone = logged.Reporter.Phone,
            Email = logged.Reporter.Email,
            Source = logged.Source,
            Reference = logged.Reference,
        };
    }
}
