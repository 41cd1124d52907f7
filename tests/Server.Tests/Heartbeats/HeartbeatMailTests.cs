using Rung.Server.Tests.Mails;
using Rung.Storage.Inbound;
using Xunit;

namespace Rung.Server.Tests.Heartbeats;

/// <summary>A mail to an address of its own is a sign of life, whoever it says it is from; and no other mail is. R15</summary>
public sealed class HeartbeatMailTests
{
    private const string From = "backup@monitor.example.org";

    [Fact]
    public async Task R15_A_mail_to_the_address_of_a_heartbeat_is_a_sign_of_life_and_waits_for_nobody()
    {
        await using var watching = await WatchingDesk.Open();
        var (mails, address) = (new MailServer(watching.Desk), (string)(await watching.Look())["address"]!);
        Assert.Matches(@"^desk\+hb\.[a-z2-7]{16}@schools\.example\.org$", address);
        await watching.PassTo("2026-12-24T10:01:00Z");
        var mail = await mails.Takes(MailServer.Message(From, "Backup", "Done."), address);
        Assert.Equal(
            (InboundState.LeftAlone, "It is a heartbeat: Line monitor is heard of."),
            (mail.State, mail.Reason)
        );
        var heard = await watching.Look();
        Assert.Equal(
            ("heard", "mail", "2026-12-24T10:01:00Z", "2026-12-24T10:03:00Z"),
            ((string?)heard["state"], (string?)heard["heardBy"], (string?)heard["heardAt"], (string?)heard["dueAt"])
        );

        await watching.PassTo("2026-12-24T10:03:01Z");
        var reference = (string?)(await watching.Becomes("silent"))["case"];
        await watching.PassTo("2026-12-24T10:04:00Z");
        await mails.Takes(MailServer.Message(From, "Backup", "Done again.", $"Cc: {address.ToUpperInvariant()}"));
        await watching.Becomes("heard");
        Assert.Contains(
            "heard of again, on Thu 24 Dec 2026, 10:04 GMT",
            Assert.Single(await watching.Notes(reference!))
        );
    }

    [Theory]
    [InlineData("desk+hb.aaaaaaaaaaaaaaaa@schools.example.org")]
    [InlineData("desk+hb.@schools.example.org")]
    [InlineData("desk@schools.example.org")]
    public async Task S17_Who_does_not_know_the_address_makes_nobody_believe_that_something_is_alive(string address)
    {
        await using var watching = await WatchingDesk.Open();
        await watching.PassTo("2026-12-24T10:01:00Z");
        var mail = await new MailServer(watching.Desk).Takes(
            MailServer.Message(From, "Backup of the line monitor", "heartbeat line"),
            address
        );
        Assert.Equal(InboundState.Unlogged, mail.State);
        Assert.Equal("awaited", (string?)(await watching.Look())["state"]);
    }
}
