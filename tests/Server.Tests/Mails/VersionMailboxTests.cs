using NodaTime;
using NodaTime.Text;
using Rung.Core.Guides;
using Rung.Mail.Transport;
using Rung.Server.Commands.Guides;
using Rung.Server.Desk;
using Rung.Server.Desk.Mails;
using Rung.Server.Hosting;
using Rung.Server.Tests.Api;
using Xunit;

namespace Rung.Server.Tests.Mails;

/// <summary>ESS-03: a version of a guide takes force while the desk runs, and its desk's mail goes on coming to it.</summary>
public sealed class VersionMailboxTests
{
    private const string Before = "smc@telecom.example.org";
    private const string After = "help@telecom.example.org";

    // From 1 February version 2.0 of the second desk publishes another address; people go on writing to the one they know.
    [Theory]
    [InlineData("2027-01-31", Before, "smc")]
    [InlineData("2027-01-31", After, "smc")]
    [InlineData("2027-02-01", Before, "smc")]
    [InlineData("2027-02-01", After, "smc")]
    [InlineData("2027-02-01", "nobody@example.org", "schools-desk")]
    public void A_mailbox_does_not_change_hands_at_midnight(string date, string address, string desk) =>
        Assert.Equal(desk, MailRoutes.Find(Desks(date), address));

    [Theory]
    [InlineData("2027-01-31")]
    [InlineData("2027-02-01")]
    public void A_mailbox_may_be_for_an_address_of_any_version_that_takes_force(string date)
    {
        ImapSetting.Check([Mailbox(Before), Mailbox(After)], Desks(date));
        var refused = Assert.Throws<StartException>(() =>
            ImapSetting.Check([Mailbox("nobody@example.org")], Desks(date))
        );
        Assert.Contains("which no guide publishes", refused.Message, StringComparison.Ordinal);
    }

    private static DeskRegister Desks(string date)
    {
        var (schools, smc) = (Guide("schools-desk"), Guide("smc"));
        var next = smc with
        {
            Document = smc.Document with { Version = "2.0", EffectiveFrom = new LocalDate(2027, 2, 1) },
            Routes = [.. smc.Routes.Select(route => route with { Addresses = [.. route.Addresses.Select(Moved)] })],
        };
        var today = LocalDatePattern.Iso.Parse(date).Value;
        return new DeskRegister([schools, smc, next], [], _ => today);
    }

    private static RouteAddress Moved(RouteAddress address) =>
        address.Address == Before ? address with { Address = After } : address;

    private static ImapAddress Mailbox(string address) =>
        ImapAddress.TryParse(
            $"imaps://desk:secret@mail.example.org/INBOX?for={address}",
            out var mailbox,
            out var problem
        )
            ? mailbox
            : throw new ArgumentException(problem);

    private static Guide Guide(string name) => GuideFile.Read(Documents.Path("guides", $"{name}.yaml")).Guide!;
}
