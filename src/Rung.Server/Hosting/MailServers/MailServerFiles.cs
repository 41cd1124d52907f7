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
        Postfix.Write();
        File.WriteAllText(Path.Combine(Folder, "dovecot.conf"), DovecotSettings);
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

    private PostfixFiles Postfix =>
        new(Folder, Smtp)
        {
            Host = "mail.rung.invalid",
            Settings = $"""
                lmtp_host_lookup = native
                default_transport = lmtp:inet:127.0.0.1:{Lmtp}
                relay_transport = lmtp:inet:127.0.0.1:{Lmtp}
                recipient_delimiter = +
                message_size_limit = 30000000
                minimal_backoff_time = 5s
                maximal_backoff_time = 10s
                queue_run_delay = 5s

                """,
            Services = "lmtp      unix  - - n - - lmtp\n",
        };
}
