using Microsoft.Data.Sqlite;

namespace Rung.Storage.Sqlite;

/// <summary>Tells failures of the disk from bugs.</summary>
internal static class SqliteErrors
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <returns>Null when the failure is not the database's: a bug.</returns>
    public static StorageException? AsStorage(Exception failure, string path) =>
        failure switch
        {
            StorageException known => known,
            SqliteException sqlite when Fault(sqlite.SqliteErrorCode) is { } fault => new StorageException(
                fault,
                $"{Words(fault)}: {path}. {sqlite.Message}",
                sqlite
            ),
            _ => null,
        };

    /// <exception cref="StorageException">The file cannot be used.</exception>
    public static void Guard(string path, Action work) =>
        Guard(
            path,
            () =>
            {
                work();
                return true;
            }
        );

    /// <exception cref="StorageException">The file cannot be used.</exception>
    public static T Guard<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException failure)
        {
            throw AsStorage(failure, path) ?? (Exception)failure;
        }
    }

    private static StorageFault? Fault(int code) =>
        code switch
        {
            Busy or Locked => StorageFault.Busy,
            ReadOnly => StorageFault.ReadOnly,
            InputOutput => StorageFault.InputOutput,
            Corrupt or NotADatabase => StorageFault.Damaged,
            Full => StorageFault.DiskFull,
            CannotOpen => StorageFault.CannotOpen,
            _ => null,
        };

    private static string Words(StorageFault fault) =>
        fault switch
        {
            StorageFault.Busy => "Another process has held the database for too long; stop it or try again",
            StorageFault.ReadOnly => "The database may not be written; check who owns the file and its folder",
            StorageFault.Damaged => "The file is damaged or is no database; restore the last backup",
            StorageFault.DiskFull => "The disk is full; make room and try again",
            StorageFault.CannotOpen => "The database cannot be opened; the folder must exist and be writable",
            _ => "The disk failed while the database was used",
        };
}
