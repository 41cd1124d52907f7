using Rung.Server.Hosting;
using Rung.Server.Hosting.MailServers;
using Xunit;

namespace Rung.Server.Tests.Mails;

/// <summary>A newcomer who tries the demo with mail is told what to install.</summary>
public sealed class MailProgramsTests
{
    [Fact]
    public void A_machine_without_mail_servers_is_told_what_to_install()
    {
        var folder = Directory.CreateTempSubdirectory("rung-bare-").FullName;
        try
        {
            Assert.EndsWith(
                "apt install postfix dovecot-core dovecot-imapd dovecot-lmtpd",
                Assert.Throws<StartException>(() => MailPrograms.Check(folder)).Message,
                StringComparison.Ordinal
            );
            Directory.CreateDirectory(Path.Join(folder, "usr/sbin"));
            File.WriteAllText(Path.Join(folder, MailPrograms.Postfix), "");
            Assert.EndsWith(
                "apt install dovecot-core dovecot-imapd dovecot-lmtpd",
                Assert.Throws<StartException>(() => MailPrograms.Check(folder)).Message,
                StringComparison.Ordinal
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
