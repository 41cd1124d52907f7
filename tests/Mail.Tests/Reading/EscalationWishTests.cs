using System.Text;
using Rung.Mail.Inbound;
using Rung.Mail.Inbound.Facts;
using Xunit;

namespace Rung.Mail.Tests.Reading;

/// <summary>Which mails ask to escalate. S-04</summary>
public sealed class EscalationWishTests
{
    [Theory]
    [InlineData("Help", "Please escalate.", true)]
    [InlineData("Help", "We want this ESCALATED to your manager", true)]
    [InlineData("Escalation of our outage", "See above.", true)]
    [InlineData("Help", "I do not understand it. Escalate it.", true)]
    [InlineData("Re: Escalation", "Thank you, it works.", false)]
    [InlineData("Help", "It is back.", false)]
    [InlineData("Help", "There is no need to escalate.", false)]
    [InlineData("Help", "Please do not escalate this yet.", false)]
    [InlineData("Help", "We don't want to escalate.", false)]
    [InlineData("Help", "The escalator stands still.", false)]
    [InlineData("Help", "Thank you.\r\n\r\nOn Monday the desk wrote:\r\n> To escalate, ring us.", false)]
    public void Asks_or_does_not(string subject, string text, bool asks)
    {
        var mail = MailReader.Read(
            Encoding.UTF8.GetBytes($"From: a@example.org\r\nSubject: {subject}\r\n\r\n{text}\r\n")
        );
        Assert.Equal(asks, EscalationWish.In(mail));
    }
}
