using Rung.Core.Escalations.Urgency;

namespace Rung.Server.Api.Bodies;

/// <summary>What more urgency for a case would cost the others: to be looked at before it is given. ESS-81.</summary>
/// <param name="Notice">What the customer is told then; left out: the guide knows no urgency beside the priority.</param>
/// <param name="Displaces">The cases it would pass in the queue, first things first, with what is left of their time now.</param>
public sealed record UrgencyPriceBody(string Reference, string? Notice, IReadOnlyList<Displaced> Displaces);
