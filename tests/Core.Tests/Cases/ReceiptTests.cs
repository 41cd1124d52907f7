using Rung.Core.Cases.Telling;
using Rung.Core.Guides;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>ESS-40, S17, S28: what is answered before anybody has read a mail.</summary>
public sealed class ReceiptTests
{
    // D2: a mail of Friday 18:20 counts from Tuesday, since Monday 3 May 2027 is a holiday.
    [Fact]
    public void D2_Says_when_the_mail_counts_as_received_and_has_no_reference()
    {
        var receipt = Receipt.Of(ShippedGuides.Schools, Mail("2027-04-30 18:20", "2027-05-04 08:00"))!;

        Assert.Equal("office@millbrook.example.org", receipt.To);
        Assert.Equal(Cause.TheirMail, receipt.Cause);
        Assert.Equal("Your mail has reached the service desk", receipt.Subject);
        Assert.Contains("when the desk next opens: Tuesday 4 May 2027, 08:00 BST.", receipt.Text);
        Assert.Contains("Ring 01632 960100", receipt.Text);
        Assert.DoesNotContain("reference:", receipt.Text);
    }

    [Fact]
    public void While_the_desk_is_open_there_is_none() =>
        Assert.Null(Receipt.Of(ShippedGuides.Schools, Mail("2027-04-30 17:59", "2027-04-30 17:59")));

    [Fact]
    public void A_desk_that_never_closes_promises_none() =>
        Assert.Null(Receipt.Of(ShippedGuides.Smc, Mail("2027-04-30 18:20", "2027-04-30 18:20")));

    [Fact]
    public void One_address_hears_it_once_until_the_desk_opens()
    {
        string Key(string at, string opens) => Receipt.Of(ShippedGuides.Schools, Mail(at, opens))!.Key;

        Assert.Equal(Key("2027-04-30 18:20", "2027-05-04 08:00"), Key("2027-05-02 03:00", "2027-05-04 08:00"));
        Assert.NotEqual(Key("2027-05-02 03:00", "2027-05-04 08:00"), Key("2027-05-04 18:00", "2027-05-05 08:00"));
    }

    // ESS-10: web filtering has a telephone of its own.
    [Fact]
    public void The_telephone_is_that_of_the_route_the_mail_came_by()
    {
        var mail = Mail("2027-04-30 18:20", "2027-05-04 08:00") with { Mailbox = "filtering@schools.example.org" };

        Assert.Contains("Ring 01632 960110", Receipt.Of(ShippedGuides.Schools, mail)!.Text);
    }

    private static Receipt.Arrival Mail(string at, string effective) =>
        new("desk@schools.example.org", "office@millbrook.example.org", At.London(at), At.London(effective));
}
