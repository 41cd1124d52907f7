using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Cases.Deciding;
using Rung.Core.Guides;

namespace Rung.Core.Complaints;

/// <summary>Somebody of the provider was told of a complaint, and asked the customer to log it formally. ESS-90.</summary>
/// <param name="CustomerId">Id of the customer.</param>
/// <param name="ContactName">Who spoke of it.</param>
/// <param name="Text">What was said, for those who deal with complaints.</param>
public sealed record DirectToLogging(string CustomerId, string ContactName, string Text);

/// <summary>The note that is kept of it. It is no case: it has no reference, no clock runs and nothing falls due. ESS-90.</summary>
/// <param name="Said">What the guide has noted: that the customer was asked to log it, in which ways.</param>
/// <param name="Cite">Paragraph of the guide.</param>
public sealed record RedirectNote(DirectToLogging About, string Said, Instant At, Actor By, string Cite);

/// <summary>The answer: a note, or a refusal.</summary>
public abstract record Redirected
{
    private Redirected() { }

    public sealed record Noted(RedirectNote Note) : Redirected;

    public sealed record Refused(Refusal Refusal) : Redirected;
}

/// <summary>Decides whether a note is taken. ESS-90.</summary>
public static class Redirecting
{
    private const string Usual = "The customer was asked to log the complaint formally. No clock has started.";

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
