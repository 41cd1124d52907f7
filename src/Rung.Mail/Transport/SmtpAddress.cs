using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Rung.Mail.Transport;

/// <summary>
/// The mail server that takes our mail: <c>smtp://user:password@host:587</c>, or <c>smtps://…</c> for a server that speaks
/// TLS from the first byte. Without TLS only where it is said to be so, or on this machine.
/// </summary>
public sealed record SmtpAddress
{
    private const int UsualPort = 587;
    private const int TlsPort = 465;

    private SmtpAddress(Uri uri) => (Host, Port) = (uri.Host.Trim('[', ']'), uri.Port);

    public string Host { get; }
    public int Port { get; private init; }
    public SmtpTls Tls { get; private init; }

    /// <summary>Null: nobody signs in.</summary>
    public string? User { get; private init; }

    /// <summary>Not to be shown.</summary>
    public string? Password { get; private init; }

    /// <summary>A file with an access token for the user (XOAUTH2), kept fresh by somebody else; read before each sign-in.</summary>
    public string? TokenFile { get; private init; }

    /// <summary>Certificates, in PEM, of those who may vouch for the server besides the machine's own; null: none.</summary>
    public string? CaFile { get; private init; }

    /// <param name="problem">What is wrong, in one sentence that tells no secret; null: nothing.</param>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out SmtpAddress? address,
        [NotNullWhen(false)] out string? problem
    )
    {
        address = null;
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("smtp" or "smtps"))
        {
            problem = "the address is not smtp://user:password@host:587 or smtps://user:password@host:465";
            return false;
        }
        problem = Problem(uri, out var settings);
        address = problem is null ? Of(uri, settings) : null;
        problem ??= address is null ? null : Problem(address);
        address = problem is null ? address : null;
        return address is not null;
    }

    /// <summary>Host, port, way and user; never the password.</summary>
    public override string ToString() => $"{Host}:{Port} ({Says(Tls)}{(User is null ? "" : $", as {User}")})";

    private static SmtpAddress Of(Uri uri, Dictionary<string, string> settings)
    {
        var (user, password) = uri.UserInfo.Split(':', 2) switch
        {
            [""] => ((string?)null, (string?)null),
            ["", var secret] => (null, Uri.UnescapeDataString(secret)),
            [var name] => (Uri.UnescapeDataString(name), null),
            [var name, var secret] => (Uri.UnescapeDataString(name), Uri.UnescapeDataString(secret)),
            _ => (null, null),
        };
        var usual =
            uri.Scheme == "smtps" ? SmtpTls.FromTheStart
            : IsHere(uri.Host.Trim('[', ']')) ? SmtpTls.WhenOffered
            : SmtpTls.Required;
        return new SmtpAddress(uri)
        {
            Port =
                uri.Port > 0 ? uri.Port
                : uri.Scheme == "smtps" ? TlsPort
                : UsualPort,
            Tls = settings.GetValueOrDefault("tls") == "off" ? SmtpTls.Off : usual,
            User = user,
            Password = password,
            TokenFile = settings.GetValueOrDefault("token-file"),
            CaFile = settings.GetValueOrDefault("ca-file"),
        };
    }

    private static string? Problem(Uri uri, out Dictionary<string, string> settings)
    {
        settings = new Dictionary<string, string>(StringComparer.Ordinal);
        if (uri.Host.Length == 0)
        {
            return "the address names no host";
        }
        if (uri.AbsolutePath is not ("/" or ""))
        {
            return "nothing belongs between the host and a question mark";
        }
        foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = pair.Split('=', 2) is [var key, var given] ? (key, given) : (pair, "");
            if (
                name is not ("tls" or "token-file" or "ca-file")
                || (name == "tls" && (value != "off" || uri.Scheme != "smtp"))
            )
            {
                return $"'{name}' is not one of tls=off (with smtp://), token-file=…, ca-file=…, or its value is not one that it can have";
            }
            settings[name] = Uri.UnescapeDataString(value);
        }
        return null;
    }

    private static string? Problem(SmtpAddress address)
    {
        var signsIn = address.Password is not null || address.TokenFile is not null;
        return signsIn && address.User is null ? "a password or a token needs a user before it"
            : address.User is not null && !signsIn ? "a user needs a password or token-file=…"
            : address.Password is not null && address.TokenFile is not null
                ? "a password and a token are two: take one away"
            : signsIn && address.Tls == SmtpTls.Off && !IsHere(address.Host)
                ? "a password would cross the network in the open: take tls=off away"
            : null;
    }

    private static bool IsHere(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));

    private static string Says(SmtpTls tls) =>
        tls switch
        {
            SmtpTls.FromTheStart => "TLS",
            SmtpTls.Required => "STARTTLS",
            SmtpTls.WhenOffered => "STARTTLS when offered",
            _ => "without TLS",
        };
}

public enum SmtpTls
{
    /// <summary>STARTTLS, or no mail.</summary>
    Required,

    /// <summary>STARTTLS where the server offers it: on this machine only.</summary>
    WhenOffered,
    FromTheStart,
    Off,
}
