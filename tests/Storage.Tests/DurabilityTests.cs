using Rung.Storage.Sqlite;
using Xunit;

namespace Rung.Storage.Tests;

/// <summary>What SQLite is told about when a commit counts as kept. R42, R43.</summary>
public sealed class DurabilityTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rung-durable-");

    public void Dispose() => _folder.Delete(recursive: true);

    // What a process that is killed cannot show, since the operating system lives on: a power cut loses nothing either.
    [Fact]
    public async Task What_is_committed_is_on_the_disk_before_it_is_acknowledged()
    {
        var connections = new SqliteConnections(Path.Combine(_folder.FullName, "rung.db"));
        SqliteSchema.Prepare(connections, SqliteSchema.Of);
        await using var writer = new SqliteWriter(connections);

        var journal = await writer.Write(session => session.List("PRAGMA journal_mode", row => row.Text(0)));
        var synchronous = await writer.Write(session => session.Number("PRAGMA synchronous"));

        Assert.Equal(["wal"], journal);
        Assert.Equal(2, synchronous); // FULL
    }
}
