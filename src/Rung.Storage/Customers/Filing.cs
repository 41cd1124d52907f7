using Rung.Core.Customers;

namespace Rung.Storage.Customers;

/// <summary>What became of a customer that was to be put on file.</summary>
public abstract record Filing
{
    private Filing() { }

    public sealed record Added : Filing;

    public sealed record Replaced : Filing;

    /// <summary>It is not what the author saw any more; nothing was done.</summary>
    public sealed record Stale : Filing;

    /// <param name="Other">Has the id, at another desk, or the site code.</param>
    public sealed record InTheWay(Customer Other) : Filing;
}
