using Rung.Core.Clocks;
using Rung.Core.Erasures;
using Rung.Core.Guides;

namespace Rung.Core.Cases;

/// <summary>The desk says that it is fixed; the clocks that a resolution stops stop at <c>At</c>.</summary>
/// <param name="Resolution">What was done, as the customer reads it.</param>
/// <param name="Confirmation">How the case goes on to its closing.</param>
/// <param name="Where">Whether it counts as fixed on the first call.</param>
public sealed record Resolved([Personal] string Resolution, Confirmation Confirmation, ResolvedWhere Where) : CaseEvent;

/// <summary>Whether the customer is asked if it is fixed.</summary>
public enum Confirmation
{
    /// <summary>Asked; closes on their word, or on silence after the guide's attempts. ESS-73.</summary>
    Required,

    /// <summary>Not asked; closes by itself shortly after. ESS-72, A-16.</summary>
    NotRequired,
}

/// <summary>When in the life of the case it was resolved.</summary>
public enum ResolvedWhere
{
    /// <summary>After the call, or the case did not come by telephone.</summary>
    Later,

    /// <summary>During the first call. ESS-25.</summary>
    OnFirstCall,
}

/// <summary>The customer says it is not fixed; back to Assigned. A-10.</summary>
public sealed record Rejected([Personal] string Text) : CaseEvent;

/// <summary>The customer says that it is fixed. ESS-73.</summary>
/// <param name="Text">What they said; null: nothing.</param>
public sealed record Confirmed([Personal] string? Text) : CaseEvent;

/// <param name="Number">1 for the first after the resolution notice; besides them, how many had been made.</param>
public sealed record AttemptMade(int Number, Channel Channel, [Personal] string? Outcome) : CaseEvent
{
    /// <summary>Whether it is one of those that the guide asks for.</summary>
    public AttemptStanding Standing { get; init; } = AttemptStanding.Counted;
}

/// <summary>Which place a contact has among the attempts. Semantics 30.</summary>
public enum AttemptStanding
{
    /// <summary>One of those that the guide asks for.</summary>
    Counted,

    /// <summary>A further contact, which takes the place of none.</summary>
    Besides,
}

/// <summary>The reason for outage, which replaces an earlier one. ESS-76.</summary>
/// <param name="Text">Never empty.</param>
public sealed record RfoWritten([Personal] string Text) : CaseEvent
{
    /// <summary>Who approved it; null: nobody is named.</summary>
    [Stays]
    public string? ApprovedBy { get; init; }

    /// <summary>The incident that it was written on, for all cases that belong to it; null: on this case.</summary>
    public CaseReference? Of { get; init; }
}

/// <summary>Why a target was missed; changes no verdict.</summary>
/// <param name="Target">Id of the target.</param>
/// <param name="Reason">Never empty.</param>
/// <param name="Text">Anything further; null: nothing.</param>
public sealed record BreachExplained([Stays] string Target, [Personal] string Reason, [Personal] string? Text)
    : CaseEvent;

/// <summary>The case would close now but something is owed first. ESS-76.</summary>
public sealed record ClosingBlocked([Personal] string Why) : CaseEvent;

/// <summary>Closed for good. ESS-53, ESS-74.</summary>
/// <param name="Because">What closed it.</param>
/// <param name="Rfo">The reason for outage as it stood then; null: none was written.</param>
public sealed record Closed(ClosedBecause Because, [Personal] string? Rfo) : CaseEvent
{
    /// <summary>How each target stood then; it stays so. Null: closed before verdicts were kept.</summary>
    [Stays]
    public IReadOnlyList<Verdict>? Verdicts { get; init; }

    /// <summary>The holidays and zone rules that the verdicts rest on: <see cref="Clocks.ClockData"/>.</summary>
    [Stays]
    public string? ClockData { get; init; }
}

/// <summary>What closed a case.</summary>
public enum ClosedBecause
{
    /// <summary>The customer's word that it is fixed. ESS-73.</summary>
    Confirmed,

    /// <summary>No answer by the guide's closing time, all attempts made. ESS-52, A-09.</summary>
    Silence,

    /// <summary>The time that the guide calls shortly was over. ESS-72, A-16.</summary>
    ConfirmationNotRequired,

    /// <summary>An outcome that ends the matter, such as a feature that is not pursued. ESS-66.</summary>
    Reviewed,

    /// <summary>Somebody of the desk. ESS-74.</summary>
    ByAgent,
}
