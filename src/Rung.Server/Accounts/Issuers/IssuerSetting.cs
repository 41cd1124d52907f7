using System.Text.Json;
using Rung.Core.Cases;
using Rung.Server.Commands;
using Rung.Server.Desk;
using Rung.Server.Hosting;

namespace Rung.Server.Accounts.Issuers;

/// <summary>Reads the file of issuers: all that is wrong with it at once, and no secret in any sentence.</summary>
internal static class IssuerSetting
{
    private const int LongestId = 40;
    private const int LongestName = 80;

    /// <param name="path">Null: there are none.</param>
    /// <exception cref="StartException">The file cannot be used.</exception>
    public static IReadOnlyList<Issuer> Find(string? path)
    {
        if (path is null)
        {
            return [];
        }
        var written = Read(path).Issuers;
        string[] faults =
        [
            .. written.SelectMany(one => Faults(one).Select(fault => $"{Named(one)} {fault}")),
            .. Twice(written.Select(one => one.Id)).Select(id => $"{id} is there twice"),
            .. Twice(written.Select(one => one.Issuer)).Select(address => $"{address} is there twice"),
        ];
        if (faults.Length > 0)
        {
            throw Wrong(path, faults);
        }
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return [.. written.Select(one => Of(one, path, folder))];
    }

    /// <summary>Whether the desks that they are for exist.</summary>
    /// <exception cref="StartException">One does not.</exception>
    public static void Check(IReadOnlyList<Issuer> issuers, DeskRegister desks)
    {
        foreach (var one in issuers.Where(one => one.Desk is not null && !desks.TryGet(one.Desk, out _)))
        {
            throw new StartException(
                $"--sign-in: {one.Id} is for the desk {one.Desk}, and there is none: there are {string.Join(", ", desks.Active.Select(guide => guide.Document.Id))}."
            );
        }
    }

    private static IssuerFile Read(string path)
    {
        try
        {
            return IssuerFile.Read(File.ReadAllText(path));
        }
        catch (JsonException e)
        {
            var where = e.LineNumber is { } line ? $"line {line + 1}: " : "";
            throw Wrong(path, [$"{where}{e.Message.Split(" Path:")[0].TrimEnd('.')}"]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Wrong(path, [e.Message.TrimEnd('.')]);
        }
    }

    private static IEnumerable<string> Faults(WrittenIssuer one)
    {
        string?[] faults =
        [
            IsId(one.Id) ? null : "needs an id of small letters, digits and hyphens, such as millbrook",
            one.Name.Length == 0 ? "needs a name for its button"
            : OneLine.Fault(one.Name, LongestName) is { } name ? $"has a name that {name.TrimEnd('.')}"
            : null,
            IsAddress(one.Issuer)
                ? null
                : "needs an issuer like https://login.example.org/tenant, encrypted unless it is this machine",
            one.Client.Length == 0 ? "needs the client that it knows us as" : null,
            one.Domains.Count == 0 || one.Domains.Any(domain => Uri.CheckHostName(domain) != UriHostNameType.Dns)
                ? "needs the domains whose addresses it is believed for, such as millbrook.example.org"
                : null,
            one is { SecretFile: not null, SecretEnvironment: not null }
                ? "has its secret in a file and in the environment: take one of them away"
                : null,
            one is { Desk: null, Customers.Count: > 0 } ? "names customers and no desk of theirs" : null,
        ];
        return faults.OfType<string>();
    }

    private static Issuer Of(WrittenIssuer one, string path, string folder) =>
        new(one.Id, one.Name, new Uri(one.Issuer), one.Client)
        {
            Secret = Secret(one, path, folder),
            Desk = one.Desk,
            Customers = one.Customers ?? [],
            Domains = one.Domains,
            Claim = one.Claim ?? "email",
            Verified = one.Verified ?? "email_verified",
        };

    private static string? Secret(WrittenIssuer one, string path, string folder)
    {
        var (text, from) =
            one.SecretEnvironment is { } variable ? (Environment.GetEnvironmentVariable(variable), variable)
            : one.SecretFile is { } file ? (Text(one, path, Path.Combine(folder, file)), file)
            : (null, null);
        return from is null || text?.Trim() is { Length: > 0 }
            ? text?.Trim()
            : throw Wrong(path, [$"{Named(one)} has its secret in {from}, and there is none in it"]);
    }

    private static string Text(WrittenIssuer one, string path, string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Wrong(path, [$"{Named(one)}: {e.Message.TrimEnd('.')}"]);
        }
    }

    private static string Named(WrittenIssuer one) =>
        one.Id.Length is > 0 and <= LongestId ? one.Id : "one without an id";

    private static bool IsId(string id) =>
        id.Length is > 0 and <= LongestId
        && id.All(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address is { Query: "", Fragment: "", UserInfo: "" }
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    private static IEnumerable<string> Twice(IEnumerable<string> words) =>
        words
            .GroupBy(word => word, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key);

    private static StartException Wrong(string path, IReadOnlyList<string> faults) =>
        new(string.Join('\n', faults.Select(fault => $"--sign-in: {path}: {fault}."))) { Code = ExitCode.Usage };
}
