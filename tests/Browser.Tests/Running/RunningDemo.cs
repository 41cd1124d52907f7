using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Rung.Core.Guides;
using Rung.Server.Desk;
using Rung.Server.Desk.Mails;
using Rung.Server.Hosting;
using Rung.Storage;
using Xunit;

[assembly: AssemblyFixture(typeof(Rung.Browser.Tests.Running.RunningDemo))]

namespace Rung.Browser.Tests.Running;

/// <summary>The real demo on a free port, and one Chromium, shared by all tests.</summary>
public sealed class RunningDemo : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"rung-pages-{Guid.NewGuid():N}");
    private WebApplication? _app;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public const string Desk = "schools-desk";

    public string Address => RungHost.Address(_app!).ToString().TrimEnd('/');

    public RungDatabase Database => _app!.Services.GetRequiredService<RungDatabase>();

    public ServiceDesk ServiceDesk => _app!.Services.GetRequiredService<ServiceDesk>();

    /// <summary>The guide in force at the demo's first desk.</summary>
    public Guide Guide =>
        _app!.Services.GetRequiredService<DeskRegister>().TryGet(Desk, out var guide)
            ? guide
            : throw new InvalidOperationException("The demo has no schools desk.");

    public MailRoom Mails => _app!.Services.GetRequiredService<MailRoom>();

    public async ValueTask InitializeAsync()
    {
        _app = await RungHost.Build(new RungOptions(_folder, 0) { Demo = new DemoOptions(null, 1) });
        await _app.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Chromium(),
                Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A page of its own session, at the address below the desk.</summary>
    public Task<IPage> Open(string path, Look? look = null) => OpenAddress($"{Address}/{Desk}/{path}", look);

    /// <summary>A page of its own session, of whatever server.</summary>
    public async Task<IPage> OpenAddress(string address, Look? look = null)
    {
        look ??= new Look();
        var context = await _browser!.NewContextAsync(
            new()
            {
                BaseURL = new Uri(address).GetLeftPart(UriPartial.Authority),
                ColorScheme = look.Scheme,
                TimezoneId = look.Zone,
                ViewportSize = new() { Width = look.Width, Height = 900 },
                JavaScriptEnabled = look.Scripts == Scripts.On,
            }
        );
        context.SetDefaultTimeout(30_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        if (look.Scripts == Scripts.On)
        {
            await page.WaitForSelectorAsync("html.keys, body.alone, body.portal");
        }
        return page;
    }

    private static string Chromium()
    {
        string?[] places =
        [
            Environment.GetEnvironmentVariable("RUNG_CHROMIUM"),
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
        ];
        return places.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException(
                "The browser tests need Chromium: apt-get install -y chromium, or set RUNG_CHROMIUM to one."
            );
    }
}

/// <summary>How somebody looks at a page.</summary>
public sealed record Look(ColorScheme Scheme = ColorScheme.Light, int Width = 1440, Scripts Scripts = Scripts.On)
{
    /// <summary>Where the viewer's computer is; null: where the tests run.</summary>
    public string? Zone { get; init; }
}

public enum Scripts
{
    On,
    Off,
}
