using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using Rung.Server.Accounts.Issuers;
using Xunit;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Rung.Server.Tests.Accounts.Issuers;

/// <summary>Somebody else who signs people in: a real server of OpenID Connect that signs in whomever the test says, without asking.</summary>
internal sealed class TestIssuer : IAsyncDisposable
{
    public const string Client = "rung";
    public const string Secret = "the-secret-of-the-test-issuer";

    private WebApplication? _app;

    /// <summary>Whom it signs in next.</summary>
    public string Subject { get; set; } = "subject-1";

    public string? Email { get; set; }

    /// <summary>Whether it says that it has made sure of the address; null: it says nothing of that.</summary>
    public bool? Verified { get; set; } = true;

    /// <summary>It refuses whoever comes.</summary>
    public bool Refuses { get; set; }

    /// <summary>What the last browser brought.</summary>
    public OpenIddictRequest? Asked { get; private set; }

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public static async Task<TestIssuer> Start()
    {
        var issuer = new TestIssuer();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddOpenIddict().AddServer(issuer.Set);
        issuer._app = builder.Build();
        await issuer._app.StartAsync(TestContext.Current.CancellationToken);
        var listens = issuer._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        issuer.Address = new Uri(listens.Addresses.First() + "/");
        return issuer;
    }

    /// <summary>An address at which somebody stands who says of themselves what this one does.</summary>
    public async Task<WebApplication> Feigned()
    {
        using var http = new HttpClient();
        var described = new Uri(Address, ".well-known/openid-configuration");
        var says = await http.GetStringAsync(described, TestContext.Current.CancellationToken);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var other = builder.Build();
        other.MapGet("/.well-known/openid-configuration", () => Results.Text(says, "application/json"));
        await other.StartAsync(TestContext.Current.CancellationToken);
        return other;
    }

    /// <summary>It, as the desk is told of it.</summary>
    public Issuer For(string? desk = null, params string[] customers) =>
        new("test", "Example Trust", Address, Client)
        {
            Secret = Secret,
            Desk = desk,
            Customers = customers,
            Domains = ["desk.example.org", "millbrook.example.org"],
        };

    public async ValueTask DisposeAsync()
    {
        await _app!.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    private void Set(OpenIddictServerBuilder server)
    {
        server.EnableDegradedMode();
        server
            .SetAuthorizationEndpointUris("authorize")
            .SetTokenEndpointUris("token")
            .SetEndSessionEndpointUris("leave");
        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
        server.RegisterScopes("email", "profile");
        server.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
        server.UseAspNetCore().DisableTransportSecurityRequirement();
        server.AddEventHandler<ValidateAuthorizationRequestContext>(one => one.UseInlineHandler(Look));
        server.AddEventHandler<HandleAuthorizationRequestContext>(one => one.UseInlineHandler(SignIn));
        server.AddEventHandler<ValidateTokenRequestContext>(one => one.UseInlineHandler(Look));
        server.AddEventHandler<ValidateEndSessionRequestContext>(one => one.UseInlineHandler(_ => default));
        server.AddEventHandler<HandleEndSessionRequestContext>(one =>
            one.UseInlineHandler(context =>
            {
                context.SignOut();
                return default;
            })
        );
    }

    private ValueTask Look(ValidateAuthorizationRequestContext context)
    {
        Asked = context.Request;
        if (context.ClientId != Client)
        {
            context.Reject("invalid_client");
        }
        return default;
    }

    private ValueTask SignIn(HandleAuthorizationRequestContext context)
    {
        if (Refuses)
        {
            context.Reject("access_denied", "Not today.");
            return default;
        }
        var identity = new ClaimsIdentity("test");
        identity.SetClaim("sub", Subject).SetClaim("email", Email);
        if (Verified is { } verified)
        {
            identity.SetClaim("email_verified", verified);
        }
        var principal = new ClaimsPrincipal(identity);
        principal.SetScopes(context.Request.GetScopes()).SetDestinations(_ => ["id_token"]);
        context.SignIn(principal);
        return default;
    }

    private static ValueTask Look(ValidateTokenRequestContext context)
    {
        if (context.ClientId != Client || context.ClientSecret != Secret)
        {
            context.Reject("invalid_client");
        }
        return default;
    }
}
