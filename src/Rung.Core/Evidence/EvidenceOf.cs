using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Core.Promises;

namespace Rung.Core.Evidence;

/// <summary>The case that evidence is given of, and for whom.</summary>
/// <param name="Guide">The version of the guide that the case was logged under.</param>
/// <param name="Events">The case's, not empty.</param>
/// <param name="Now">The moment that clocks and promises are read at.</param>
public sealed record EvidenceOf(Guide Guide, IReadOnlyList<CaseEvent> Events, Instant Now)
{
    /// <summary>Default: the customer's, so that nothing inside leaves by oversight.</summary>
    public EvidenceEdition Edition { get; init; } = EvidenceEdition.Customer;

    /// <summary>The customer's zone; null: not known, or the desk's.</summary>
    public DateTimeZone? Theirs { get; init; }

    /// <summary>Cases that do not exist for whoever it is made for, and are not named in its escalations.</summary>
    public IReadOnlySet<CaseReference> Unseen { get; init; } = new HashSet<CaseReference>();

    /// <summary>What was ever promised on the case, with the log-by of the mail that it began with.</summary>
    public required IReadOnlyList<PromiseEntry> Promises { get; init; }

    /// <summary>The case after its events.</summary>
    public CaseState State { get; } = CaseState.Of(Events);

    internal EvidenceTimes Times => new(Guide.DeskCalendar.Zone, Theirs);

    internal bool IsInternal => Edition == EvidenceEdition.Internal;
}

/// <summary>Whom a pack is made for.</summary>
public enum EvidenceEdition
{
    /// <summary>Without notes, and without the words and names that stay inside the desk.</summary>
    Customer,

    /// <summary>Everything.</summary>
    Internal,
}
