namespace Rung.Storage;

/// <summary>The database could not be used. Whatever was being written is not acknowledged and may be tried again.</summary>
public sealed class StorageException(StorageFault fault, string message, Exception? inner = null)
    : Exception(message, inner)
{
    public StorageFault Fault { get; } = fault;
}

public enum StorageFault
{
    /// <summary>No room left on the disk.</summary>
    DiskFull,

    /// <summary>The file or its folder may not be written.</summary>
    ReadOnly,

    /// <summary>Reading or writing failed below the database.</summary>
    InputOutput,

    /// <summary>The file, or the database on its server, cannot be opened.</summary>
    CannotOpen,

    /// <summary>The server does not answer, or the connection broke. What was being committed may have been kept.</summary>
    Unreachable,

    /// <summary>The database lacks migrations of this version, or is set up in a way that cannot keep promises.</summary>
    NotPrepared,

    /// <summary>Somebody else held the database for too long.</summary>
    Busy,

    /// <summary>The database is damaged or is none.</summary>
    Damaged,

    /// <summary>The database was written by a newer version of the product.</summary>
    NewerSchema,

    /// <summary>The database was closed.</summary>
    Closed,
}
