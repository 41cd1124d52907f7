using NodaTime;
using Rung.Core.Guides;

namespace Rung.Core.Cases.Telling;

/// <summary>Something the guide says is told to somebody; queued with the event, sent later.</summary>
/// <param name="Key">Unique for ever: reference, event number and rule; what is told only once has the same key every time.</param>
/// <param name="To">Address where one is known; null: the person has none, which the case shows.</param>
/// <param name="NotBefore">Earliest sending, when the guide holds messages in closed hours.</param>
public sealed record OutgoingMessage(
    string Key,
    string Rule,
    CaseMoment On,
    Audience Audience,
    Channel Channel,
    string? To,
    string Subject,
    string Text,
    Instant? NotBefore
)
{
    /// <summary>Number of the event that it tells, from 1; null: there is no case yet.</summary>
    public int? Event { get; init; }

    /// <summary>Whether it goes to the customer's people otherwise than by telephone.</summary>
    public bool IsWrittenToCustomer => NotificationRule.IsWritten(Audience, Channel);

    /// <summary>What it is sent for; a program that answers a program has to say so (RFC 3834).</summary>
    public Cause Cause { get; init; }
}

/// <summary>Who set a message off.</summary>
public enum Cause
{
    /// <summary>What one of the desk did, or what fell due.</summary>
    TheDesk,

    /// <summary>A mail of the customer's, without anybody of the desk doing anything.</summary>
    TheirMail,
}
