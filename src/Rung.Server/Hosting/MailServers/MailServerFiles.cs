namespace Rung.Server.Hosting.MailServers;

/// <summary>
/// The settings of a Postfix and a Dovecot that speak to this machine alone. No mail can leave it: whatever the address, the
/// mail lands in the mailbox of that name, which whoever knows the password may read.
/// </summary>
internal sealed record MailServerFiles(string Folder, int Smtp, int Imap, int Lmtp, string Password)
{
    // Anybody's mailbox belongs to this number, which needs no user of the machine.
    private const int Owner = 5000;

    public void Write()
    {
        foreach (var name in (string[])["pf", "queue", "data", "mail", "log"])
        {
            Directory.CreateDirectory(Path.Combine(Folder, name));
        }
        File.WriteAllText(Path.Combine(Folder, "dovecot.conf"), DovecotSettings);
        File.WriteAllText(Path.Combine(Folder, "pf", "main.cf"), PostfixSettings);
        File.WriteAllText(Path.Combine(Folder, "pf", "master.cf"), PostfixServices);
    }

    private string DovecotSettings =>
        $$"""
            instance_name = rung-demo
            base_dir = {{Folder}}/run
            state_dir = {{Folder}}/state
            protocols = imap lmtp
            listen = 127.0.0.1
            ssl = no
            disable_plaintext_auth = no
            auth_mechanisms = plain login
            log_path = {{Folder}}/log/dovecot.log
            mail_location = maildir:~/Maildir
            mail_uid = {{Owner}}
            mail_gid = {{Owner}}
            first_valid_uid = {{Owner}}
            mail_max_userip_connections = 100
            mail_fsync = never
            recipient_delimiter = +
            postmaster_address = postmaster@rung.invalid
            hostname = mail.rung.invalid
            auth_failure_delay = 0
            passdb {
              driver = static
              args = password={{Password}}
            }
            userdb {
              driver = static
              args = uid={{Owner}} gid={{Owner}} home={{Folder}}/mail/%Lu allow_all_users=yes
            }
            service imap-login {
              inet_listener imap {
                address = 127.0.0.1
                port = {{Imap}}
              }
              inet_listener imaps {
                port = 0
              }
            }
            service anvil {
              unix_listener anvil-auth-penalty {
                mode = 0
              }
            }
            service lmtp {
              inet_listener lmtp {
                address = 127.0.0.1
                port = {{Lmtp}}
              }
            }

            """;

    private string PostfixSettings =>
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
            myhostname = mail.rung.invalid
            myorigin = rung.invalid
            mydestination =
            local_transport = error:no local users
            alias_maps =
            alias_database =
            smtpd_peername_lookup = no
            disable_dns_lookups = yes
            lmtp_host_lookup = native
            smtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination
            default_transport = lmtp:inet:127.0.0.1:{Lmtp}
            relay_transport = lmtp:inet:127.0.0.1:{Lmtp}
            recipient_delimiter = +
            message_size_limit = 30000000
            minimal_backoff_time = 5s
            maximal_backoff_time = 10s
            queue_run_delay = 5s
            notify_classes =
            biff = no

            """;

    // There is no smtp client among them: nothing goes anywhere else.
    private string PostfixServices =>
        $"""
            127.0.0.1:{Smtp} inet n - n - - smtpd
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
            lmtp      unix  - - n - - lmtp
            anvil     unix  - - n - 1 anvil
            postlog   unix-dgram n - n - 1 postlogd

            """;
}
