using System.Diagnostics;
using Rung.Server.Tests.Commands;
using Rung.Server.Tests.Hosting;
using Rung.Storage.Sqlite;
using Xunit;

namespace Rung.Server.Tests.Nodes;

/// <summary><c>rung db</c>, and how an installation is told which database it has.</summary>
public sealed class DatabaseCommandTests : IDisposable
{
    private const string Variable = "Rung__Database";

    private readonly string _folder = Directory.CreateTempSubdirectory("rung-db-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task PostgreSQL_is_migrated_on_request_and_serve_says_so_until_then()
    {
        await using var shared = await SharedDatabase.Empty();
        var secret = Path.Combine(_folder, "secret");
        await File.WriteAllTextAsync(
            secret,
            shared.Address.ConnectionString + "\n",
            TestContext.Current.CancellationToken
        );
        Dictionary<string, string> environment = new() { [Variable + "_FILE"] = secret };
        string[] serve = ["serve", "--data", _folder, "--port", "0"];

        var (code, output, error) = await RungProgram.Run(serve, environment);
        Assert.Equal((3, ""), (code, output));
        Assert.Equal($"rung: {shared.Address} has no tables of Rung yet: make them with 'rung db migrate'.\n", error);

        (code, output, _) = await RungProgram.Run(["db", "status"], environment);
        Assert.Equal(1, code);
        Assert.Contains("  lacks  20260101000000_Initial\n", output, StringComparison.Ordinal);
        (_, output, _) = await RungProgram.Run(["db", "script"], environment);
        Assert.Contains("CREATE TABLE cases (", output, StringComparison.Ordinal);

        (code, output, _) = await RungProgram.Run(["db", "migrate"], environment);
        Assert.Equal(0, code);
        Assert.EndsWith("is at this version's schema.\n", output, StringComparison.Ordinal);
        (code, output, _) = await RungProgram.Run(["db", "status"], environment);
        Assert.Equal(0, code);
        Assert.Contains("  has    20260101000000_Initial\n", output, StringComparison.Ordinal);

        await using var desk = await ServedDesk.Start(_folder, environment);
        Assert.Equal(
            "ready",
            await desk.Client.GetStringAsync("/healthz/ready", TestContext.Current.CancellationToken)
        );
        Assert.False(File.Exists(Path.Combine(_folder, "rung.db")));
        Assert.Equal(0, await desk.Terminate());
    }

    [Theory]
    [InlineData("Host=127.0.0.1", "the address names no database")]
    [InlineData("Database=rung", "the address names no host")]
    [InlineData("postgresql://127.0.0.1", "the address names no database")]
    [InlineData(
        "Host=h;Database=d;Colour=blue",
        "'colour' is no setting of a PostgreSQL connection, or its value is not one that it can have"
    )]
    [InlineData(
        "Host=h;Database=d;Port=high",
        "'port' is no setting of a PostgreSQL connection, or its value is not one that it can have"
    )]
    [InlineData(
        "secret.example.org",
        "the address is neither postgresql://user:password@host/database nor Host=…;Database=…"
    )]
    public async Task An_address_that_is_none_is_refused_with_what_is_wrong_and_without_its_secrets(
        string address,
        string what
    )
    {
        var (code, output, error) = await RungProgram.Run(
            ["db", "status", "--data", _folder],
            new() { [Variable] = address + (address.Contains(';', StringComparison.Ordinal) ? ";Password=hush" : "") }
        );
        Assert.Equal((3, "", $"rung: {Variable}: {what}.\n"), (code, output, error));

        (code, output, error) = await RungProgram.Run("serve", "--data", _folder, "--database", address);
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith($"rung: --database: {what}.\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_and_a_wrong_password_are_told_in_one_line()
    {
        await using var shared = await SharedDatabase.Fresh();
        var wrong = new Npgsql.NpgsqlConnectionStringBuilder(shared.Address.ConnectionString)
        {
            Password = "hush-hush",
        };
        var (code, _, error) = await RungProgram.Run(["db", "status"], new() { [Variable] = wrong.ConnectionString });
        Assert.Equal(3, code);
        Assert.StartsWith("rung: The database does not let Rung in;", error, StringComparison.Ordinal);
        Assert.DoesNotContain("hush-hush", error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));

        wrong.Password = null;
        (code, _, error) = await RungProgram.Run(["db", "status"], new() { [Variable] = wrong.ConnectionString });
        Assert.Equal(3, code);
        Assert.StartsWith("rung: The database does not let Rung in;", error, StringComparison.Ordinal);
        Assert.Contains("Rung__Database_FILE", error, StringComparison.Ordinal);

        (code, _, error) = await RungProgram.Run(
            "serve",
            "--data",
            _folder,
            "--database",
            "postgresql://rung@127.0.0.1:9/rung"
        );
        Assert.Equal(3, code);
        Assert.StartsWith(
            "rung: The database server does not answer; check that it runs and its address:",
            error,
            StringComparison.Ordinal
        );
        Assert.Single(error.Trim().Split('\n'));

        (code, _, error) = await RungProgram.Run(
            ["db", "status"],
            new() { [Variable] = "x", [Variable + "_FILE"] = "y" }
        );
        Assert.Equal(
            (3, $"rung: {Variable} and {Variable}_FILE are both set: take one of them away.\n"),
            (code, error)
        );
    }

    [Fact]
    public async Task A_server_that_acknowledges_what_is_not_on_its_disk_is_refused_R42()
    {
        await using var shared = await SharedDatabase.Fresh();
        await shared.Run($"ALTER DATABASE {shared.Address.Database} SET synchronous_commit = off");
        var (code, _, error) = await RungProgram.Run(
            ["serve", "--data", _folder],
            new() { [Variable] = shared.Address.ConnectionString }
        );
        Assert.Equal(3, code);
        Assert.Contains(
            "acknowledges what is not on its disk yet (fsync is on, synchronous_commit is off)",
            error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_status_of_SQLite_is_told_without_making_or_changing_it()
    {
        var (code, output, _) = await RungProgram.Run("db", "status", "--data", _folder);
        Assert.Equal(1, code);
        Assert.Contains("  lacks  20260101000000_Initial\n", output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
        await SqliteDatabase.Open(Path.Combine(_folder, "rung.db")).DisposeAsync();
        (code, output, _) = await RungProgram.Run("db", "status", "--data", _folder);
        Assert.Equal(0, code);
        Assert.Contains("  has    20260101000000_Initial\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demo_on_PostgreSQL_opens_like_the_other_and_leaves_nothing_behind()
    {
        var temporary = Directory.CreateDirectory(Path.Combine(_folder, "temporary"));
        using (Process.Start("chmod", ["777", _folder, temporary.FullName]))
        {
            await using var desk = await ServedDesk.Demo(_folder, new() { ["TMPDIR"] = temporary.FullName });
            var queue = await desk.Client.GetStringAsync(
                "/api/v1/schools-desk/queue",
                TestContext.Current.CancellationToken
            );
            Assert.Contains("\"reference\":\"R-", queue, StringComparison.Ordinal);
            Assert.Single(temporary.GetDirectories("rung-postgres-*"));
            Assert.Equal(0, await desk.Terminate());
        }
        Assert.Empty(temporary.GetDirectories("rung-postgres-*"));
    }
}
