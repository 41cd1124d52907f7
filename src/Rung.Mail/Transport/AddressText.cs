using System.Net;

namespace Rung.Mail.Transport;

/// <summary>The address of a mail server as somebody wrote it, taken apart.</summary>
internal sealed class AddressText
{
    private static readonly string[] Common = ["password-file", "token-file", "token-command", "ca-file"];

    private readonly Uri _uri;
    private readonly AddressForm _form;
    private readonly Dictionary<string, string> _settings = new(StringComparer.Ordinal);

    private AddressText(Uri uri, AddressForm form)
    {
        (_uri, _form, Host) = (uri, form, uri.Host.Trim('[', ']'));
        (User, Password) = Signer(uri.UserInfo);
    }

    public string Host { get; }
    public string? User { get; }
    public string? Password { get; }

    public int Port =>
        _uri.Port > 0 ? _uri.Port
        : IsTls ? _form.TlsPort
        : _form.UsualPort;

    public MailServerTls Tls =>
        Setting("tls") == "off" ? MailServerTls.Off
        : IsTls ? MailServerTls.FromTheStart
        : IsHere ? MailServerTls.WhenOffered
        : MailServerTls.Required;

    /// <summary>What stands between the host and a question mark, without its slash.</summary>
    public string Path => Uri.UnescapeDataString(_uri.AbsolutePath.TrimStart('/'));

    private bool IsTls => _uri.Scheme == _form.TlsScheme;

    private bool IsHere =>
        Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(Host, out var ip) && IPAddress.IsLoopback(ip));

    /// <param name="problem">What is wrong, in one sentence that tells no secret; null: nothing.</param>
    public static AddressText? Read(string text, AddressForm form, out string? problem)
    {
        if (
            !Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri)
            || (uri.Scheme != form.Scheme && uri.Scheme != form.TlsScheme)
        )
        {
            problem =
                $"the address is not {form.Scheme}://user:password@host:{form.UsualPort} or {form.TlsScheme}://user:password@host:{form.TlsPort}";
            return null;
        }
        var address = new AddressText(uri, form);
        problem = address.PlaceProblem() ?? address.SettingProblem() ?? address.SignerProblem();
        return problem is null ? address : null;
    }

    public string? Setting(string name) => _settings.GetValueOrDefault(name);

    private string? PlaceProblem() =>
        _uri.Host.Length == 0 ? "the address names no host"
        : !_form.HasPath && _uri.AbsolutePath is not ("/" or "")
            ? "nothing belongs between the host and a question mark"
        : null;

    private string? SettingProblem()
    {
        foreach (var pair in _uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = pair.Split('=', 2) is [var key, var given] ? (key, given) : (pair, "");
            if (!IsSetting(name, value))
            {
                var known = string.Join(", ", Common.Concat(_form.Settings).Select(one => $"{one}=…"));
                return $"'{name}' is not one of tls=off (with {_form.Scheme}://), {known}, or its value is not one that it can have";
            }
            _settings[name] = Uri.UnescapeDataString(value);
        }
        return null;
    }

    private bool IsSetting(string name, string value) =>
        name == "tls"
            ? value == "off" && !IsTls
            : value.Length > 0 && (Common.Contains(name) || _form.Settings.Contains(name));

    private string? SignerProblem()
    {
        string?[] ways = [Password, Setting("password-file"), Setting("token-file"), Setting("token-command")];
        var given = ways.Count(way => way is not null);
        return given > 0 && User is null ? "a password or a token needs a user before it"
            : User is not null && given == 0
                ? "a user needs a password, password-file=…, token-file=… or token-command=…"
            : given > 1 ? "a password and a token are two: take one away"
            : given > 0 && Tls == MailServerTls.Off && !IsHere
                ? "a password would cross the network in the open: take tls=off away"
            : null;
    }

    private static (string? User, string? Password) Signer(string text) =>
        text.Split(':', 2) switch
        {
            [""] => (null, null),
            ["", var secret] => (null, Uri.UnescapeDataString(secret)),
            [var name] => (Uri.UnescapeDataString(name), null),
            [var name, var secret] => (Uri.UnescapeDataString(name), Uri.UnescapeDataString(secret)),
            _ => (null, null),
        };
}

/// <summary>How addresses of one kind of mail server are written.</summary>
/// <param name="Settings">What may stand after the question mark besides what every address may have there.</param>
internal sealed record AddressForm(
    string Scheme,
    string TlsScheme,
    int UsualPort,
    int TlsPort,
    bool HasPath,
    string[] Settings
);
