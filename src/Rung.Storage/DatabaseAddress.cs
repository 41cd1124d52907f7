namespace Rung.Storage;

/// <summary>Where a database is and of which kind. Its text is fit to be shown: it has no password in it.</summary>
public abstract record DatabaseAddress
{
    private protected DatabaseAddress() { }

    /// <param name="time">The machine's time.</param>
    /// <exception cref="StorageException">It cannot be used.</exception>
    public abstract Task<RungDatabase> Open(TimeProvider time);

    /// <summary>Opens what is there for somebody who only reads: nothing is made and no schema changed.</summary>
    /// <exception cref="StorageException">It cannot be used, or is not at this version's schema.</exception>
    public abstract Task<RungDatabase> OpenToRead();

    /// <exception cref="StorageException">It cannot be used, or a newer version was there.</exception>
    public abstract Task<SchemaStatus> Status();

    /// <summary>Brings it to this version's schema: all that is missing, or nothing.</summary>
    /// <returns>What was missing.</returns>
    /// <exception cref="StorageException">It cannot be used, or a newer version was there.</exception>
    public abstract Task<IReadOnlyList<string>> Migrate();

    /// <summary>The SQL by which somebody else can do what <see cref="Migrate"/> does; empty when nothing is missing.</summary>
    public abstract string Script(SchemaStatus status);
}
