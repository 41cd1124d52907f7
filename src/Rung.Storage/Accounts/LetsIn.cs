namespace Rung.Storage.Accounts;

/// <summary>What lets somebody in, or has let them in, and what is on its way to somebody to that end.</summary>
internal static class LetsIn
{
    /// <summary>How each ends, and the table whose lack says that a database of an earlier version has none.</summary>
    public static IReadOnlyList<(string Table, string Without)> All { get; } =
    [
        ("sessions", "DELETE FROM sessions"),
        ("entry_links", "DELETE FROM entry_links"),
        ("contact_sessions", "DELETE FROM contact_sessions"),
        ("contact_links", "DELETE FROM contact_links"),
        ("contact_links", "UPDATE outbox SET sealed = NULL"),
    ];
}
