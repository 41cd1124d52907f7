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

    // S31
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

    [Fact]
    public void Files_that_go_along_come_out_as_they_went_in_whatever_they_are()
    {
        byte[] bytes = [.. Enumerable.Range(0, 256).Select(one => (byte)one), 13, 10, 45, 45];
        Enclosure[] files =
        [
            new("Übersicht.pdf", "application/pdf", bytes),
            new("asked.eml", "message/rfc822", "From: a@example.org\r\n\r\nHello"u8.ToArray()),
            new("empty.txt", "text/plain", []),
        ];
        var mail = Answer with { Enclosures = files };
        var written = MailWriter.Write(mail);

        Assert.Equal(written, MailWriter.Write(mail));
        Assert.All(written, one => Assert.True(one < 128));
        var read = MailReader.Read(written);
        Assert.StartsWith("There is news on your case:", read.Body.Text);
        Assert.Equal(files.Select(one => one.FileName), read.Attachments.Select(one => one.FileName));
        Assert.Equal(
            ["application/pdf", "application/octet-stream", "text/plain"],
            read.Attachments.Select(one => one.MediaType)
        );
        Assert.Equal(files.Select(one => one.Content), MailReader.Contents(written, [1, 2, 3]));
    }

    // 10,240,000 bytes is what Postfix takes unless it is told otherwise.
    [Fact]
    public void What_goes_along_at_most_fits_into_what_mail_servers_take()
    {
        var full = new Enclosure("scan.tif", "image/tiff", new byte[Enclosure.Most]);

        Assert.InRange(MailWriter.Write(Answer with { Enclosures = [full] }).Length, 9_000_000, 10_000_000);
    }

    [Fact]
    public void What_is_too_large_stays_and_what_comes_after_it_goes_along_where_there_is_room()
    {
        MailAttachment[] attached =
        [
            new(1, "plan.pdf", "application/pdf", 4_000_000, null),
            new(2, "scan.tif", "image/tiff", 3_000_001, null),
            new(3, "log.txt", "text/plain", 3_000_000, null),
            new(4, "one.txt", "text/plain", 1, null),
        ];
        var (along, stay) = Enclosure.Choose(MailReader.Read([]) with { Attachments = attached });

        Assert.Equal(["plan.pdf", "log.txt"], along.Select(one => one.FileName));
        Assert.Equal(["scan.tif", "one.txt"], stay.Select(one => one.FileName));
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

    // S26
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

    // S33
    [Fact]
    public void Nothing_in_a_text_becomes_HTML()
    {
        const string Hostile = """
            <script>alert(1)</script>: <img src=x onerror=alert(1)>

            Name: <b>bold</b> & "quoted"
            - <i>one</i>

            https://example.org/?a=1&b="><script>alert(1)</script> javascript:alert(1)
            """;
        var html = HtmlLetter.Of(Hostile, Hostile, "en\"><script>");

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
        var html = HtmlLetter.Of(Answer.Subject, Answer.Text, "en-GB");

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

    private static NamedAddress Box(string name, string address) =>
        NamedAddress.TryParse(name, address, out var mailbox) ? mailbox : throw new ArgumentException(address);

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
