using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Erasures;
using Rung.Core.Guides;

namespace Rung.Core.Complaints;

/// <summary>Something that happened to a complaint.</summary>
public abstract record ComplaintEvent : CaseEvent;

/// <summary>The customer was told that the complaint has arrived. R38.</summary>
public sealed record ComplaintAcknowledged([Personal] string Text, Channel Channel) : ComplaintEvent;

/// <summary>A holding reply went out; the complaint stays open. ESS-92.</summary>
/// <param name="FollowUp">The date that was named for the rest; null: the guide sets it, or asks for none.</param>
/// <param name="Due">By when the rest is owed; null: the guide asks for none.</param>
public sealed record HoldingReplied([Personal] string Text, Channel Channel, LocalDate? FollowUp, Instant? Due)
    : ComplaintEvent;

/// <summary>The full answer went out.</summary>
public sealed record ComplaintAnswered([Personal] string Text, Channel Channel) : ComplaintEvent;

/// <summary>The complaint was taken to the management. ESS-91.</summary>
/// <param name="Route">Id of the guide's route.</param>
public sealed record ComplaintEscalated([Stays] string Route, [Personal] string Text) : ComplaintEvent;

/// <summary>A paper was added. ESS-89.</summary>
public sealed record PaperAdded(Paper Paper) : ComplaintEvent;
