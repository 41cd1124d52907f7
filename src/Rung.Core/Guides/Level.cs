using NodaTime;
using Rung.Core.Time;

namespace Rung.Core.Guides;

/// <summary>One level of a ladder.</summary>
/// <param name="Number">1, 2, 3 in the order of the ladder.</param>
/// <param name="Role">Id of the role whose holder is told.</param>
/// <param name="Kind">Which way it leads.</param>
/// <param name="Effect">What becomes of the escalation when it is entered.</param>
/// <param name="Entries">Ways into it; any one is enough. Empty: it is entered only on the way to another.</param>
/// <param name="Contact">How it is reached, for the printed guide; null: through the desk.</param>
/// <param name="Does">What whoever stands there does, for the printed guide; null: not stated.</param>
/// <param name="Cite">Paragraph of the guide.</param>
public sealed record Level(
    int Number,
    string Name,
    string Role,
    LevelKind Kind,
    LevelEffect Effect,
    IReadOnlyList<Entry> Entries,
    string? Contact,
    string? Does,
    string Cite
);

/// <summary>Which way a level leads.</summary>
public enum LevelKind
{
    /// <summary>To somebody of the provider who knows more.</summary>
    Functional,

    /// <summary>To somebody of the provider who may decide more.</summary>
    Hierarchical,

    /// <summary>To the customer's own people; they are told, and own nothing.</summary>
    CustomerSide,

    /// <summary>To somebody whom the provider depends on; they are told, and own nothing.</summary>
    Supplier,
}

/// <summary>
/// What the guide says that entering a level does. Without a lasting owner (SMC-27) whoever accepts owns, unless only
/// informed.
/// </summary>
public enum LevelEffect
{
    /// <summary>Its holder is told, and never becomes the owner.</summary>
    Inform,

    /// <summary>Its holder takes part.</summary>
    Involve,

    /// <summary>Its holder answers for the escalation.</summary>
    Own,

    /// <summary>Its holder takes the case over altogether.</summary>
    Transfer,
}

/// <summary>A way into a level.</summary>
public abstract record Entry
{
    private Entry() { }

    /// <summary>Somebody asks.</summary>
    public sealed record ByRequest(
        IReadOnlyList<Channel> Channels,
        IReadOnlyList<string> Who,
        IReadOnlyList<string> Reasons,
        When When
    ) : Entry;

    /// <summary>Time passes.</summary>
    /// <param name="Anchor"><c>caseStart</c>, <c>levelEntered</c>, <c>target:ID</c> or a moment's name.</param>
    /// <param name="Until">What stops the timer (semantics 22).</param>
    public sealed record ByTime(string Anchor, Allowance After, string? Calendar, UntilWhat Until, When When) : Entry;

    /// <summary>A share of a target's allowance is used up, or so much of it is left; exactly one is set.</summary>
    /// <param name="Used">Above 0, at most 1: a missed target.</param>
    public sealed record ByTarget(string Target, decimal? Used, Duration? Left, UntilWhat Until, When When) : Entry;

    /// <summary>A fact becomes true.</summary>
    public sealed record ByCondition(When When) : Entry;

    /// <summary>The owner decides, and may delay.</summary>
    public sealed record ByOwner(Allowance? MayDelay, When When) : Entry;
}

/// <summary>What stops a timer of a ladder. Semantics 22.</summary>
public enum UntilWhat
{
    /// <summary>Somebody took the case or accepted an engagement.</summary>
    Acknowledged,

    /// <summary>Nothing but the resolution, so that an acknowledged case without progress climbs on.</summary>
    Resolved,
}
