using Rung.Mail.Transport;
using Rung.Server.Hosting;
using Rung.Server.Tests.Versions;
using Xunit;

namespace Rung.Server.Tests.Hosting;

/// <summary>S-04, SMC-09: what is told inside never comes back as mail; a desk that would write to itself does not start.</summary>
public sealed class AlertMailboxTests : IDisposable
{
    private const string Duty = "alerts: duty-desk@telecom.example.org";

    private readonly string _folder = Directory.CreateTempSubdirectory("rung-alerts-").FullName;

    public AlertMailboxTests() => OwnGuides.Copy(_folder);

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
            $"The guide smc 1.0 names {mailbox} in alerts, and {why}: what is told there would come back as mail. Name a mailbox that people read.",
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

    // It would take force at midnight.
    [Fact]
    public async Task SMC_09_Nor_is_one_that_a_version_to_come_names()
    {
        OwnGuides.Add(
            _folder,
            text =>
                text.Replace("  version: \"1.0\"\n  status", "  version: \"1.1\"\n  status", StringComparison.Ordinal)
                    .Replace("effectiveFrom: 2024-01-01", "effectiveFrom: 2199-01-01", StringComparison.Ordinal)
                    .Replace(Duty, "alerts: smc@telecom.example.org", StringComparison.Ordinal),
            "smc"
        );

        var refused = await Assert.ThrowsAsync<StartException>(() => RungHost.Build(new RungOptions(_folder, 0)));

        Assert.StartsWith(
            "The guide smc 1.1 names smc@telecom.example.org in alerts",
            refused.Message,
            StringComparison.Ordinal
        );
    }

    private void Change(string from, string to)
    {
        var file = Path.Combine(_folder, "guides", "smc.yaml");
        var text = File.ReadAllText(file);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(from, to, StringComparison.Ordinal));
    }
}
