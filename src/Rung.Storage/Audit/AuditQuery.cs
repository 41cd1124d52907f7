using NodaTime;

namespace Rung.Storage.Audit;

/// <summary>Which entries are wanted: those for which all holds that is said.</summary>
/// <param name="Take">At most so many.</param>
public sealed record AuditQuery(int Take)
{
    /// <summary>Exactly this name; null: whoever it was.</summary>
    public string? Who { get; init; }

    /// <summary>Exactly this was done; null: whatever was.</summary>
    public string? What { get; init; }

    /// <summary>What this path begins with; null: whatever it was about.</summary>
    public string? About { get; init; }

    /// <summary>One of these paths, or something below one; null: whatever it was about.</summary>
    public IReadOnlyList<string>? Areas { get; init; }

    /// <summary>From this instant on, inclusive; null: from the first.</summary>
    public Instant? From { get; init; }

    /// <summary>Until this instant, exclusive; null: to the last.</summary>
    public Instant? Until { get; init; }

    /// <summary>Those before this number, exclusive; null: from the newest on.</summary>
    public long? Before { get; init; }
}
