using NodaTime;
using Rung.Core.Time;

namespace Rung.Core.Guides;

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

/// <summary>How a customer is kept informed (guide model 12). SMC-12.</summary>
/// <param name="Interval">None where the plan goes by <see cref="Slots"/> alone.</param>
public sealed record CommunicationPlan(
    string Id,
    string Name,
    When AppliesWhen,
    Channel Channel,
    Allowance Interval,
    string Audience,
    string? Content,
    Need Approval,
    string Cite
)
{
    /// <summary>Fixed times of day, on the desk's clock; empty: by interval.</summary>
    public IReadOnlyList<LocalTime> Slots { get; init; } = [];
}

/// <summary>What gives a promise that nobody has to agree.</summary>
public enum PromiseOn
{
    /// <summary>The customer asks how things stand; the next word to them keeps it. ESS-78.</summary>
    UpdateRequested,
}

/// <summary>A dated undertaking to a person and what follows when it is missed.</summary>
public sealed record PromiseRule(
    string Id,
    string Name,
    string Owner,
    string To,
    Allowance? Due,
    string? Calendar,
    IReadOnlyList<string> AlertWhenMissed,
    string Cite
)
{
    /// <summary>What gives it; null: it is agreed, or the part of the guide that names it gives it.</summary>
    public PromiseOn? On { get; init; }

    /// <summary>Cases on which it is given.</summary>
    public When AppliesWhen { get; init; } = When.Everything;
}
