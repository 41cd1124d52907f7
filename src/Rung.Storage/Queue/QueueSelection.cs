using Rung.Core.Cases;

namespace Rung.Storage.Queue;

public enum QueueSelection
{
    /// <summary>Everything that is not closed.</summary>
    Live,

    /// <summary>Live and owned by <see cref="QueueQuery.Owner"/>.</summary>
    Mine,

    /// <summary>Live and owned by nobody.</summary>
    Unassigned,
    OnHold,

    /// <summary>Waiting for the customer's confirmation.</summary>
    ToConfirm,

    /// <summary>Live, running, and the due is before now.</summary>
    Overdue,

    /// <summary>Live and without a priority.</summary>
    PriorityMissing,
    Closed,

    /// <summary>An escalation goes on.</summary>
    Escalated,

    /// <summary>Live, with cases linked under it.</summary>
    Incidents,

    /// <summary>Live and closed.</summary>
    All,
}
