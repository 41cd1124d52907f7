using NodaTime;

namespace Rung.Core.Guides;

/// <summary>Who is told, by which channel and in which words, when a moment happens (guide model 15).</summary>
/// <param name="Template">Placeholders in braces: {reference}, {subject}, {priority}, {condition}, {due}, {text}, ….</param>
/// <param name="Quiet">Calendar in whose closed hours the message is held; null: sent at once.</param>
public sealed record NotificationRule(
    string Id,
    CaseMoment On,
    When When,
    Audience To,
    Channel By,
    MessageTemplate Template,
    string? Quiet,
    string Cite
)
{
    /// <summary>Times of day, on the desk's clock, at which what gathered is sent as one message; empty: each by itself.</summary>
    public IReadOnlyList<LocalTime> Digest { get; init; } = [];

    /// <summary>Whether it goes to the customer's people otherwise than by telephone.</summary>
    public bool IsWrittenToCustomer => IsWritten(To, By);

    internal static bool IsWritten(Audience to, Channel by) =>
        to.Kind is AudienceKind.Originator or AudienceKind.Participants && by != Channel.Phone;

    /// <summary>How often one case may cause it.</summary>
    public Told Told { get; init; } = Told.EachTime;
}

/// <summary>How often one case may cause a message.</summary>
public enum Told
{
    /// <summary>Whenever the moment comes.</summary>
    EachTime,

    /// <summary>The first time only.</summary>
    OncePerCase,

    /// <summary>The first time on each date of the desk's zone.</summary>
    OncePerDay,
}

/// <param name="Role">The role addressed when <paramref name="Kind"/> is <see cref="AudienceKind.Role"/>.</param>
public sealed record Audience(AudienceKind Kind, string? Role);

/// <summary>Who hears a message.</summary>
public enum AudienceKind
{
    /// <summary>Whoever reported the case, at the address given then. ESS-77.</summary>
    Originator,

    /// <summary>Everybody of the customer's on the case: so far whoever reported it.</summary>
    Participants,

    /// <summary>The post that owns the escalation or is alerted of it; nobody while there is none.</summary>
    Owner,

    /// <summary>The desk itself, at the mailbox that the guide names for it; without one the case shows the message. S-04.</summary>
    Desk,

    /// <summary>The holder of one of the guide's roles.</summary>
    Role,

    /// <summary>Everybody who looks at the page on which the provider says how its services stand.</summary>
    StatusPage,

    /// <summary>The route that something is handed over to. ESS-12, ESS-86.</summary>
    Route,
}

/// <summary>The words of a message, with placeholders in braces.</summary>
/// <param name="Subject">One line; where the channel has no subject it is left out.</param>
/// <param name="Text">Empty lines part paragraphs.</param>
public sealed record MessageTemplate(string Subject, string Text);
