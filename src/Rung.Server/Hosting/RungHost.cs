using System.Net;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Rung.Server.Api;
using Rung.Server.Api.Problems;
using Rung.Server.Demo;
using Rung.Server.Desk;
using Rung.Server.Desk.Mails;
using Rung.Server.Pages.Hosting;
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
        var installation = await Installation.Open(options);
        if (options.MailboxesOf is { } mailboxes)
        {
            var places = MailPlace.Of(installation.Desks.Active);
            options = options with { Mailboxes = mailboxes(places.Select(place => place.Address)) };
        }
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { ApplicationName = "rung", ContentRootPath = AppContext.BaseDirectory }
        );
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Without accounts nothing that is set around the process may open another door than these.
            kestrel.Configure();
            if (options.Port == 0)
            {
                kestrel.Listen(IPAddress.Loopback, 0);
            }
            else
            {
                kestrel.ListenLocalhost(options.Port);
            }
            MailSocket.Listen(kestrel, options.DataFolder);
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // A start that fails is told in one line by who started it.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        AddServices(builder.Services, options, installation);
        var app = builder.Build();
        app.Services.GetRequiredService<RungDatabase>();
        Map(app);
        app.Lifetime.ApplicationStarted.Register(() => MailSocket.Protect(options.DataFolder));
        return app;
    }

    /// <summary>The address the server listens on, once started.</summary>
    public static Uri Address(WebApplication app)
    {
        var features = app.Services.GetRequiredService<IServer>().Features;
        var address = features
            .Get<IServerAddressesFeature>()!
            .Addresses.First(one => !one.Contains("unix:", StringComparison.Ordinal));
        return new Uri(address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal));
    }

    private static void Map(WebApplication app)
    {
        app.UseHostFiltering();
        app.Use(HeadRequests.AsGet);
        app.UseRouting();
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/api"), api => api.UseProblemResponses());
        app.UseRungPages();
        app.MapRungApi();
        app.MapRungPages();
        app.MapLive();
        app.MapHealth();
        app.MapMail();
    }

    // Made by factories, so that the container lets go of them when everything that uses them has stopped.
    private static void AddServices(IServiceCollection services, RungOptions options, Installation installation)
    {
        services.AddSingleton(options);
        services.AddSingleton(options.Time);
        services.AddSingleton(_ => installation);
        services.AddSingleton(made => made.GetRequiredService<Installation>().Database);
        services.AddSingleton(installation.Desks);
        services.AddSingleton(installation.Clock);
        services.AddSingleton<DeskLive>();
        services.AddSingleton<ServiceDesk>();
        services.AddSingleton<UrgencyPrice>();
        services.AddSingleton<ComplaintDesk>();
        services.AddSingleton<DueDesk>();
        services.AddHostedService<OpenCasesAnew>();
        services.AddSingleton<ClockWatch>();
        services.AddSingleton<MailRoom>();
        services.AddSingleton<MailReading>();
        services.AddSingleton<MailDesk>();
        services.AddSingleton<HandingOver>();
        services.AddSingleton<IntakeDesk>();
        services.AddSingleton(
            new MailOptions(options.AuthServId ?? (options.Demo is null ? null : DemoMail.AuthServId))
        );
        services.AddSingleton(installation.Replies);
        services.AddSingleton<OutgoingMails>();
        services.AddSingleton<Delivery>();
        if (options.Smtp is { } smtp)
        {
            services.AddSingleton(smtp);
            services.AddHostedService<DeliveryWorker>();
        }
        services.AddSingleton<MailboxHealth>();
        if (options.Mailboxes.Count > 0)
        {
            services.AddHostedService<MailboxWorker>();
        }
        services.AddHostedService<DueWorker>();
        services.AddHostedService<MailWorker>();
        services.AddHostedService<LiveHeartbeat>();
        services.AddHostedService<AnswerSweeper>();
        if (installation.Database is PostgresDatabase shared)
        {
            services.AddSingleton(shared.Hints);
            services.AddHostedService<LiveBetweenNodes>();
        }
        services.AddRungApi();
        services.AddRungPages(options);
        // Pages of other sites cannot reach the desk under a name of theirs that leads here.
        services.Configure<HostFilteringOptions>(filter => filter.AllowedHosts = OwnNames);
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
    }
}
