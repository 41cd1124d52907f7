using Rung.Mail.Transport;
using Xunit;

namespace Rung.Mail.Tests.Transport;

/// <summary>How a mailbox is named, and that no secret of it is shown.</summary>
public sealed class ImapAddressTests
{
    [Theory]
    [InlineData(
        "imaps://desk%40example.org:x@mail.example.org",
        "mail.example.org:993 (TLS, as desk@example.org)/INBOX"
    )]
    [InlineData(
        "imap://desk%40example.org:x@mail.example.org/",
        "mail.example.org:143 (STARTTLS, as desk@example.org)/INBOX"
    )]
    [InlineData(
        "imap://d%40example.org:x@localhost:1143",
        "localhost:1143 (STARTTLS when offered, as d@example.org)/INBOX"
    )]
    [InlineData("imaps://d%40example.org:x@h:1/Desk%20mail/New", "h:1 (TLS, as d@example.org)/Desk mail/New")]
    public void A_mailbox_and_the_way_to_it(string text, string says)
    {
        Assert.True(ImapAddress.TryParse(text, out var mailbox, out var problem), problem);
        Assert.Equal(says, mailbox.ToString());
    }

    [Fact]
    public void It_is_for_its_user_unless_it_says_for_whom_and_what_was_taken_is_marked_unless_it_says_not()
    {
        var plain = Read("imaps://Desk%40Example.org:p%40ss@mail.example.org");
        Assert.Equal(("desk@example.org", null, true), (plain.For, plain.MoveTo, plain.IsMarked));
        var told = Read("imaps://u1:y@h/INBOX?for=desk@example.org&move-to=Rung/Taken&mark=off");
        Assert.Equal(("desk@example.org", "Rung/Taken", false), (told.For, told.MoveTo, told.IsMarked));
        Assert.Equal("u1@h/INBOX", told.Name);
    }

    // By the two usual ports one comes to the same mailbox; at others two mail servers may be on one machine.
    [Theory]
    [InlineData("imaps://u1:y@h/INBOX?for=desk@example.org", "u1@h/INBOX")]
    [InlineData("imap://u1:y@h/INBOX?for=desk@example.org", "u1@h/INBOX")]
    [InlineData("imap://u1:y@h:1143/INBOX?for=desk@example.org", "u1@h:1143/INBOX")]
    [InlineData("imap://u1:y@h:2143/INBOX?for=desk@example.org", "u1@h:2143/INBOX")]
    public void Mailboxes_on_two_servers_of_one_machine_are_two(string text, string name) =>
        Assert.Equal(name, Read(text).Name);

    [Theory]
    [InlineData("token-file=/run/token")]
    [InlineData("token-command=/usr/local/bin/token%20desk")]
    [InlineData("password-file=/run/password")]
    public void A_secret_may_be_elsewhere(string where) => Read($"imaps://desk%40example.org@mail.example.org?{where}");

    [Theory]
    [InlineData("")]
    [InlineData("smtp://desk%40example.org:topsecret@mail.example.org")]
    [InlineData("imaps://mail.example.org")]
    [InlineData("imaps://desk:topsecret@mail.example.org")]
    [InlineData("imaps://desk%40example.org@mail.example.org")]
    [InlineData("imaps://desk%40example.org:topsecret@mail.example.org?token-file=/t")]
    [InlineData("imaps://desk%40example.org@mail.example.org?token-file=/t&token-command=x")]
    [InlineData("imaps://desk%40example.org:topsecret@mail.example.org?mark=on")]
    [InlineData("imaps://desk%40example.org:topsecret@mail.example.org?for=")]
    [InlineData("imaps://desk%40example.org:topsecret@mail.example.org?folder=x")]
    [InlineData("imaps://desk%40example.org:topsecret@mail.example.org?tls=off")]
    [InlineData("imap://desk%40example.org:topsecret@mail.example.org?tls=off")]
    public void Anything_else_is_refused_in_one_sentence_without_a_secret(string text)
    {
        Assert.False(ImapAddress.TryParse(text, out _, out var problem));
        Assert.True(problem!.Length > 20, problem);
        Assert.DoesNotContain("topsecret", problem);
    }

    private static ImapAddress Read(string text)
    {
        Assert.True(ImapAddress.TryParse(text, out var mailbox, out var problem), problem);
        return mailbox;
    }
}
