using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Mail.Transport;
using Rung.Server.Hosting;
using Rung.Server.Tests.Mails;
using Rung.Storage;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>
/// The real product on a real port and a real database, with a clock that tests move. Two customers: one that calls
/// directly, one with a first-line desk of its own.
/// </summary>
public sealed class RunningDesk : IAsyncDisposable
{
    public const string Customer = "ashgrove";
    public const string CustomerWithOwnDesk = "eastholme";
    public const string CustomerOfSmc = "harbour";

    private readonly MovableTime _time;
    private WebApplication? _app;
    private string? _smtp;
    private string[] _imap = [];

    private DatabaseAddress? _database;

    private RunningDesk(Instant now) => _time = new MovableTime(now);

    public string Folder { get; } = Directory.CreateTempSubdirectory("rung-desk-").FullName;
    public HttpClient Client { get; private set; } = new();

    public IServiceProvider Services => _app!.Services;

    public Instant Now => _time.Now;

    /// <param name="now">RFC 3339 in UTC.</param>
    /// <param name="prepare">What is put into its folder before.</param>
    /// <param name="smtp">The mail server that its mail goes out by; null: none.</param>
    /// <param name="imap">The mailboxes whose mail it fetches.</param>
    public static async Task<RunningDesk> Open(
        string now,
        Action<string>? prepare = null,
        string? smtp = null,
        params string[] imap
    )
    {
        var desk = new RunningDesk(At(now)) { _smtp = smtp, _imap = imap };
        prepare?.Invoke(desk.Folder);
        return await desk.Begun();
    }

    /// <param name="database">Null: a file in its folder.</param>
    public static Task<RunningDesk> Open(string now, DatabaseAddress? database) =>
        new RunningDesk(At(now)) { _database = database }.Begun();

    private async Task<RunningDesk> Begun()
    {
        await Start();
        await Services.GetRequiredService<RungDatabase>().Customers.Save(Customers());
        return this;
    }

    public static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).Value;

    public Task Start() => Start(_ => Task.CompletedTask);

    /// <param name="before">What is done to the database before anything works on it.</param>
    public async Task Start(Func<RungDatabase, Task> before)
    {
        var options = new RungOptions(Folder, 0)
        {
            Time = _time,
            Database = _database,
            AuthServId = MailServer.AuthServId,
            Smtp = Server(),
            Mailboxes = [.. _imap.Select(Mailbox)],
        };
        _app = await RungHost.Build(options);
        await before(_app.Services.GetRequiredService<RungDatabase>());
        await _app.StartAsync(TestContext.Current.CancellationToken);
        Client = new HttpClient { BaseAddress = RungHost.Address(_app) };
    }

    public async Task Stop()
    {
        Client.Dispose();
        await _app!.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _app = null;
    }

    /// <summary>Moves the desk's clock and thereby its workers.</summary>
    public void AdvanceTo(string now) => _time.Now = At(now);

    public void Advance(Duration length) => _time.Now += length;

    /// <summary>From now on what is handled later is recorded later.</summary>
    public void LetTimePass() => _time.StepsWithEachReading = true;

    /// <summary>Asks until the answer is as wanted: what workers do takes a moment of real time.</summary>
    public static async Task Until(Func<Task<bool>> isSo, string what, TimeSpan? longest = null)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var patience = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(
                TimeProvider.System.GetElapsedTime(patience) < (longest ?? TimeSpan.FromSeconds(30)),
                $"It never came to this: {what}"
            );
            await ticks.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await Stop();
        }
        Directory.Delete(Folder, recursive: true);
    }

    private SmtpAddress? Server() =>
        _smtp is null ? null
        : SmtpAddress.TryParse(_smtp, out var server, out var problem) ? server
        : throw new ArgumentException(problem);

    private static ImapAddress Mailbox(string text) =>
        ImapAddress.TryParse(text, out var mailbox, out var problem) ? mailbox : throw new ArgumentException(problem);

    private static Customer[] Customers() =>
        [
            new(Customer, "schools-desk", "Ashgrove Primary School", "ASH01")
            {
                Contract = "direct",
                Region = "england-wales",
                Contacts = [new Contact("office", "Office manager", "01632 960123", "office@ashgrove.example.org", [])],
            },
            new(CustomerWithOwnDesk, "schools-desk", "Eastholme Academy", "EAS02")
            {
                FirstLine = new FirstLineDesk("Eastholme service desk", "01632 960456"),
            },
            new(CustomerOfSmc, "smc", "Harbour Trust Bank", "") { Contract = "T24" },
        ];
}
