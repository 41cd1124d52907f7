using Rung.Server.Pages.Cases;
using Rung.Server.Pages.Clocks;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;

namespace Rung.Server.Pages.Calls;

/// <summary>A call being taken: one page of questions in any order (ESS-17 to ESS-25).</summary>
public sealed record CallView
{
    public required FrameView Frame { get; init; }

    /// <summary>Address the form is sent to; a hidden <c>do</c> says what is wanted.</summary>
    public required string Post { get; init; }

    /// <summary>When the call began, Unix milliseconds of the desk's clock.</summary>
    public required long BeganMs { get; init; }

    /// <summary>When the last answer was saved; null: nothing is saved yet.</summary>
    public long? SavedMs { get; init; }
    public required CallerView Caller { get; init; }

    /// <summary>The customer runs its own first-line desk: nothing else is asked (ESS-05).</summary>
    public StopView? Stop { get; init; }

    /// <summary>Where it can be handed over to, instead of making it a case (ESS-12, ESS-85).</summary>
    public IReadOnlyList<HandOverView> HandOvers { get; init; } = [];

    /// <summary>Kind, services, the guide's questions, subject; in the order they are asked.</summary>
    public required IReadOnlyList<FieldView> Questions { get; init; }

    /// <summary>Rarely needed: another priority than the proposed one, the customer's own reference.</summary>
    public required IReadOnlyList<FieldView> Extras { get; init; }

    /// <summary>What solved it, when it is resolved on this call (ESS-25).</summary>
    public required FieldView Resolution { get; init; }
    public required ReadBackView ReadBack { get; init; }
    public required IReadOnlyList<CheckView> Checklist { get; init; }
    public IReadOnlyList<ReportedView> Reported { get; init; } = [];

    /// <summary>The reference is issued; the rest of the intake follows.</summary>
    public CaseLinkView? Case { get; init; }

    /// <summary>Why the main button would be refused now; empty: it would not.</summary>
    public IReadOnlyList<string> Blocked { get; init; } = [];
    public IReadOnlyList<ErrorView> Errors { get; init; } = [];

    /// <summary>A call that was left without a reference.</summary>
    public AdviceView? Left { get; init; }

    internal bool Issued => Case is not null;
}

public sealed record CaseLinkView(string Reference, string Href, int Version);

/// <summary>Who reports.</summary>
public sealed record CallerView
{
    /// <summary>"Caller", "Who reports it".</summary>
    public required string Label { get; init; }
    public string Query { get; init; } = "";
    public IReadOnlyList<CallerMatchView> Matches { get; init; } = [];

    /// <summary>Said when nothing was found.</summary>
    public string? Nothing { get; init; }
    public PickedCallerView? Picked { get; init; }
}

/// <param name="Pick">What the button sends: <c>customer/contact</c>.</param>
public sealed record CallerMatchView(string Pick, string Customer, string Contact, string? Detail);

/// <param name="Line">"Millbrook Primary · School business manager · 01632 960 041".</param>
/// <param name="Standing">"Site administrator. Contacts us directly."</param>
public sealed record PickedCallerView(string Pick, string Line, string Standing)
{
    /// <summary>The reference is issued to them: nobody else can be picked.</summary>
    public bool IsFixed { get; init; }

    /// <summary>Name and number of a person who is not on the list yet.</summary>
    public IReadOnlyList<FieldView> Unlisted { get; init; } = [];
}

/// <summary>Stop: the customer's own desk goes first (ESS-05, ESS-06).</summary>
/// <param name="Say">What the agent tells the caller.</param>
public sealed record StopView(
    string Customer,
    string DeskName,
    string DeskPhone,
    string PhoneHref,
    string Say,
    CiteView Cite
);

/// <summary>Another route of the guide.</summary>
/// <param name="Do">What its button sends.</param>
/// <param name="Say">What the agent tells the caller.</param>
/// <param name="Lit">What is asked for goes there.</param>
public sealed record HandOverView(string Do, string Name, string? Note, string Say, CiteView Cite, bool Lit);

/// <summary>What is read back to the caller.</summary>
public sealed record ReadBackView
{
    /// <summary>"Read back", "If it is issued now".</summary>
    public required string Title { get; init; }
    public string? Reference { get; init; }

    /// <summary>Parts of the sentence; the ones that matter most are strong.</summary>
    public required IReadOnlyList<(string Words, bool Strong)> Sentence { get; init; }

    /// <summary>The rule that proposed the priority.</summary>
    public CiteView? Cite { get; init; }
    public ClockView? Clock { get; init; }

    /// <summary>Said when the customer is to be telephoned, since what failed carries their mail (ESS-51).</summary>
    public string? Ring { get; init; }
}

public enum CheckState
{
    Done,
    NotStarted,
    CannotFinishYet,
    Optional,
}

public sealed record CheckView(string Label, CheckState State, string? FieldId)
{
    internal string Tag =>
        State switch
        {
            CheckState.Done => "done",
            CheckState.NotStarted => "not started",
            CheckState.CannotFinishYet => "cannot finish yet",
            _ => "optional",
        };
}

/// <summary>A live case that may be the same matter.</summary>
/// <param name="Why">"same service, 9 schools since 11:22".</param>
public sealed record ReportedView(string Reference, string Href, string Subject, string Why);
