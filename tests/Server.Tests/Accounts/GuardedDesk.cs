using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rung.Core.Customers;
using Rung.Mail.Transport;
using Rung.Server.Accounts;
using Rung.Server.Accounts.Issuers;
using Rung.Server.Desk;
using Rung.Server.Hosting;
using Rung.Server.Limits;
using Rung.Server.Tests.Api;
using Rung.Storage;
using Rung.Storage.Accounts;
using Xunit;

namespace Rung.Server.Tests.Accounts;

/// <summary>The product as <c>rung serve</c> runs it, where people have accounts, with a clock that tests move.</summary>
internal sealed class GuardedDesk : IAsyncDisposable
{
    public const string Schools = "schools-desk";
    public const string Administrator = "Morgan Admin";
    public const string Password = "four plain words here";

    private readonly string _folder = Directory.CreateTempSubdirectory("rung-guarded-").FullName;
    private readonly MovableTime _time = new(RunningDesk.At("2026-05-04T09:00:00Z"));
    private WebApplication? _app;
    private PublicDoor? _door;
    private DemoOptions? _demo;
    private SmtpAddress? _smtp;
    private IReadOnlyList<Issuer> _issuers = [];

    // Tests ask for more on a clock that stands than people do; those of the limits take the product's.
    private Rates _rates = Unlimited;

    private static Rates Unlimited
    {
        get
        {
            var any = new Rate(1_000_000, 1_000_000);
            return new Rates
            {
                Anybody = any,
                Entry = any,
                Links = any,
                CaseLinks = any,
                Sent = any,
                CustomerSize = any,
                ProgramSize = any,
                Account = any,
                Program = any,
            };
        }
    }

    /// <summary>What is free of the 100 GiB of its disk.</summary>
    public double FreeGibibytes { get; set; } = 50;

    public Uri Address => RungHost.Address(_app!);
    public string Folder => _folder;
    public RungDatabase Database => Service<RungDatabase>();
    public IEnumerable<Endpoint> Endpoints => Service<EndpointDataSource>().Endpoints;

    /// <summary>An installation that nobody has an account of.</summary>
    public static async Task<GuardedDesk> OpenEmpty()
    {
        var desk = new GuardedDesk();
        await desk.Start();
        return desk;
    }

    /// <summary>One with the customers, cases and mails of the demo, on its clock, where people have accounts all the same.</summary>
    public static async Task<GuardedDesk> OpenWithCases()
    {
        var desk = new GuardedDesk { _demo = new DemoOptions(null, 0) };
        await desk.Start();
        await desk.Add(Administrator, new Right(Right.EveryDesk, AccountRole.Administrator));
        return desk;
    }

    /// <summary>One that <see cref="Administrator"/> administers.</summary>
    public static async Task<GuardedDesk> Open()
    {
        var desk = await OpenEmpty();
        await desk.Add(Administrator, new Right(Right.EveryDesk, AccountRole.Administrator));
        return desk;
    }

    /// <summary>One that <see cref="Administrator"/> administers, and that a proxy stands before.</summary>
    public static async Task<GuardedDesk> OpenBehind(PublicDoor door)
    {
        var desk = new GuardedDesk { _door = door };
        await desk.Start();
        await desk.Add(Administrator, new Right(Right.EveryDesk, AccountRole.Administrator));
        return desk;
    }

    /// <summary>One that <see cref="Administrator"/> administers, and whose people sign in at others' as well.</summary>
    public static async Task<GuardedDesk> OpenTo(params IReadOnlyList<Issuer> issuers)
    {
        var desk = new GuardedDesk { _issuers = issuers };
        await desk.Start();
        await desk.Add(Administrator, new Right(Right.EveryDesk, AccountRole.Administrator));
        return desk;
    }

    /// <summary>One that <see cref="Administrator"/> administers, and that is limited as people have it.</summary>
    public static async Task<GuardedDesk> OpenLimited(PublicDoor? door = null, Rates? rates = null)
    {
        var desk = new GuardedDesk { _rates = rates ?? new Rates(), _door = door };
        await desk.Start();
        await desk.Add(Administrator, new Right(Right.EveryDesk, AccountRole.Administrator));
        return desk;
    }

    /// <summary>One that <see cref="Administrator"/> administers, and whose mail waits for a mail server that does not answer.</summary>
    /// <param name="door">The proxy that stands before it; null: none does.</param>
    public static async Task<GuardedDesk> OpenWriting(PublicDoor? door = null)
    {
        Assert.True(SmtpAddress.TryParse("smtp://127.0.0.1:1", out var nobody, out var problem), problem);
        var desk = new GuardedDesk { _smtp = nobody, _door = door };
        await desk.Start();
        await desk.Add(Administrator, new Right(Right.EveryDesk, AccountRole.Administrator));
        return desk;
    }

    public T Service<T>()
        where T : notnull => _app!.Services.GetRequiredService<T>();

    public Instant Now => _time.Now;

    public void Advance(Duration length) => _time.Now += length;

    /// <summary>A browser that nobody has signed in with.</summary>
    public Visitor Visit() => new(Address);

    /// <summary>An account with the usual password, whose address is made of its name.</summary>
    public async Task<Account> Add(string name, params Right[] rights)
    {
        var account = new Account(Secret.Id(), Mail(name), name, Secret.Id())
        {
            Password = Service<PasswordRule>().Hash(Password),
            CreatedAt = _time.Now,
        };
        Assert.True(await Database.Accounts.Add(account, rights));
        return account;
    }

    /// <summary>A browser that somebody has signed in with.</summary>
    public async Task<Visitor> SignIn(string name)
    {
        var visitor = Visit();
        using var answer = await visitor.SignIn(Mail(name), Password);
        Assert.Equal(303, (int)answer.StatusCode);
        return visitor;
    }

    /// <summary>A browser that a customer's person has signed in with at the portal.</summary>
    public Task<Visitor> SignIn(Customer customer, string contact) =>
        SignIn(customer, customer.Contacts.Single(one => one.Id == contact));

    private async Task<Visitor> SignIn(Customer customer, Contact contact)
    {
        var (visitor, secret) = (Visit(), Secret.New());
        await Database.ContactEntries.Begin(
            new ContactSession(
                Secret.Hash(secret),
                customer.Desk,
                customer.Id,
                contact.Id,
                Account.KeyOf(contact.Email!)
            )
            {
                SeenAt = Service<DeskClock>().Now(),
            }
        );
        visitor.Cookies.Add(Address, new Cookie("rung-contact", secret));
        return visitor;
    }

    public static string Mail(string name) => $"{name.ToLowerInvariant().Replace(' ', '.')}@desk.example.org";

    /// <summary>Everything that is in its folder, as far as it is text.</summary>
    public async Task<string> Bytes()
    {
        var all = "";
        foreach (var file in Directory.EnumerateFiles(_folder, "rung.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            all += await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        }
        return all;
    }

    /// <summary>Starts anew with another file of issuers.</summary>
    public Task RestartWith(params IReadOnlyList<Issuer> issuers)
    {
        _issuers = issuers;
        return Restart();
    }

    public async Task Restart()
    {
        await Stop();
        await Start();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task Start()
    {
        _app = await RungHost.Build(
            new RungOptions(_folder, 0)
            {
                Time = _time,
                HasAccounts = true,
                Door = _door,
                Demo = _demo,
                Smtp = _smtp,
                Issuers = _issuers,
                Rates = _rates,
                Disk = () => ((long)(FreeGibibytes * (1L << 30)), 100L << 30),
            }
        );
        await _app.StartAsync(TestContext.Current.CancellationToken);
    }

    private async Task Stop()
    {
        await _app!.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}
