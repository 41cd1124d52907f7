using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Portal.Report;

/// <summary>Where a report begins: what is known already, and whether it is for this desk at all.</summary>
public sealed record ReportStartView(PortalFrameView Frame, string Here)
{
    public required IReadOnlyList<KnownProblemView> Known { get; init; }

    /// <summary>What was begun and not sent.</summary>
    public IReadOnlyList<PortalLink> Begun { get; init; } = [];

    /// <summary>The customer's own desk, which comes first. ESS-05.</summary>
    public OwnDeskView? OwnDesk { get; init; }

    /// <summary>How their contract has it, where it does not have these pages; null: it has. ESS-04.</summary>
    public OtherWaysView? OtherWays { get; init; }

    /// <summary>Nothing can be reported here.</summary>
    public bool IsShut { get; init; }

    /// <summary>Whether anything else than a fault can be asked for.</summary>
    public bool HasOther { get; init; }
    public IReadOnlyList<ContactWayView> Elsewhere { get; init; } = [];
}

/// <param name="Say">What the guide says to whoever comes here first. ESS-06.</param>
public sealed record OwnDeskView(string Name, string Phone, string Say, CiteView Cite);

/// <summary>The ways to report that a contract has in place of these pages.</summary>
public sealed record OtherWaysView(string Contract, IReadOnlyList<ContactWayView> Ways, CiteView Cite);

/// <summary>One question of a report.</summary>
public sealed record ReportStepView(PortalFrameView Frame, string Here, string Back)
{
    /// <summary>"Question 2 of 6".</summary>
    public required string Progress { get; init; }
    public required IReadOnlyList<FieldView> Fields { get; init; }
    public IReadOnlyList<ContactWayView> Elsewhere { get; init; } = [];

    /// <summary>What they should have tried; null: nothing is said.</summary>
    public string? Triage { get; init; }

    /// <summary>Where the help that fits is asked for while somebody types; null: nothing is typed here.</summary>
    public string? FittingHref { get; init; }

    /// <summary>Asked again from the last page, to which it leads back.</summary>
    public bool IsChange { get; init; }
    public IReadOnlyList<ErrorView> Errors { get; init; } = [];
}

/// <summary>The last look before a report is sent, and what will become of it.</summary>
public sealed record ReportCheckView(PortalFrameView Frame, string Here, string Back)
{
    public const string SeenName = "seen";

    /// <summary>Which answers are on the page: others are not sent by it.</summary>
    public required string Seen { get; init; }
    public required IReadOnlyList<AnsweredView> Answers { get; init; }
    public required IReadOnlyList<FieldView> Further { get; init; }
    public required OutlookView Outlook { get; init; }

    /// <summary>It looks serious: the numbers to ring. ESS-16.</summary>
    public ContactWayView? Ring { get; init; }
    public CiteView? RingCite { get; init; }
    public IReadOnlyList<ErrorView> Errors { get; init; } = [];
}

public sealed record AnsweredView(string Question, string Answer, string ChangeHref);

/// <summary>What a report becomes, in plain words.</summary>
/// <param name="Priority">"Priority 3"; null: somebody of the desk sets it.</param>
public sealed record OutlookView(string? Priority)
{
    /// <summary>Why it is that one, or what it means.</summary>
    public string? Means { get; init; }

    /// <summary>"Thursday 31 December 2026, 3:31pm"; null: the guide promises no time.</summary>
    public string? Target { get; init; }

    /// <summary>From when it counts, if that is not now.</summary>
    public string? CountsFrom { get; init; }
    public CiteView? Cite { get; init; }
}

/// <summary>That it was sent, with its reference.</summary>
public sealed record ReportSentView(PortalFrameView Frame, string Reference, OutlookView Outlook)
{
    public required string CaseHref { get; init; }

    /// <summary>Where updates go; null: no address is on file.</summary>
    public string? WrittenTo { get; init; }
    public ContactWayView? Ring { get; init; }
}

/// <summary>The page that adds somebody to the updates on a known problem.</summary>
public sealed record KnownView(PortalFrameView Frame, string Here, KnownProblemView Known)
{
    public required string Back { get; init; }
    public required IReadOnlyList<FieldView> Fields { get; init; }
    public IReadOnlyList<ErrorView> Errors { get; init; } = [];
}
