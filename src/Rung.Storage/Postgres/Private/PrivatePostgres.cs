using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;

namespace Rung.Storage.Postgres.Private;

/// <summary>
/// A PostgreSQL server of our own: in a folder of its own, on a port of 127.0.0.1 alone, with a password that nobody
/// else knows. It ends with this process, however that ends, and its folder with it.
/// </summary>
public sealed class PrivatePostgres : IAsyncDisposable
{
    private const int MostTries = 3;

    private readonly Process _keeper;
    private readonly string _password;
    private readonly int _port;

    private PrivatePostgres(Process keeper, string password, int port) =>
        (_keeper, _password, _port) = (keeper, password, port);

    /// <param name="under">Where its folder is made; everybody on this machine may enter there, as in <c>/tmp</c>.</param>
    /// <exception cref="StorageException">PostgreSQL is not installed here, or does not start.</exception>
    public static async Task<PrivatePostgres> Start(string under)
    {
        var programs =
            PostgresPrograms.Find() ?? throw new StorageException(StorageFault.CannotOpen, PostgresPrograms.Missing);
        var folder = Path.Combine(under, $"rung-postgres-{Guid.NewGuid():N}");
        var password = RandomNumberGenerator.GetHexString(32);
        await Prepare(programs, folder, password);
        for (var tries = 1; ; tries++)
        {
            var port = FreePort();
            var keeper = PostgresKeeper.Start(programs, folder, port);
            if (await keeper.StandardOutput.ReadLineAsync() == PostgresKeeper.Ready)
            {
                return new PrivatePostgres(keeper, password, port);
            }
            var said = await keeper.StandardOutput.ReadToEndAsync();
            keeper.Dispose();
            // Somebody else may have taken the port meanwhile.
            if (tries == MostTries)
            {
                throw new StorageException(
                    StorageFault.CannotOpen,
                    $"PostgreSQL does not start. It says: {said.Trim()}"
                );
            }
        }
    }

    /// <summary>Makes an empty database.</summary>
    /// <param name="like">What follows <c>CREATE DATABASE name</c>: a template, a locale.</param>
    public async Task<PostgresAddress> Create(string name, string like = "")
    {
        await Run($"CREATE DATABASE {name} {like}");
        return Address(name);
    }

    /// <summary>Runs a statement in the database <c>postgres</c>, as the server's owner.</summary>
    public async Task Run(string sql)
    {
        await using var source = Address("postgres").Connect();
#pragma warning disable CA2100 // for demos and tests: there is nobody else on this server
        await using var command = source.CreateCommand(sql);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    public PostgresAddress Address(string database)
    {
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = $"{IPAddress.Loopback}",
            Port = _port,
            Database = database,
            Username = PostgresKeeper.Owner,
            Password = _password,
        };
        return PostgresAddress.TryParse(settings.ConnectionString, out var address, out var problem)
            ? address
            : throw new InvalidOperationException(problem);
    }

    public async ValueTask DisposeAsync()
    {
        _keeper.StandardInput.Close();
        await _keeper.WaitForExitAsync();
        _keeper.Dispose();
    }

    private static async Task Prepare(string programs, string folder, string password)
    {
        PostgresKeeper.MakeFolder(folder);
        var secret = Path.Combine(folder, "password");
        await File.WriteAllTextAsync(secret, password);
        using var prepare = PostgresKeeper.Prepare(programs, folder, secret);
        var said = await prepare.StandardOutput.ReadToEndAsync();
        await prepare.WaitForExitAsync();
        File.Delete(secret);
        if (prepare.ExitCode != 0)
        {
            throw new StorageException(
                StorageFault.CannotOpen,
                $"PostgreSQL makes no database. It says: {said.Trim()}"
            );
        }
    }

    private static int FreePort()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        return ((IPEndPoint)taken.LocalEndpoint).Port;
    }
}
