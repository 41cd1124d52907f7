using System.Threading.Channels;
using Rung.Storage.Postgres;
using Rung.Storage.Tests.Databases;
using Xunit;

namespace Rung.Storage.Tests;

/// <summary>What one node tells, every node hears that listens.</summary>
public sealed class HintTests
{
    [Fact]
    public async Task A_node_hears_what_another_tells_and_its_own_words()
    {
        await using var store = await Store.Open(DatabaseKind.Postgres);
        await using var other = (PostgresDatabase)await store.Another();
        var heard = Channel.CreateUnbounded<string>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var begun = new TaskCompletionSource();
        var listening = other.Hints.Listen(
            begun.SetResult,
            said => Assert.True(heard.Writer.TryWrite(said)),
            stop.Token
        );
        await begun.Task;
        var longest = new string('ü', PostgresHints.Longest / 2);
        await ((PostgresDatabase)store.Database).Hints.Tell("from the first\nß🔧");
        await other.Hints.Tell(longest);
        Assert.Equal("from the first\nß🔧", await heard.Reader.ReadAsync(stop.Token));
        Assert.Equal(longest, await heard.Reader.ReadAsync(stop.Token));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listening);
    }

    [Fact]
    public async Task Who_listens_is_told_when_the_server_hangs_up_and_work_goes_on_with_a_new_connection()
    {
        await using var store = await Store.Open(DatabaseKind.Postgres);
        var database = (PostgresDatabase)store.Database;
        var begun = new TaskCompletionSource();
        var listening = database.Hints.Listen(begun.SetResult, _ => { }, TestContext.Current.CancellationToken);
        await begun.Task;
        await PostgresServer.Run(
            $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{((PostgresAddress)store.Address).Database}'"
        );
        var told = await Assert.ThrowsAsync<StorageException>(() => listening);
        Assert.Equal(StorageFault.Unreachable, told.Fault);
        Assert.Contains(store.Address.ToString(), told.Message, StringComparison.Ordinal);
        await store.Database.Settings.Set("after", "the break");
        Assert.Equal("the break", await store.Database.Settings.Find("after"));
    }
}
