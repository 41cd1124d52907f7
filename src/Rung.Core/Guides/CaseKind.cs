namespace Rung.Core.Guides;

/// <summary>A kind of case and its default priority .</summary>
/// <param name="DefaultPriority">Null: the priority rules decide.</param>
/// <param name="Handling">Whether the desk works it or hands it to another route. ESS-12.</param>
/// <param name="HandOverRoute">The route that takes it when <paramref name="Handling"/> is <see cref="KindHandling.HandOver"/>.</param>
public sealed record CaseKind(
    string Id,
    string Name,
    string? DefaultPriority,
    KindHandling Handling,
    string? HandOverRoute,
    string Cite
)
{
    /// <summary>The id that every guide gives to faults: something that worked does not work.</summary>
    public const string Fault = "fault";
}

/// <summary>What the desk does with cases of a kind.</summary>
public enum KindHandling
{
    /// <summary>Works them by priority.</summary>
    Work,

    /// <summary>Takes none: refused with the route that does. ESS-12, ESS-86.</summary>
    HandOver,

    /// <summary>Answers them by the complaint process: no priority, no ladder, its own clocks. A-20.</summary>
    Complaint,
}
