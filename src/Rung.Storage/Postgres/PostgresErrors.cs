using System.Net.Sockets;
using Npgsql;
using static Npgsql.PostgresErrorCodes;

namespace Rung.Storage.Postgres;

/// <summary>Tells a lost race from a failure of the server, and either from a bug.</summary>
internal static class PostgresErrors
{
    private const string ConnectionFailures = "08";
    private const string WrongPassword = "28";
    private const string Corrupted = "XX";

    /// <summary>
    /// Another transaction was quicker. Run again, the work sees what that one did; a unique key that was taken even
    /// then is no race.
    /// </summary>
    public static bool IsLostRace(PostgresException failure) =>
        failure.SqlState is SerializationFailure or DeadlockDetected or UniqueViolation;

    /// <exception cref="StorageException">The database could not be used.</exception>
    public static async Task<T> Guard<T>(PostgresAddress address, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception failure) when (failure is not StorageException && AsStorage(failure, address) is not null)
        {
            throw AsStorage(failure, address)!;
        }
    }

    private static StorageException? AsStorage(Exception failure, PostgresAddress address) =>
        failure switch
        {
            PostgresException server when Fault(server.SqlState) is { } fault => new StorageException(
                fault,
                $"{Words(fault)}: {address}. {server.MessageText}",
                server
            ),
            PostgresException => null,
            NpgsqlException { InnerException: TimeoutException } slow => Storage(StorageFault.Busy, slow, address),
            // What the server asks for and nobody gave: Npgsql says so with nothing that tells it from others but its words.
            NpgsqlException { InnerException: null } unasked
                when unasked.Message.Contains("password", StringComparison.Ordinal) => Storage(
                StorageFault.CannotOpen,
                unasked,
                address
            ),
            NpgsqlException or SocketException or IOException or TimeoutException or ObjectDisposedException => Storage(
                StorageFault.Unreachable,
                failure,
                address
            ),
            _ => null,
        };

    private static StorageException Storage(StorageFault fault, Exception failure, PostgresAddress address) =>
        new(fault, $"{Words(fault)}: {address}. {(failure.InnerException ?? failure).Message}", failure);

    private static StorageFault? Fault(string state) =>
        state switch
        {
            DiskFull => StorageFault.DiskFull,
            ReadOnlySqlTransaction or InsufficientPrivilege => StorageFault.ReadOnly,
            IoError => StorageFault.InputOutput,
            TooManyConnections or LockNotAvailable or QueryCanceled => StorageFault.Busy,
            AdminShutdown or CrashShutdown or CannotConnectNow => StorageFault.Unreachable,
            InvalidCatalogName => StorageFault.CannotOpen,
            UndefinedTable or UndefinedColumn => StorageFault.NotPrepared,
            _ when state.StartsWith(ConnectionFailures, StringComparison.Ordinal) => StorageFault.Unreachable,
            _ when state.StartsWith(WrongPassword, StringComparison.Ordinal) => StorageFault.CannotOpen,
            _ when state.StartsWith(Corrupted, StringComparison.Ordinal) => StorageFault.Damaged,
            _ => null,
        };

    private static string Words(StorageFault fault) =>
        fault switch
        {
            StorageFault.Busy => "The database server has no room or no time for more; try again",
            StorageFault.ReadOnly =>
                "The database may not be written; check the role's rights and that this is no standby",
            StorageFault.Damaged => "The database is damaged; restore the last backup",
            StorageFault.DiskFull => "The database server's disk is full; make room and try again",
            StorageFault.CannotOpen =>
                "The database does not let Rung in; check the name of the database and role, and the password, which stands in the file that Rung__Database_FILE names, in the environment as PGPASSWORD, or in ~/.pgpass",
            StorageFault.Unreachable => "The database server does not answer; check that it runs and its address",
            StorageFault.NotPrepared => "The database lacks tables of this version; run 'rung db migrate'",
            _ => "The database server's disk failed",
        };
}
