using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Cases.Deciding;
using Rung.Core.Guides;

namespace Rung.Core.Complaints;

/// <summary>Somebody of the provider was told of a complaint, and asked the customer to log it formally. ESS-90.</summary>
/// <param name="CustomerId">Id of the customer.</param>
/// <param name="ContactName">Who spoke of it.</param>
/// <param name="Text">What was said, for those who deal with complaints.</param>
public sealed record DirectToLogging(string CustomerId, string ContactName, string Text)
{
    /// <summary>Id of who it is among the customer's contacts; null: nobody on file.</summary>
    public string? ContactId { get; init; }
}

/// <summary>Decides whether a note is taken. ESS-90.</summary>
public static class Redirecting
{
    private const string Usual = "The customer was asked to log the complaint formally. No clock has started.";

    /// <summary>Takes the note if the guide has complaints, staff ask for it, and nothing is empty or too long.</summary>
    /// <param name="by">Who was told; the customer's own people log the complaint itself.</param>
    /// <param name="now">When, for the note.</param>
    public static Redirected Decide(Guide guide, DirectToLogging command, Actor by, Instant now)
    {
        var refusal =
            guide.Complaints is null
                ? new Refusal(RefusalCode.UnknownInGuide, "The guide has no complaints.", "ESS-90", guide.Desk.Cite)
            : by.IsCustomer
                ? new Refusal(
                    RefusalCode.RoleNotAllowed,
                    "Staff note this; log the complaint itself by one of the guide's routes.",
                    "ESS-90",
                    guide.Complaints.Cite
                )
            : Decision.NeedsName(command.CustomerId, "The customer")
                ?? Decision.NeedsName(command.ContactName, "Who spoke of the complaint")
                ?? Decision.NeedsText(command.Text, "What was said");
        return refusal is null
            ? new Redirected.Noted(
                new RedirectNote(command, guide.Complaints!.RedirectNote ?? Usual, now, by, guide.Complaints.Cite)
            )
            : new Redirected.Refused(refusal);
    }
}
