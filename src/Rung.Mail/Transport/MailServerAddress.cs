namespace Rung.Mail.Transport;

/// <summary>
/// Where a mail server is and how we sign in there. Without TLS only where it is said to be so, or on this machine. Nothing
/// secret is in what <see cref="object.ToString"/> says.
/// </summary>
public abstract record MailServerAddress
{
    private protected MailServerAddress(AddressText text)
    {
        (Host, Port, Tls) = (text.Host, text.Port, text.Tls);
        (User, Password) = (text.User, text.Password);
        PasswordFile = text.Setting("password-file");
        TokenFile = text.Setting("token-file");
        TokenCommand = text.Setting("token-command");
        CaFile = text.Setting("ca-file");
    }

    public string Host { get; }
    public int Port { get; }
    public MailServerTls Tls { get; }

    /// <summary>Null: nobody signs in.</summary>
    public string? User { get; }

    /// <summary>Not to be shown.</summary>
    public string? Password { get; }

    /// <summary>A file with the password; read before each sign-in.</summary>
    public string? PasswordFile { get; }

    /// <summary>A file with an access token for the user (XOAUTH2), kept fresh by somebody else; read before each sign-in.</summary>
    public string? TokenFile { get; }

    /// <summary>A command of the shell that prints an access token; run before each sign-in.</summary>
    public string? TokenCommand { get; }

    /// <summary>Certificates, in PEM, of those who may vouch for the server besides the machine's own; null: none.</summary>
    public string? CaFile { get; }

    /// <summary>Host, port, way and user; never the password.</summary>
    private protected string Words => $"{Host}:{Port} ({Says(Tls)}{(User is null ? "" : $", as {User}")})";

    private static string Says(MailServerTls tls) =>
        tls switch
        {
            MailServerTls.FromTheStart => "TLS",
            MailServerTls.Required => "STARTTLS",
            MailServerTls.WhenOffered => "STARTTLS when offered",
            _ => "without TLS",
        };
}
