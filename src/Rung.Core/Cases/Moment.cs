using NodaTime;
using Rung.Core.Cases.Deciding;
using Rung.Core.Guides;

namespace Rung.Core.Cases;

/// <summary>Who acts when: what every decision is told besides the command.</summary>
/// <param name="At">When it happened; equal to <paramref name="RecordedAt"/> unless entered later.</param>
/// <param name="RecordedAt">Now, by the desk's clock.</param>
/// <param name="NextReference">A reference that is used if the decision makes a case, and otherwise thrown away.</param>
public sealed record Moment(Actor By, Instant At, Instant RecordedAt, CaseReference NextReference)
{
    /// <summary>The guide in force, which a case that the decision makes is logged under; null: the case's own.</summary>
    public Guide? InForce { get; init; }

    /// <summary>
    /// How long ago it may have happened, inclusive: 24 hours for what somebody enters from memory. When a mail came a mail
    /// server saw, however long ago that is.
    /// </summary>
    public Duration BackDating { get; init; } = Limits.BackDating;

    /// <summary>Something that happens now.</summary>
    public static Moment Now(Actor by, Instant now, CaseReference nextReference) => new(by, now, now, nextReference);

    /// <summary>The event as it happened at this moment.</summary>
    internal T Stamp<T>(T happened)
        where T : CaseEvent => (T)(happened with { At = At, RecordedAt = RecordedAt, By = By });
}
