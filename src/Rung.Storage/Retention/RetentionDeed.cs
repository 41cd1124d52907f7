using NodaTime;
using Rung.Core.Retention;

namespace Rung.Storage.Retention;

/// <summary>Something that was ended by a rule of retention, written with what it did. Nobody's name is in it.</summary>
/// <param name="Desk">The shelf: of the desk's work, or of its complaints.</param>
/// <param name="Rule">How long it was kept, as the guide said: "6 years".</param>
/// <param name="GuideVersion">The version that was in force.</param>
/// <param name="Count">Of how many things.</param>
/// <param name="About">The reference of a case, ids of mails, the id of a customer; empty: there is no more to say.</param>
public sealed record RetentionDeed(
    string Desk,
    RetentionCategory Category,
    Instant At,
    string Rule,
    string GuideVersion,
    int Count,
    string About
);
