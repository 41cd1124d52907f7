using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Rung.Core.Guides;
using Rung.Server.Accounts.Issuers;
using Rung.Server.Hosting;

namespace Rung.Server.Commands.Doctor;

/// <summary>Those who sign people in for us: whether the file is sound, and each says of itself what it has to.</summary>
internal static class IssuerCheck
{
    private const string About = "sign-in";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <param name="file">Null: there are none.</param>
    public static async IAsyncEnumerable<Finding> Of(
        string? file,
        IReadOnlyList<Guide> guides,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        var (issuers, wrong) = Read(file);
        if (wrong is not null)
        {
            yield return new Finding(Grade.Problem, About, wrong.TrimEnd('.'), "'rung serve' does not start with it");
        }
        using var http = new HttpClient { Timeout = Patience };
        foreach (var issuer in issuers)
        {
            yield return issuer.Desk is { } desk && guides.All(guide => guide.Document.Id != desk)
                ? new Finding(Grade.Problem, About, $"{issuer.Id} is for the desk {desk}, and there is none")
                : await Of(issuer, http, stop);
        }
    }

    private static (IReadOnlyList<Issuer> Issuers, string? Wrong) Read(string? file)
    {
        try
        {
            return (IssuerSetting.Find(file), null);
        }
        catch (StartException e)
        {
            return ([], e.Message);
        }
    }

    private static async Task<Finding> Of(Issuer issuer, HttpClient http, CancellationToken stop)
    {
        const string Meanwhile = "until then people sign in another way";
        try
        {
            var address = $"{issuer.Address.AbsoluteUri.TrimEnd('/')}/.well-known/openid-configuration";
            var said = OpenIdConnectConfiguration.Create(await http.GetStringAsync(new Uri(address), stop));
            return said.Issuer?.TrimEnd('/') != issuer.Address.AbsoluteUri.TrimEnd('/')
                    ? new Finding(
                        Grade.Problem,
                        About,
                        $"{issuer.Id} calls itself {said.Issuer}, and not {issuer.Address}",
                        "write that as its issuer, if it is whom you mean"
                    )
                : string.IsNullOrEmpty(said.AuthorizationEndpoint) || string.IsNullOrEmpty(said.TokenEndpoint)
                    ? new Finding(Grade.Problem, About, $"{issuer.Id} does not say where people sign in", Meanwhile)
                : Finding.Good(About, $"{issuer.Name} can be reached ({issuer.Address})");
        }
        catch (Exception e) when (e is ArgumentException or JsonException or InvalidOperationException)
        {
            return new Finding(
                Grade.Problem,
                About,
                $"{issuer.Id} says nothing of itself that can be read ({issuer.Address})",
                Meanwhile
            );
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return new Finding(
                Grade.Problem,
                About,
                $"{issuer.Id} cannot be reached: {e.Message.TrimEnd('.')}",
                Meanwhile
            );
        }
    }
}
