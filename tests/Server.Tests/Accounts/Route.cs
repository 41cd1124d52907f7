using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Rung.Server.Accounts;

namespace Rung.Server.Tests.Accounts;

/// <summary>One way to ask the running product for something, as it lists them itself.</summary>
internal sealed partial record Route(string Method, string Path)
{
    /// <summary>Whoever is not signed in may ask.</summary>
    public bool IsOpen { get; private init; }

    /// <summary>It is for administrators alone.</summary>
    public bool IsOfAdministrators { get; private init; }

    /// <summary>It is for customers' people.</summary>
    public bool IsOfContacts { get; private init; }

    public bool IsOfDesk => Path.Contains("{desk}", StringComparison.Ordinal);

    public bool IsOfObject => IsOfDesk && Part().Count(Path) > 1;

    /// <summary>All there are but files.</summary>
    public static IEnumerable<Route> All(GuardedDesk desk) =>
        desk
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .SelectMany(endpoint =>
                (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(
                    method => new Route(method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
                    {
                        IsOpen = endpoint.Metadata.GetMetadata<OpenToAnybody>() is not null,
                        IsOfAdministrators = endpoint.Metadata.GetMetadata<OpenOnlyTo>() == OpenOnlyTo.Administrators,
                        IsOfContacts = endpoint.Metadata.GetMetadata<OpenToContacts>() is not null,
                    }
                )
            );

    /// <summary>An address that it answers.</summary>
    /// <param name="value">What stands for a part, by its name; the second is the word before it in the path.</param>
    public string Filled(Func<string, string, string> value) =>
        Part()
            .Replace(
                Path,
                part =>
                {
                    var before = Path[..part.Index].Trim('/').Split('/')[^1];
                    return value(part.Groups[1].Value, before);
                }
            );

    [GeneratedRegex(@"\{\**([a-zA-Z]+)[^}]*\}")]
    private static partial Regex Part();
}
