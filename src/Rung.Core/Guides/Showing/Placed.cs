namespace Rung.Core.Guides.Showing;

/// <summary>A block and where it stands.</summary>
/// <param name="Under">Id of the paragraph that the data behind it cites.</param>
/// <param name="Otherwise">
/// Heading of the chapter that takes it when the guide has no such paragraph: for data that cites nothing, which stands
/// under the paragraph named like its key (<c>services</c>, <c>roles</c>) or, without one, in a chapter of its own.
/// </param>
internal sealed record Placed(string Under, Block Block, string? Otherwise = null)
{
    /// <summary>One block for each paragraph that some of the items cite, in the order of the items.</summary>
    public static IEnumerable<Placed> ByCite<T>(
        IEnumerable<T> items,
        Func<T, string> cite,
        Func<IReadOnlyList<T>, Block> block
    ) => items.GroupBy(cite).Select(group => new Placed(group.Key, block([.. group])));
}
