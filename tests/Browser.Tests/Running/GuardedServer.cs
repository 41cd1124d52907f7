using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Rung.Mail.Transport;
using Rung.Server.Accounts;
using Rung.Server.Accounts.Issuers;
using Rung.Server.Hosting;
using Rung.Storage;

namespace Rung.Browser.Tests.Running;

/// <summary>The product as <c>rung serve</c> runs it, on a folder of its own: people have accounts.</summary>
internal sealed class GuardedServer : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rung-guarded-").FullName;
    private WebApplication? _app;

    public Uri Address => RungHost.Address(_app!);

    public RungDatabase Database => Service<RungDatabase>();

    public T Service<T>()
        where T : notnull => _app!.Services.GetRequiredService<T>();

    /// <param name="issuers">At whose sign-in people may sign in as well.</param>
    public static Task<GuardedServer> Start(params IReadOnlyList<Issuer> issuers) =>
        Start(options => options with { Issuers = issuers });

    /// <summary>One whose mail waits for a mail server that does not answer.</summary>
    public static Task<GuardedServer> StartWriting() =>
        SmtpAddress.TryParse("smtp://127.0.0.1:1", out var nobody, out var problem)
            ? Start(options => options with { Smtp = nobody })
            : throw new ArgumentException(problem);

    private static async Task<GuardedServer> Start(Func<RungOptions, RungOptions> with)
    {
        var server = new GuardedServer();
        server._app = await RungHost.Build(with(new RungOptions(server._folder, 0) { HasAccounts = true }));
        await server._app.StartAsync();
        return server;
    }

    /// <summary>The token that makes the first account.</summary>
    public async Task<string> FirstToken() => (await Service<FirstRun>().Begin())!;

    public async ValueTask DisposeAsync()
    {
        await _app!.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
