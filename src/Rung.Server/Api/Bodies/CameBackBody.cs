using NodaTime;

namespace Rung.Server.Api.Bodies;

/// <summary>A mail to a contact could not be delivered. R20</summary>
/// <param name="Contact">Whose address it is.</param>
/// <param name="At">When the report came.</param>
/// <param name="Mail">Id of the report, as <c>intake/{id}</c> shows it.</param>
public sealed record CameBackBody(string Contact, string Address, Instant At, long Mail);
