namespace Rung.Storage.Sqlite;

/// <summary>A database in a file.</summary>
public sealed record SqliteFile(string Path) : DatabaseAddress
{
    public override Task<RungDatabase> Open(TimeProvider time) =>
        Task.FromResult<RungDatabase>(SqliteDatabase.Open(Path, time));

    public override Task<RungDatabase> OpenToRead() => Task.FromResult<RungDatabase>(SqliteDatabase.OpenToRead(Path));

    /// <inheritdoc/>
    /// <remarks>A file that is not there is not made.</remarks>
    public override Task<SchemaStatus> Status() =>
        Task.FromResult(
            File.Exists(Path)
                ? SqliteErrors.Guard(Path, () => SqliteSchema.Status(new SqliteConnections(Path)))
                : SqliteSchema.Of.Status([], Path)
        );

    public override Task<IReadOnlyList<string>> Migrate() =>
        Task.FromResult(
            SqliteErrors.Guard(Path, () => SqliteSchema.Prepare(new SqliteConnections(Path), SqliteSchema.Of))
        );

    public override string Script(SchemaStatus status) =>
        status.IsCurrent ? "" : $"BEGIN IMMEDIATE;\n\n{string.Join('\n', SqliteSchema.Of.Scripts(status))}\nCOMMIT;\n";

    /// <summary>
    /// Makes a whole copy as of one moment, while others read and write. It is muted, and gets its name when it is
    /// known to be sound.
    /// </summary>
    /// <param name="to">A file that is not there yet.</param>
    /// <exception cref="StorageException">The file cannot be read, or the copy not written.</exception>
    public void CopyTo(string to) => SqliteErrors.Guard(Path, () => SqliteBackup.Copy(new SqliteConnections(Path), to));

    /// <summary>Reads every page of it.</summary>
    /// <returns>What is wrong with it, in the database's words; null: nothing.</returns>
    /// <exception cref="StorageException">It cannot be read at all.</exception>
    public string? Damage() => SqliteErrors.Guard(Path, () => SqliteBackup.Damage(Path));

    public override string ToString() => Path;
}
