using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Guides;

namespace Rung.Server.Desk;

/// <summary>What logging a case would give, decided by the core as if it were logged, and nothing kept.</summary>
/// <param name="Refusal">Why it could not be logged; the rest is empty then.</param>
/// <param name="Missing">What intake still needs (ESS-24).</param>
public sealed record LoggingPreview(
    Refusal? Refusal,
    Proposal? Proposed,
    CaseState? State,
    IReadOnlyList<ClockReading> Clocks,
    IReadOnlyList<OpenPoint> Missing,
    Instant Now
)
{
    private const long AnyNumber = 1;

    public static LoggingPreview Of(Guide guide, LogCase command, Instant now)
    {
        var reference = CaseReference.FromNumber(guide.Desk.ReferencePrefix, AnyNumber);
        var handled = CaseDesk.Log(guide, command, Moment.Now(Actor.Desk, now, reference));
        if (handled is not Handled.Done done)
        {
            return new LoggingPreview(((Handled.Refused)handled).Refusal, null, null, [], [], now);
        }
        return new LoggingPreview(
            null,
            Proposer.Propose(guide, command, now),
            done.Change.State,
            ClockReader.Read(guide, done.Change.State, now),
            [.. IntakeCheck.Missing(guide, command.Kind, command.Services, command.Answers)],
            now
        );
    }
}
