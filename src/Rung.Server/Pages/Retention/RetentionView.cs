using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;

namespace Rung.Server.Pages.Retention;

/// <summary>How long what is kept, what has run out, and what was ended when.</summary>
public sealed record RetentionView(FrameView Frame)
{
    /// <summary>The paragraph of the guide in force; null: it says nothing of it.</summary>
    public CiteView? Cite { get; init; }

    /// <summary>Whether it ends by itself; null: nothing ever ends.</summary>
    public RetentionStandingView? Standing { get; init; }
    public required IReadOnlyList<RetentionRowView> Rows { get; init; }
    public required IReadOnlyList<RetentionDeedView> Deeds { get; init; }

    /// <summary>Whether complaints are left out, of which not everybody may know.</summary>
    public bool WithoutComplaints { get; init; }

    /// <summary>What was wrong with what was sent.</summary>
    public IReadOnlyList<ErrorView> Errors { get; init; } = [];

    public const string SeenId = "f-seen";
}

/// <summary>Whether what has run out ends by itself, and who may change that.</summary>
/// <param name="IsBegun">The rules in force are.</param>
/// <param name="AreAllBegun">Those of every desk are: what is one for all ends.</param>
public sealed record RetentionStandingView(bool IsBegun, bool AreAllBegun)
{
    /// <summary>"today 10:00 by Service Desk Manager", by these rules or others; null: never, or it was stopped.</summary>
    public string? Last { get; init; }

    /// <summary>Whether they may begin and stop it.</summary>
    public bool MayChange { get; init; }

    /// <summary>"12": how many things would end.</summary>
    public required string Number { get; init; }

    /// <summary>What is sent with the form: whoever begins it has seen this.</summary>
    public required string Seen { get; init; }
}

/// <param name="What">"What is said on cases".</param>
/// <param name="Kept">"6 years from the closing of the case", "without end".</param>
public sealed record RetentionRowView(string What, string Kept)
{
    /// <summary>"12 run out", "None has run out"; null: nothing ends.</summary>
    public string? RunOut { get; init; }

    /// <summary>"3 are kept by a legal hold"; null: none is.</summary>
    public string? Held { get; init; }
}

/// <summary>What was ended of one category on one day by one rule.</summary>
/// <param name="Day">"Thu 24 Dec 2026".</param>
/// <param name="What">"What is said on cases: 12".</param>
/// <param name="Rule">"6 years, guide 2.0".</param>
/// <param name="About">References of cases, ids of mails; empty: there is no more to say.</param>
public sealed record RetentionDeedView(string Day, string What, string Rule, IReadOnlyList<string> About);
