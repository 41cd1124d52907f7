using System.Text;
using Rung.Mail.Inbound;
using Rung.Mail.Inbound.Facts;
using Rung.Mail.Inbound.Senders;
using Xunit;

namespace Rung.Mail.Tests.Reading;

/// <summary>A telephone number in running text, however it is written and whatever stands around it. ESS-30</summary>
public sealed class PhoneInTextTests
{
    [Theory]
    [InlineData("Ring me (01632 960123).", "01632 960123")]
    [InlineData("Ring me on (01632 960123) or (07700 900456).", "01632 960123")]
    [InlineData("We are at (01632 960123) (07700 900456)", "01632 960123")]
    [InlineData("We are at (01632 960123)(07700 900456)", "01632 960123")]
    [InlineData("We are at (01632) 960123 (07700 900456)", "(01632) 960123")]
    [InlineData("Ring (020) 7946 0123 please", "(020) 7946 0123")]
    [InlineData("Ring +44 (0)1632 960123 please", "+44 (0)1632 960123")]
    [InlineData("Ring (+44) 1632-960123 please", "(+44) 1632-960123")]
    [InlineData("01632.960123", "01632.960123")]
    [InlineData("01632 960123 - 07700 900456", "01632 960123")]
    [InlineData("My asset number is 12 34 56", null)]
    [InlineData("It began at 08:00 in (room 0123)", null)]
    [InlineData("0123456789012345678", null)] // longer than any number
    public void The_first_number_is_found_without_what_stands_around_it(string text, string? phone)
    {
        var mail = MailReader.Read(Encoding.UTF8.GetBytes($"From: a@example.org\r\nSubject: x\r\n\r\n{text}\r\n"));

        var found = FactFinder.Find(Guides.Schools, mail, KnownSender.Nobody).Single(one => one.Fact.Id == "phone");

        Assert.Equal(phone, found.Value);
    }
}
