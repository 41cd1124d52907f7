using NodaTime;

namespace Rung.Storage.Audit;

/// <summary>By what the oldest entries end. S69, ASVS 14.2.7</summary>
/// <param name="Who">As the trail names whoever ends them.</param>
/// <param name="Rule">In a few words, on one line: what allows it.</param>
/// <param name="At">When.</param>
public sealed record AuditEnding(string Who, string Rule, Instant At);

/// <summary>What became of it.</summary>
/// <param name="Count">How many entries ended.</param>
/// <param name="Anchor">Null: none was old enough, or <paramref name="Fault"/>.</param>
/// <param name="Fault">What no longer fits, in one sentence, so that nothing was ended; null: everything does.</param>
public sealed record AuditEnded(long Count, AuditAnchor? Anchor, string? Fault);

/// <summary>
/// The last entry of those that ended: what is left goes on from its hash. It stands in the trail itself, as the entry that
/// says that they ended, so that nobody shortens the trail without a word in it.
/// </summary>
/// <param name="Ended">Everything up to this entry, inclusive.</param>
/// <param name="At">When.</param>
/// <param name="Rule">What allowed it.</param>
public sealed record AuditAnchor(AuditHead Ended, Instant At, string Rule)
{
    /// <summary>What the entry says that was done; nothing else in the trail does.</summary>
    public const string What = "ended";

    /// <summary>What the entry is about begins with this.</summary>
    public const string Path = "/audit/ended/";

    /// <summary>Of a trail that is all there.</summary>
    public static AuditAnchor None { get; } = new(AuditHead.None, Instant.MinValue, "");

    internal AuditEntry Entry(string who) => new(At, who, "", What, $"{Path}{Ended} {Rule}");

    /// <returns>Null: the entry says nothing of the kind.</returns>
    internal static AuditAnchor? Of(AuditEntry entry) =>
        entry.What == What
        && entry.About.StartsWith(Path, StringComparison.Ordinal)
        && entry.About[Path.Length..].Split(' ', 2) is [var ended, var rule]
        && AuditHead.Parse(ended) is { } head
            ? new AuditAnchor(head, entry.At, rule)
            : null;
}
