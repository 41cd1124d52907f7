namespace Rung.Server.Hosting.MailServers;

/// <summary>The programs that a demo with mail needs, and what to install where they are missing.</summary>
internal static class MailPrograms
{
    public const string Postfix = "/usr/sbin/postfix";
    public const string Dovecot = "/usr/sbin/dovecot";

    private static readonly (string File, string Package)[] Needed =
    [
        (Postfix, "postfix"),
        (Dovecot, "dovecot-core"),
        ("/usr/lib/dovecot/imap", "dovecot-imapd"),
        ("/usr/lib/dovecot/lmtp", "dovecot-lmtpd"),
    ];

    /// <param name="root">Of the machine that they are looked for on.</param>
    /// <exception cref="StartException">One is missing, or we may not start them.</exception>
    public static void Check(string root = "/")
    {
        string[] missing = [.. Needed.Where(one => !File.Exists(Path.Join(root, one.File))).Select(one => one.Package)];
        if (missing.Length > 0)
        {
            throw new StartException(
                $"A demo with mail starts a Postfix and a Dovecot of its own, and not all of what they need is installed. On Debian or Ubuntu: apt install {string.Join(' ', missing)}"
            );
        }
        if (!Environment.IsPrivilegedProcess)
        {
            throw new StartException(
                "A demo with mail starts a Postfix of its own, which only root may: run it as root, in a container for example, or without --mail."
            );
        }
    }
}
