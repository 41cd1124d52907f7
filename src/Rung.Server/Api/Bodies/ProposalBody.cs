using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Api.Problems;
using Rung.Server.Desk;

namespace Rung.Server.Api.Bodies;

/// <summary>What the guide would make of it if the reference were issued now.</summary>
/// <param name="Proposed">The rule that fired; left out: none holds yet, an agent chooses.</param>
/// <param name="Priority">The priority that the clocks are shown for.</param>
/// <param name="Missing">Ids of the questions that intake still needs (ESS-24).</param>
public sealed record ProposalBody(
    ProposedBody? Proposed,
    string? Priority,
    Instant ClockStart,
    IReadOnlyList<ClockBody> Clocks,
    IReadOnlyList<string> Missing,
    Instant Now,
    string Zone
)
{
    internal static ProposalBody Of(Guide guide, LoggingPreview preview) =>
        new(
            preview.Proposed is { } proposed ? ProposedBody.Of(guide, proposed) : null,
            preview.State!.Priority,
            preview.State.Logged.ClockStart,
            [.. preview.Clocks.Select(ClockBody.Of)],
            [.. preview.Missing.Select(point => point.Question ?? "services")],
            preview.Now,
            guide.DeskCalendar.Zone.Id
        );
}

/// <param name="Rule">Id of the guide's rule.</param>
/// <param name="Because">The reason as read back to the caller.</param>
/// <param name="Says">The priority as an agent says it.</param>
public sealed record ProposedBody(
    string Priority,
    string Name,
    string Says,
    string Rule,
    string Because,
    CitedParagraph Paragraph
)
{
    internal static ProposedBody Of(Guide guide, Proposal proposal)
    {
        var priority = guide.Priority(proposal.Priority);
        return new ProposedBody(
            proposal.Priority,
            priority?.Name ?? proposal.Priority,
            priority?.Says ?? proposal.Priority,
            proposal.Rule,
            proposal.Because,
            Refusing.Cited(guide, proposal.Cite)
        );
    }
}
