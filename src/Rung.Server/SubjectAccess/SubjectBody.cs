using NodaTime;
using Rung.Storage.Outbox;

namespace Rung.Server.SubjectAccess;

/// <summary>What is on file of somebody, beside cases and mail.</summary>
internal sealed record SubjectBody(
    string Customer,
    string Name,
    string? Phone,
    string? Email,
    IReadOnlyList<string> Roles
)
{
    /// <summary>Code of the site that they are at.</summary>
    public string? Site { get; init; }

    /// <summary>The day they left.</summary>
    public LocalDate? LeftOn { get; init; }

    /// <summary>Complaints spoken of by telephone that they were asked to log.</summary>
    public required IReadOnlyList<SpokenBody> Redirections { get; init; }

    /// <summary>Calls in which they were sent to their own desk or to another route.</summary>
    public required IReadOnlyList<SpokenBody> Referrals { get; init; }

    /// <summary>When they were signed in at the portal, as far as it is kept.</summary>
    public IReadOnlyList<SignedInBody> SignedIn { get; init; } = [];

    /// <summary>Addresses of those at whose sign-in they are known.</summary>
    public IReadOnlyList<string> KnownAt { get; init; } = [];

    public static SubjectBody Of(Subject subject) =>
        new(
            subject.Customer.Name,
            subject.Contact.Name,
            subject.Contact.Phone,
            subject.Contact.Email,
            subject.Contact.Roles
        )
        {
            Site = subject.Contact.Site,
            LeftOn = subject.Contact.LeftOn,
            Redirections = [],
            Referrals = [],
        };
}

/// <summary>A call of which the desk kept a line.</summary>
internal sealed record SpokenBody(Instant At, string Text, string Said);

/// <summary>Somebody was signed in.</summary>
internal sealed record SignedInBody(Instant BeganAt, Instant LastUsedAt);

/// <summary>A message that was written to somebody.</summary>
internal sealed record WrittenBody(long Id, string Subject, string Text, Instant QueuedAt, MessageState State)
{
    /// <summary>The case that it is about; left out: none.</summary>
    public string? Reference { get; init; }
}
