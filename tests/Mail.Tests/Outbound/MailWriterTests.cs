using System.Text;
using NodaTime;
using Rung.Mail.Inbound;
using Rung.Mail.Inbound.Sorting;
using Rung.Mail.Outbound;
using Xunit;

namespace Rung.Mail.Tests.Outbound;

/// <summary>The form of our mails: <c>spec/ux.md</c> 3, RFC 3834, RFC 5322.</summary>
public sealed class MailWriterTests
{
    [Fact]
    public void A_mail_of_ours_word_for_word()
    {
        var file = Path.Combine(Root, "tests", "Mail.Tests", "Outbound", "answer.eml");
        var written = Encoding.ASCII.GetString(MailWriter.Write(Answer));
        if (Environment.GetEnvironmentVariable("RUNG_APPROVE") == "1")
        {
            File.WriteAllText(file, written.Replace("\r\n", "\n", StringComparison.Ordinal));
        }
        Assert.Equal(File.ReadAllText(file), written.Replace("\r\n", "\n", StringComparison.Ordinal));
    }

    [Fact]
    public void Written_twice_it_is_the_same_to_the_byte() =>
        Assert.Equal(MailWriter.Write(Answer), MailWriter.Write(Answer));

    [Fact]
    public void Its_lines_end_in_CR_LF_and_are_short_and_plain()
    {
        var written = MailWriter.Write(Answer with { Text = new string('é', 5000) });

        Assert.All(written, one => Assert.True(one < 128));
        Assert.Equal(written.Count(one => one == '\n'), written.Count(one => one == '\r'));
        Assert.All(Encoding.ASCII.GetString(written).Split("\r\n"), line => Assert.True(line.Length <= 998));
    }

    [Fact]
    public void Our_own_reader_reads_it_back()
    {
        var read = MailReader.Read(MailWriter.Write(Answer));

        Assert.Equal("[R-7K4-239] Ärger with “sign-in”", read.Subject);
        Assert.Equal("9a@schools.example.org", read.MessageId);
        Assert.Equal(["their2@example.org", "ours1@schools.example.org", "their1@example.org"], read.Answers);
        Assert.StartsWith("There is news on your case:", read.Body.Text);
        Assert.Equal("desk+tag.sig@schools.example.org", Assert.Single(read.ReplyTo).Address);
    }

    // RFC 3834, 5: two desks that face each other do not talk for ever.
    [Theory]
    [InlineData(true, "auto-replied", MailSort.AutomaticReply)]
    [InlineData(false, "auto-generated", MailSort.AutomaticNotice)]
    public void Another_program_sees_that_a_program_sent_it(bool isReply, string says, MailSort sort)
    {
        var read = MailReader.Read(MailWriter.Write(Answer with { IsReply = isReply }));

        Assert.Equal(says, read.Headers.First("Auto-Submitted"));
        Assert.Equal(sort, MailSorter.Sort(read, new OwnAddresses(["other@example.org"])).Sort);
        Assert.Equal(MailSort.Loop, MailSorter.Sort(read, new OwnAddresses(["desk@schools.example.org"])).Sort);
    }

    [Theory]
    [InlineData("Hello\r\nBcc: x@example.org\r\n\r\nbody")]
    [InlineData("Hello\nX: y")]
    [InlineData("=?utf-8?q?=0d=0aBcc:_x@example.org?=")]
    public void A_subject_adds_no_field(string subject)
    {
        var read = MailReader.Read(MailWriter.Write(Answer with { Subject = subject }));

        Assert.False(read.Headers.Has("Bcc"));
        Assert.False(read.Headers.Has("X"));
        Assert.Single(read.To);
        Assert.StartsWith("There is news", read.Body.Text);
    }

    [Fact]
    public void Nothing_in_a_text_becomes_HTML()
    {
        const string Hostile = """
            <script>alert(1)</script>: <img src=x onerror=alert(1)>

            Name: <b>bold</b> & "quoted"
            - <i>one</i>

            https://example.org/?a=1&b="><script>alert(1)</script> javascript:alert(1)
            """;
        var html = HtmlLetter.Of(Hostile, "en\"><script>");

        Assert.DoesNotContain("<script", html);
        Assert.DoesNotContain("<img", html);
        Assert.DoesNotContain("<b>", html);
        Assert.DoesNotContain("<i>", html);
        Assert.DoesNotContain("href=\"javascript", html);
        Assert.Contains("<a href=\"https://example.org/?a=1&amp;b=\">https://example.org/?a=1&amp;b=</a>", html);
    }

    // No pixel, no font, no style from elsewhere (ux.md 3).
    [Fact]
    public void The_HTML_loads_nothing()
    {
        var html = HtmlLetter.Of(Answer.Text, "en-GB");

        Assert.DoesNotContain("src=", html);
        Assert.DoesNotContain("url(", html);
        Assert.DoesNotContain("<link", html);
        Assert.Contains("<html lang=\"en-GB\">", html);
    }

    private static OutgoingMail Answer =>
        new()
        {
            From = Box("ESS service desk", "desk@schools.example.org"),
            To = Box("School office", "office@millbrook.example.org"),
            Subject = "[R-7K4-239] Ärger with “sign-in”",
            Text =
                "There is news on your case:\n\nWe found the fault:\n\n- one server <old>\n- one cable\n\n"
                + "Condition: Assigned. An engineer is working on it.\nOur target: Thursday 31 December 2026, 15:31 GMT"
                + "\n\n-- \nYour reference: R-7K4-239\nhttps://www.schools.example.org/privacy",
            MessageId = "9a@schools.example.org",
            WrittenAt = new LocalDateTime(2026, 12, 24, 15, 31).WithOffset(Offset.Zero),
            Language = "en-GB",
            ReplyTo = Box("ESS service desk", "desk+tag.sig@schools.example.org"),
            InReplyTo = "their2@example.org",
            References = ["their1@example.org", "ours1@schools.example.org", "their2@example.org"],
        };

    private static Mailbox Box(string name, string address) =>
        Mailbox.TryParse(name, address, out var mailbox) ? mailbox : throw new ArgumentException(address);

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Rung.slnx")))
            {
                folder = folder.Parent!;
            }
            return folder.FullName;
        }
    }
}
