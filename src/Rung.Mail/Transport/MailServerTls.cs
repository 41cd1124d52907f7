namespace Rung.Mail.Transport;

/// <summary>How far the way to a mail server is guarded.</summary>
public enum MailServerTls
{
    /// <summary>STARTTLS, or no mail.</summary>
    Required,

    /// <summary>STARTTLS where the server offers it: on this machine only.</summary>
    WhenOffered,
    FromTheStart,
    Off,
}
