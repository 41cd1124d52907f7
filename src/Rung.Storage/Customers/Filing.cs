using Rung.Core.Customers;
using Rung.Storage.Outbox;

namespace Rung.Storage.Customers;

/// <summary>What becomes of a customer that takes the place of what was on file, and the mails that say so; all of it or nothing.</summary>
public sealed record Replacement(Customer Customer, IReadOnlyList<OutboxMessage> Messages);

/// <summary>What became of a customer that was to be put on file.</summary>
public abstract record Filing
{
    private Filing() { }

    public sealed record Added : Filing;

    /// <param name="Before">As it was.</param>
    /// <param name="Now">As it is.</param>
    public sealed record Replaced(Customer Before, Customer Now) : Filing;

    /// <summary>It is not what the author saw any more; nothing was done.</summary>
    public sealed record Stale : Filing;

    /// <param name="Other">Has the id, at another desk, or the site code.</param>
    public sealed record InTheWay(Customer Other) : Filing;
}
