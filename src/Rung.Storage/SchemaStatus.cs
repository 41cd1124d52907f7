namespace Rung.Storage;

/// <summary>How far a database is beside this version of the product.</summary>
/// <param name="Applied">Migrations that it has; none: it is empty.</param>
/// <param name="Missing">Migrations that this version needs besides, oldest first.</param>
public sealed record SchemaStatus(IReadOnlyList<string> Applied, IReadOnlyList<string> Missing)
{
    public bool IsCurrent => Missing.Count == 0;
}
