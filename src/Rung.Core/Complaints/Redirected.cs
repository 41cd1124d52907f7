using NodaTime;
using Rung.Core.Cases;

namespace Rung.Core.Complaints;

/// <summary>The note that is kept of it. It is no case: it has no reference, no clock runs and nothing falls due. ESS-90.</summary>
/// <param name="Said">What the guide has noted: that the customer was asked to log it, in which ways.</param>
/// <param name="Cite">Paragraph of the guide.</param>
public sealed record RedirectNote(DirectToLogging About, string Said, Instant At, Actor By, string Cite);

/// <summary>The answer: a note, or a refusal.</summary>
public abstract record Redirected
{
    private Redirected() { }

    /// <summary>It is kept.</summary>
    /// <param name="Note">The note as it stands.</param>
    public sealed record Noted(RedirectNote Note) : Redirected;

    /// <summary>Nothing is kept.</summary>
    /// <param name="Refusal">Why.</param>
    public sealed record Refused(Refusal Refusal) : Redirected;
}
