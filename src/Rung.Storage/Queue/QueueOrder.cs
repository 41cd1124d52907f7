using Rung.Core.Cases;

namespace Rung.Storage.Queue;

/// <summary>
/// The order of a queue as columns: place in the guide (missing first, granted urgency instead of the priority), running
/// before paused and resolved, nearest due, reference issued first, lower id. ESS-27, semantics "Queue order".
/// </summary>
internal static class QueueOrder
{
    private const long Running = 0;
    private const long Standing = 1;
    private const long Never = long.MaxValue;

    /// <summary>In the column <c>condition</c>: resolved to confirm, but only the reason for outage is missing.</summary>
    public const string RfoMissing = "RfoMissing";

    public static long Live(QueueRow row) => row.Condition == Condition.Closed ? 0 : 1;

    public static long Rank(QueueRow row) => row.UrgencyRank ?? row.PriorityRank;

    public static long Stand(QueueRow row) =>
        row.Clock.State == QueueClockState.Paused
        || row.Condition is Condition.Resolved or Condition.ResolvedToConfirm or Condition.Closed
            ? Standing
            : Running;

    /// <summary>In the column <c>escalated</c>, above every level: the escalation is another case's, which covers this one.</summary>
    public const long Covered = 1_000;

    /// <summary>The level of the escalation that goes on, <see cref="Covered"/> where that is another case's; 0: none does.</summary>
    public static long Escalated(QueueRow row) =>
        Live(row) == 1 ? row.EscalationLevel ?? (row.EscalatedWith is null ? 0 : Covered) : 0;

    /// <summary>How many cases are linked under a live one; 0 of a closed one.</summary>
    public static long Parts(QueueRow row) => Live(row) == 1 ? row.Children : 0;

    public static string Word(QueueRow row) =>
        row is { RfoMissing: true, Condition: Condition.ResolvedToConfirm } ? RfoMissing : row.Condition.ToString();

    /// <summary>The due while something is owed by then. A running row whose value is before now is overdue.</summary>
    public static long Due(QueueRow row) =>
        row.Clock is { State: QueueClockState.Running or QueueClockState.Missed, DueAt: { } due }
            ? Micros.Of(due)
            : Never;

    /// <summary>The row's value in a column that some order goes by, as the parameter <c>@after_COLUMN</c>.</summary>
    public static SqlValue Place(QueueRow row, string column) =>
        column switch
        {
            "rank" => (After(column), Rank(row)),
            "stand" => (After(column), Stand(row)),
            "due_order" => (After(column), Due(row)),
            "logged_at" => (After(column), Micros.Of(row.LoggedAt)),
            "case_id" => (After(column), row.CaseId),
            "customer_id" => (After(column), row.CustomerId),
            _ => throw new ArgumentOutOfRangeException(nameof(column), column, message: null),
        };

    public static string After(string column) => "after_" + column;
}
