namespace Rung.Server.Hosting.MailServers;

/// <summary>
/// The settings of a Postfix that listens on this machine alone. It has no smtp client: nothing that it takes leaves the
/// machine; where mail goes instead is said by whoever starts it.
/// </summary>
/// <param name="Port">Where it takes mail, on loopback.</param>
internal sealed record PostfixFiles(string Folder, int Port)
{
    /// <summary>What it calls itself; its domain is what stands behind the first dot.</summary>
    public required string Host { get; init; }

    /// <summary>Further lines of <c>main.cf</c>: above all the transport.</summary>
    public required string Settings { get; init; }

    /// <summary>Further lines of <c>master.cf</c>: the transport's service.</summary>
    public required string Services { get; init; }

    /// <summary>Writes them, into folders that they name; <c>pf</c> is the one to start it with.</summary>
    public void Write()
    {
        foreach (var name in (string[])["pf", "queue", "data", "mail", "log"])
        {
            Directory.CreateDirectory(Path.Combine(Folder, name));
        }
        File.WriteAllText(Path.Combine(Folder, "pf", "main.cf"), Main + Settings);
        File.WriteAllText(Path.Combine(Folder, "pf", "master.cf"), Master + Services);
    }

    private string Domain => Host[(Host.IndexOf('.', StringComparison.Ordinal) + 1)..];

    private string Main =>
        $"""
            compatibility_level = 3.6
            queue_directory = {Folder}/queue
            data_directory = {Folder}/data
            mail_owner = postfix
            setgid_group = postdrop
            maillog_file = {Folder}/log/postfix.log
            maillog_file_prefixes = {Folder}/log, /var, /dev/stdout
            inet_interfaces = 127.0.0.1
            inet_protocols = ipv4
            mynetworks = 127.0.0.0/8
            myhostname = {Host}
            mydomain = {Domain}
            myorigin = {Domain}
            mydestination =
            local_transport = error:no local users
            alias_maps =
            alias_database =
            smtpd_peername_lookup = no
            disable_dns_lookups = yes
            smtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination
            notify_classes =
            biff = no

            """;

    private string Master =>
        $"""
            127.0.0.1:{Port} inet n - n - - smtpd
            pickup    unix  n - n 60 1 pickup
            cleanup   unix  n - n - 0 cleanup
            qmgr      unix  n - n 300 1 qmgr
            rewrite   unix  - - n - - trivial-rewrite
            bounce    unix  - - n - 0 bounce
            defer     unix  - - n - 0 bounce
            trace     unix  - - n - 0 bounce
            proxymap  unix  - - n - - proxymap
            proxywrite unix - - n - 1 proxymap
            showq     unix  n - n - - showq
            error     unix  - - n - - error
            retry     unix  - - n - - error
            anvil     unix  - - n - 1 anvil
            tlsmgr    unix  - - n 1000? 1 tlsmgr
            postlog   unix-dgram n - n - 1 postlogd

            """;
}
