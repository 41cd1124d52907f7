using System.Net;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Rung.Server.Accounts;
using Rung.Server.Api;
using Rung.Server.Api.Problems;
using Rung.Server.Demo;
using Rung.Server.Desk;
using Rung.Server.Desk.Heartbeats;
using Rung.Server.Desk.Mails;
using Rung.Server.Erasures;
using Rung.Server.Pages.Hosting;
using Rung.Server.Retention;
using Rung.Server.Workers;
using Rung.Server.Workers.Mailboxes;
using Rung.Storage;
using Rung.Storage.Postgres;

namespace Rung.Server.Hosting;

/// <summary>The running product: database, guides, clock, workers, API and pages in one process, on loopback only.</summary>
public static class RungHost
{
    private static readonly string[] OwnNames = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Opens everything and builds the server; it listens once it is started.</summary>
    /// <exception cref="StartException">The folder, the database or a guide stands in the way.</exception>
    public static async Task<WebApplication> Build(RungOptions options)
    {
        MailSocket.Check(options.DataFolder);
        // Putting the server together needs nothing of the installation: the two take a processor each.
        var opening = Installation.Open(options);
        Installation? installation = null;
        var app = PutTogether(options, () => installation!);
        try
        {
            installation = await opening;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
        app.Services.GetRequiredService<RungDatabase>();
        return app;
    }

    private static WebApplication PutTogether(RungOptions options, Func<Installation> opened)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { ApplicationName = "rung", ContentRootPath = AppContext.BaseDirectory }
        );
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Without accounts nothing that is set around the process may open another door than these.
            kestrel.Configure();
            Listen(kestrel, options);
            MailSocket.Listen(kestrel, options.DataFolder);
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // A start that fails is told in one line by who started it.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        AddInstallation(builder.Services, options, opened);
        AddServices(builder.Services, options);
        var app = builder.Build();
        Map(app, options);
        app.Lifetime.ApplicationStarted.Register(() => MailSocket.Protect(options.DataFolder));
        return app;
    }

    /// <summary>The address the server listens on, once started.</summary>
    public static Uri Address(WebApplication app) => Address(app.Services.GetRequiredService<IServer>());

    internal static Uri Address(IServer server)
    {
        var address = server
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.First(one => !one.Contains("unix:", StringComparison.Ordinal));
        var uri = new Uri(address);
        var isHere = uri.Host is "127.0.0.1" or "0.0.0.0" or "[::]";
        return isHere ? new UriBuilder(uri) { Host = "localhost" }.Uri : uri;
    }

    private static void Listen(KestrelServerOptions kestrel, RungOptions options)
    {
        var outside = options.Door?.Listen;
        if (outside is not null)
        {
            kestrel.Listen(outside, options.Port);
        }
        if (outside is not null && (outside.Equals(IPAddress.Any) || outside.Equals(IPAddress.IPv6Any)))
        {
            // Loopback is among all of them.
            return;
        }
        if (options.Port == 0)
        {
            kestrel.Listen(IPAddress.Loopback, 0);
        }
        else
        {
            kestrel.ListenLocalhost(options.Port);
        }
    }

    private static string[] Names(PublicDoor? door) => door is null ? OwnNames : [.. OwnNames, door.Address.Host];

    private static void Map(WebApplication app, RungOptions options)
    {
        app.UseDoor(options.Door);
        app.UseHostFiltering();
        app.Use(NamedRequests.Only);
        app.Use(HeadRequests.AsGet);
        app.UseRouting();
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/api"), api => api.UseProblemResponses());
        app.UseRungPages(options);
        app.MapRungApi();
        app.MapRungPages();
        app.MapRungAccounts(options);
        app.MapLive();
        app.MapHealth();
        app.MapMail();
    }

    // Made by factories: nothing asks for them before all is open, and the container lets go of them when everything that
    // uses them has stopped.
    private static void AddInstallation(IServiceCollection services, RungOptions options, Func<Installation> opened)
    {
        services.AddSingleton(_ => opened());
        services.AddSingleton(made => made.GetRequiredService<Installation>().Database);
        services.AddSingleton(made => made.GetRequiredService<Installation>().Desks);
        services.AddSingleton(made => made.GetRequiredService<Installation>().Clock);
        services.AddSingleton(made => made.GetRequiredService<Installation>().Replies);
        services.AddSingleton(made => made.GetRequiredService<Installation>().Links);
        services.AddSingleton(made => made.GetRequiredService<Installation>().Heartbeats);
        services.AddSingleton(made => options.For(made.GetRequiredService<DeskRegister>()));
    }

    private static void AddServices(IServiceCollection services, RungOptions options)
    {
        services.AddSingleton(options.Time);
        services.AddRungAccounts(options);
        services.AddSingleton<LiveLine>();
        services.AddSingleton<CaseSight>();
        services.AddSingleton<CaseKeeper>();
        services.AddSingleton<ServiceDesk>();
        services.AddSingleton<Erasers>();
        services.AddHostedService<ErasuresAgain>();
        services.AddSingleton<AlertDesk>();
        services.AddSingleton<HeartbeatDesk>();
        services.AddSingleton<HeartbeatMails>();
        services.AddSingleton<HeartbeatRegister>();
        services.AddSingleton<HeartbeatParts>();
        services.AddSingleton<UrgencyPrice>();
        services.AddSingleton<ComplaintDesk>();
        services.AddSingleton<DueDesk>();
        services.AddHostedService<OpenCasesAnew>();
        services.AddHostedService<CustomersAnew>();
        services.AddSingleton<ClockWatch>();
        services.AddSingleton(options.Disk is { } look ? new DiskRoom(look) : DiskRoom.Of(options.DataFolder));
        services.AddSingleton<MailRoom>();
        services.AddSingleton<MailReading>();
        services.AddSingleton<MailDesk>();
        services.AddSingleton<HandingOver>();
        services.AddSingleton<IntakeDesk>();
        services.AddSingleton(
            new MailOptions(options.AuthServId ?? (options.Demo is null ? null : DemoMail.AuthServId))
        );
        services.AddSingleton<OutgoingMails>();
        services.AddSingleton<Delivery>();
        if (options.Smtp is { } smtp)
        {
            services.AddSingleton(smtp);
            services.AddHostedService<DeliveryWorker>();
        }
        services.AddSingleton<MailboxHealth>();
        services.AddSingleton<ServerCertificates>();
        if (options.FetchesMail)
        {
            services.AddHostedService<MailboxWorker>();
        }
        services.AddHostedService<DueWorker>();
        services.AddHostedService<HeartbeatWorker>();
        services.AddHostedService<MailWorker>();
        services.AddHostedService<LiveHeartbeat>();
        services.AddHostedService<Sweeper>();
        services.AddRetention();
        services.AddHostedService<RetentionWorker>();
        if (options.Database is PostgresAddress)
        {
            services.AddSingleton(made => ((PostgresDatabase)made.GetRequiredService<RungDatabase>()).Hints);
            services.AddHostedService<LiveBetweenNodes>();
        }
        services.AddRungApi();
        services.AddRungPages(options);
        // Pages of other sites cannot reach the desk under a name of theirs that leads here.
        services.Configure<HostFilteringOptions>(filter => filter.AllowedHosts = Names(options.Door));
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
    }
}
