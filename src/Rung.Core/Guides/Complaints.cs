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

public enum StageMetBy
{
    /// <summary>The full answer, or a holding reply where the stage lets it count.</summary>
    Answer,

    /// <summary>Word that the complaint has arrived; whatever says more counts as well (R38).</summary>
    Acknowledgement,
}

public enum StageClock
{
    Desk,

    /// <summary>Set by law: starts at the first complaint, is never paused (semantics 39).</summary>
    Statutory,
}

/// <summary>Notice of planned work (guide model 12, semantics 40).</summary>
public sealed record MaintenanceNotice(
    string Id,
    string Name,
    Allowance Lead,
    Allowance? Update,
    string Audience,
    string? Window,
    string Cite
)
{
    /// <summary>Id of the calendar in whose hours such work is done; null: not stated.</summary>
    public string? Calendar { get; init; }

    /// <summary>How soon after the work its end is told; null: not stated.</summary>
    public Allowance? Completion { get; init; }
}

/// <summary>A goal over many cases: reporting only (guide model 17).</summary>
/// <param name="Share">0 to 1.</param>
public sealed record ReportGoal(
    string Id,
    string Name,
    string Measure,
    decimal Share,
    string Period,
    When AppliesWhen,
    string Cite
);
