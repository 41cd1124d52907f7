namespace Rung.Storage.Cases;

/// <summary>
/// Where the rows of complaints stand: apart from those of their desk, so that no list, count or search of the desk can
/// find one by mistake. Only what asks for the shelf of complaints sees them. ESS-93.
/// </summary>
public static class Shelf
{
    // No id of a desk has a stroke in it.
    private const string Complaints = "/complaints";

    /// <summary>The desk's own shelf, or that of its complaints.</summary>
    public static string Of(string desk, ShelfFor what) => what == ShelfFor.Complaints ? desk + Complaints : desk;

    /// <summary>The desk that a shelf belongs to.</summary>
    public static string DeskOf(string shelf) =>
        shelf.EndsWith(Complaints, StringComparison.Ordinal) ? shelf[..^Complaints.Length] : shelf;
}

public enum ShelfFor
{
    Work,
    Complaints,
}
