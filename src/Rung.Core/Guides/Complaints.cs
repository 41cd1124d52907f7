using Rung.Core.Time;

namespace Rung.Core.Guides;

/// <summary>How a complaint is made and answered. ESS-88 to ESS-93, A-20, A-21.</summary>
public sealed record ComplaintProcess(
    IReadOnlyList<string> Routes,
    string? ManagementRoute,
    IReadOnlyList<ComplaintStage> Stages,
    IReadOnlyList<string> VisibleTo,
    string? RedirectNote,
    string Cite
)
{
    /// <summary>Whom a customer may turn to outside, in words; null: not stated.</summary>
    public string? ExternalBody { get; init; }

    /// <summary>Whether a route is a way to complain, or to take a complaint to the management. ESS-88, ESS-91.</summary>
    public bool Has(Route route) => Routes.Contains(route.Id) || ManagementRoute == route.Id;
}

/// <param name="HoldingReply">Whether a holding reply meets this stage.</param>
/// <param name="FollowUp">A further answer that is owed after a holding reply; null: none.</param>
public sealed record ComplaintStage(
    string Id,
    string Name,
    string Role,
    When When,
    Allowance Within,
    string Calendar,
    Permission HoldingReply,
    Allowance? FollowUp,
    StageClock Clock,
    string Cite
)
{
    /// <summary>How the answer is given, where the guide says so.</summary>
    public Channel? By { get; init; }

    /// <summary>What meets it.</summary>
    public StageMetBy MetBy { get; init; } = StageMetBy.Answer;
}

/// <summary>What the customer has to hear for a stage to be met.</summary>
public enum StageMetBy
{
    /// <summary>The full answer, or a holding reply where the stage lets it count.</summary>
    Answer,

    /// <summary>Word that the complaint has arrived; whatever says more counts as well (R38).</summary>
    Acknowledgement,
}

/// <summary>Whose rules a stage counts by.</summary>
public enum StageClock
{
    /// <summary>The guide's: from the receipt, out of hours from the next opening. A-20.</summary>
    Desk,

    /// <summary>Set by law: starts at the first complaint, is never paused (semantics 39).</summary>
    Statutory,
}
