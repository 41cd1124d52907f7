using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Mail.Transport;
using Rung.Server.Desk;
using Rung.Server.Hosting;
using Rung.Storage;

namespace Rung.Bench;

/// <summary>The product itself on a folder and a free port, at a date of its own.</summary>
internal sealed class BenchDesk : IAsyncDisposable
{
    public const string Id = "schools-desk";

    private readonly WebApplication _app;

    private BenchDesk(WebApplication app) => _app = app;

    public RungDatabase Database => _app.Services.GetRequiredService<RungDatabase>();
    public Guide Guide => _app.Services.GetRequiredService<DeskRegister>().Active.First(one => one.Document.Id == Id);
    public DeskClock Clock => _app.Services.GetRequiredService<DeskClock>();
    public DeskLive Live => _app.Services.GetRequiredService<DeskLive>();
    public Uri Address => RungHost.Address(_app);

    /// <summary>Opens the folder; it is served once started.</summary>
    /// <param name="mailboxes">Whose mail it fetches; null: none.</param>
    public static async Task<BenchDesk> Open(
        string folder,
        Instant now,
        IReadOnlyList<ImapAddress>? mailboxes = null
    ) =>
        new(
            await RungHost.Build(
                new RungOptions(folder, 0) { Time = new ShiftedTime(now), Mailboxes = mailboxes ?? [] }
            )
        );

    public Task Start() => _app.StartAsync();

    public static string FileIn(string folder) => Path.Combine(folder, "rung.db");

    /// <summary>A customer, with a telephone number kept free for drama.</summary>
    public static Customer Customer(int number) =>
        new($"school-{number}", Id, $"{Vocabulary.Name(number)} School", $"S{number:D5}")
        {
            Contract = "direct",
            Region = "england-wales",
            Contacts = [new Contact("office", "Office", Phone(number), $"office@school-{number}.example.org", [])],
        };

    public static string Phone(int number) => $"01632 96{number % 10_000:D4}";

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
