using Rung.Mail.Transport;
using Rung.Server.Hosting;
using Rung.Server.Tests.Api;
using Xunit;

namespace Rung.Server.Tests.Hosting;

/// <summary>S-04, SMC-09: what is told inside never comes back as mail; a desk that would write to itself does not start.</summary>
public sealed class AlertMailboxTests : IDisposable
{
    private const string Duty = "alerts: duty-desk@telecom.example.org";

    private readonly string _folder = Directory.CreateTempSubdirectory("rung-alerts-").FullName;

    public AlertMailboxTests()
    {
        var own = Directory.CreateDirectory(Path.Combine(_folder, "guides")).FullName;
        foreach (var file in (string[])["schools-desk.yaml", "smc.yaml"])
        {
            File.Copy(Documents.Path("guides", file), Path.Combine(own, file));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("SMC@telecom.example.org", "smc takes mail at it")]
    [InlineData("smc+duty@telecom.example.org", "smc takes mail at it")]
    [InlineData("filtering@schools.example.org", "schools-desk takes mail at it")]
    public async Task SMC_09_Neither_the_desks_own_address_nor_anothers_is_one_for_alerts(string mailbox, string why)
    {
        Change(Duty, $"alerts: {mailbox}");

        var refused = await Assert.ThrowsAsync<StartException>(() => RungHost.Build(new RungOptions(_folder, 0)));

        Assert.Equal(
            $"The guide of smc names {mailbox} in alerts, and {why}: what is told there would come back as mail. Name a mailbox that people read.",
            refused.Message
        );
        Assert.Equal(1, refused.Code);
    }

    [Fact]
    public async Task SMC_09_Nor_is_a_mailbox_that_is_fetched()
    {
        Assert.True(
            ImapAddress.TryParse(
                "imaps://duty-desk%40telecom.example.org:secret@mail.example.org/INBOX?for=smc@telecom.example.org",
                out var fetched,
                out _
            )
        );
        var options = new RungOptions(_folder, 0) { Mailboxes = [fetched] };

        var refused = await Assert.ThrowsAsync<StartException>(() => RungHost.Build(options));

        Assert.Contains(
            "names duty-desk@telecom.example.org in alerts, and its mail is fetched:",
            refused.Message,
            StringComparison.Ordinal
        );
        // One that people read stands in nobody's way.
        await (await RungHost.Build(new RungOptions(_folder, 0))).DisposeAsync();
    }

    private void Change(string from, string to)
    {
        var file = Path.Combine(_folder, "guides", "smc.yaml");
        var text = File.ReadAllText(file);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(from, to, StringComparison.Ordinal));
    }
}
