using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;

namespace Rung.Core.Complaints;

/// <summary>Something somebody wants done to a complaint. Every one is refused on a case of another kind.</summary>
public abstract record ComplaintCommand : CaseCommand;

/// <summary>Tells the customer that their complaint has arrived; what is set by law may count from it (R38).</summary>
public sealed record AcknowledgeComplaint(string Text, Channel Channel = Channel.Email) : ComplaintCommand;

/// <summary>An answer that says the matter is being looked into. Meets the time to respond where the guide says so. ESS-92.</summary>
/// <param name="FollowUp">
/// The date of the full answer, in the desk's zone: required where the guide has it agreed, refused where the guide sets it.
/// </param>
public sealed record SendHoldingReply(string Text, LocalDate? FollowUp, Channel Channel = Channel.Email)
    : ComplaintCommand;

/// <summary>The full answer: it resolves the complaint, which then closes as the guide says.</summary>
public sealed record AnswerComplaint(string Text, Channel Channel = Channel.Email) : ComplaintCommand;

/// <summary>Takes the complaint to the management. ESS-91, A-21.</summary>
/// <param name="Route">Id of the guide's route for it; null: that route.</param>
public sealed record EscalateComplaint(string? Route, string Text) : ComplaintCommand;

/// <summary>Adds a paper to a complaint that is logged already, such as the scan of a letter. ESS-89.</summary>
public sealed record AddPaper(Paper Paper) : ComplaintCommand;
