using Microsoft.AspNetCore.Identity;
using Rung.Server.Accounts.Issuers;
using Rung.Server.Audit;
using Rung.Server.Hosting;
using Rung.Server.Limits;
using Rung.Server.Links;
using Rung.Server.Pages.Accounts;
using Rung.Server.Pages.Setup;
using Rung.Server.Pages.Trail;
using Rung.Server.Workers;
using Rung.Storage.Accounts;

namespace Rung.Server.Accounts;

/// <summary>Accounts as the host takes them.</summary>
internal static class RungAccounts
{
    public static void AddRungAccounts(this IServiceCollection services, RungOptions options)
    {
        if (!options.HasAccounts)
        {
            services.AddSingleton<IWhoActs, ChosenActor>();
            return;
        }
        services.AddSingleton<IWhoActs, SignedInActor>();
        services.AddSingleton<SignedInFinder>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<RateCounter>();
        services.AddSingleton(options.Rates);
        services.AddSingleton<Limiter>();
        services.AddSingleton<Gate>();
        services.AddSingleton<PasswordRule>();
        services.AddSingleton<KnownBrowser>();
        services.AddSingleton<FailedEntries>();
        services.AddSingleton<CodeKeys>();
        services.AddSingleton<EntryDesk>();
        services.AddSingleton<CodeDesk>();
        services.AddSingleton<PasskeyDesk>();
        services.AddIdentityCore<Account>().AddUserStore<PasskeyUsers>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            // The device makes sure of its owner, so that having it and being them are two things shown.
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
        });
        services.AddHostedService(made => made.GetRequiredService<LinkRequests>());
        IssuerDoor.Add(services, options.Issuers);
        services.AddSingleton<FirstRun>();
        services.AddSingleton<AccountDesk>();
        services.AddSingleton<AccountMails>();
        services.AddSingleton<Invitation>();
        services.AddSingleton<LinkAddress>();
        services.AddSingleton<OwnAccount>();
        services.AddSingleton<AccountsReader>();
        services.AddSingleton<TrailReader>();
        services.AddSingleton<TrailProof>();
        services.AddSingleton<SetupReader>();
        services.AddSingleton<GuideTaking>();
        services.AddSingleton<TrialCustomer>();
    }

    /// <summary>What whoever is signed in does from here on is written down.</summary>
    public static void UseAudit(this IApplicationBuilder app) =>
        app.Use(
            (HttpContext context, RequestDelegate next) =>
                context.RequestServices.GetRequiredService<AuditTrail>().Record(context, next)
        );

    /// <summary>From here on nobody comes further who is not signed in, but to what is open.</summary>
    public static void UseGate(this IApplicationBuilder app) =>
        app.Use(
            (HttpContext context, RequestDelegate next) =>
                context.RequestServices.GetRequiredService<Gate>().Check(context, next)
        );

    public static void MapRungAccounts(this WebApplication app, RungOptions options)
    {
        if (options.HasAccounts)
        {
            AccountPageEndpoints.Map(app);
        }
    }
}
