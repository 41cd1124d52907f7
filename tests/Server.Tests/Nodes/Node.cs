using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rung.Server.Hosting;
using Rung.Server.Tests.Api;
using Rung.Storage;
using Xunit;

namespace Rung.Server.Tests.Nodes;

/// <summary>One node of several on one database, with a folder and a clock of its own.</summary>
internal sealed class Node : IAsyncDisposable
{
    private readonly string _folder;
    private readonly WebApplication _app;

    private Node(string folder, WebApplication app) =>
        (_folder, _app, Client) = (folder, app, new HttpClient { BaseAddress = RungHost.Address(app) });

    public HttpClient Client { get; }
    public RungDatabase Database => Services.GetRequiredService<RungDatabase>();
    public IServiceProvider Services => _app.Services;

    public static async Task<Node> Start(DatabaseAddress address, TimeProvider time)
    {
        var folder = Directory.CreateTempSubdirectory("rung-node-").FullName;
        var app = await RungHost.Build(new RungOptions(folder, 0) { Database = address, Time = time });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new Node(folder, app);
    }

    public Task<string> Health() => Client.GetStringAsync("/healthz/ready", TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>The machine's clock, and a difference to it.</summary>
internal sealed class ShiftedTime(TimeSpan ahead) : TimeProvider
{
    private long _ahead = ahead.Ticks;

    public TimeSpan Ahead
    {
        set => Interlocked.Exchange(ref _ahead, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ahead));
}
