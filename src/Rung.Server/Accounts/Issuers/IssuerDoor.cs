using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Rung.Server.Hosting;

namespace Rung.Server.Accounts.Issuers;

/// <summary>
/// The way to an issuer and back, by authorisation code with PKCE, state and nonce. Nothing of it decides who somebody is: that does
/// <see cref="IssuerEntry"/>.
/// </summary>
internal sealed class IssuerDoor(RungOptions options, IOptionsMonitor<OpenIdConnectOptions> settings, LinkAddress links)
{
    /// <summary>Where people go to an issuer; what follows is its id.</summary>
    public const string Path = "/sign-in/with";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static void Add(IServiceCollection services, IReadOnlyList<Issuer> issuers)
    {
        services.AddSingleton<IssuerDoor>();
        services.AddSingleton<IssuerEntry>();
        services.AddWebEncoders();
        services.AddSingleton<IAuthenticationConfigurationProvider, NothingAround>();
        // Without the framework's own register of ways to sign in, which would stand before everything else.
        var schemes = new AuthenticationBuilder(services);
        foreach (var issuer in issuers)
        {
            schemes.AddOpenIdConnect(issuer.Id, setting => Set(setting, issuer));
        }
    }

    public IReadOnlyList<Issuer> OfStaff => [.. options.Issuers.Where(one => one.Desk is null)];

    public IReadOnlyList<Issuer> OfContacts(string desk) => [.. options.Issuers.Where(one => one.Desk == desk)];

    public Issuer? Find(string id) => options.Issuers.FirstOrDefault(one => one.Id == id);

    public static string Begins(Issuer issuer, string next) =>
        $"{Path}/{issuer.Id}?return={Uri.EscapeDataString(next)}";

    public static string Ends(Issuer issuer) => $"{Path}/{issuer.Id}/done";

    /// <summary>Of the query of a page of signing in: whom somebody came in by who has signed out.</summary>
    public const string LeftPart = "left";

    /// <summary>The issuer whom the page is to tell of; null: none.</summary>
    public Issuer? Left(HttpContext context) => Find(context.Request.Query[LeftPart].ToString());

    public static string Leaves(Issuer issuer) => $"{Path}/{issuer.Id}/leave";

    /// <summary>Sends the browser to the issuer.</summary>
    /// <returns>False: it cannot be reached.</returns>
    public static async Task<bool> Begin(HttpContext context, Issuer issuer, string next)
    {
        var handler = await Handler(context, issuer);
        try
        {
            await handler.ChallengeAsync(new AuthenticationProperties { RedirectUri = next });
            return true;
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Takes the browser that comes back from the issuer: checks what it brings and answers it.</summary>
    public static async Task<bool> End(HttpContext context, Issuer issuer) =>
        await (await Handler(context, issuer)).HandleRequestAsync();

    /// <summary>Where one signs out at the issuer itself.</summary>
    /// <returns>Null: it has no such place, or cannot be reached.</returns>
    public async Task<string?> SignOutAddress(Issuer issuer, CancellationToken stop)
    {
        try
        {
            var setting = settings.Get(issuer.Id);
            var described = await setting.ConfigurationManager!.GetConfigurationAsync(stop);
            return described.EndSessionEndpoint is { Length: > 0 } address
                ? new OpenIdConnectMessage
                {
                    IssuerAddress = address,
                    ClientId = issuer.Client,
                    PostLogoutRedirectUri = links.Of("/sign-in").AbsoluteUri,
                }.CreateLogoutRequestUrl()
                : null;
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or HttpRequestException)
        {
            return null;
        }
    }

    private static string Plain(string address) => address.TrimEnd('/');

    private static async Task<OpenIdConnectHandler> Handler(HttpContext context, Issuer issuer)
    {
        var handler = context.RequestServices.GetRequiredService<OpenIdConnectHandler>();
        var scheme = new AuthenticationScheme(issuer.Id, issuer.Name, typeof(OpenIdConnectHandler));
        await handler.InitializeAsync(scheme, context);
        return handler;
    }

    private static void Set(OpenIdConnectOptions setting, Issuer issuer)
    {
        setting.Authority = issuer.Address.AbsoluteUri;
        setting.ClientId = issuer.Client;
        setting.ClientSecret = issuer.Secret;
        setting.CallbackPath = Ends(issuer);
        setting.RemoteSignOutPath = default;
        setting.ResponseType = OpenIdConnectResponseType.Code;
        setting.ResponseMode = OpenIdConnectResponseMode.Query;
        setting.UsePkce = true;
        setting.RequireHttpsMetadata = issuer.Address.Scheme == Uri.UriSchemeHttps;
        setting.GetClaimsFromUserInfoEndpoint = true;
        setting.MapInboundClaims = false;
        // What its description calls itself is not enough: a word of another tenant's is nobody's here (S24).
        setting.TokenValidationParameters.IssuerValidator = (said, _, _) =>
            Plain(said) == Plain(issuer.Address.AbsoluteUri)
                ? said
                : throw new SecurityTokenInvalidIssuerException("The word of another issuer.");
        setting.SaveTokens = false;
        // Browsers and issuers go by the world's time, whatever the desk's is.
        setting.TimeProvider = TimeProvider.System;
        setting.BackchannelTimeout = Patience;
        setting.RemoteAuthenticationTimeout = TimeSpan.FromMinutes(15);
        setting.Scope.Clear();
        foreach (var scope in (string[])["openid", "email", "profile"])
        {
            setting.Scope.Add(scope);
        }
        foreach (var claim in (string[])[issuer.Claim, issuer.Verified])
        {
            setting.ClaimActions.MapUniqueJsonKey(claim, claim);
        }
        // The browser brings these back from the issuer's page by a link, which Lax lets it.
        setting.NonceCookie.SameSite = setting.CorrelationCookie.SameSite = SameSiteMode.Lax;
        setting.NonceCookie.SecurePolicy = setting.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        setting.Events = new IssuerEvents(issuer);
    }

    /// <summary>What is set around the process changes no way to an issuer.</summary>
    private sealed class NothingAround : IAuthenticationConfigurationProvider
    {
        public IConfiguration AuthenticationConfiguration { get; } = new ConfigurationBuilder().Build();
    }
}
