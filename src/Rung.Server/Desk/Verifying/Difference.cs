namespace Rung.Server.Desk.Verifying;

/// <summary>Something that is stored and is not what the events of its case say.</summary>
/// <param name="Reference">Of the case, as it is stored.</param>
/// <param name="Column">What differs: <c>TABLE.COLUMN</c>, and of the dues and events which one.</param>
/// <param name="Stored">Null: nothing is stored.</param>
/// <param name="Expected">Null: nothing is to be stored.</param>
/// <param name="Mend">What to do.</param>
internal sealed record Difference(
    string Desk,
    string Reference,
    string Column,
    string? Stored,
    string? Expected,
    string Mend
);

/// <summary>What to do about a difference.</summary>
internal static class Mend
{
    public const string Rewrite =
        "Write a note on the case: whatever happens to a case writes its row, dues and promises anew from its events.";
    public const string Restore = "Restore the last backup on which 'rung db verify' finds nothing.";
    public const string Event =
        "If a newer Rung wrote it, run that one; otherwise restore the last backup on which 'rung db verify' finds nothing.";
    public const string Guide =
        "Put that version of the guide back into the folder guides and start 'rung serve' once, which keeps its text.";
    public const string Link = "Unlink the two cases where they are linked, and link them again.";
    public const string Bug = "Please report this as a bug in Rung, with the events of the case.";
}
