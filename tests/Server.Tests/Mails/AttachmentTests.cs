using System.Net.Http.Headers;
using System.Text;
using Rung.Server.Tests.Api;
using Xunit;

namespace Rung.Server.Tests.Mails;

/// <summary>S35: nothing that is attached to a mail is ever opened in a page of ours, whatever it says that it is.</summary>
public sealed class AttachmentTests
{
    /// <summary>What the part says of itself, and what is in it.</summary>
    private static readonly (string Headers, string Content)[] Parts =
    [
        ("image/svg+xml; name=a.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        ("text/html; name=a.html", "<script>alert(1)</script>"),
        (
            "application/xhtml+xml; name=a.xhtml",
            "<html xmlns='http://www.w3.org/1999/xhtml'><script>alert(1)</script></html>"
        ),
        ("text/xml; name=a.xml", "<?xml-stylesheet type='text/xsl' href='#x'?><x/>"),
        ("application/xslt+xml; name=a.xsl", "<xsl:stylesheet version='1.0'/>"),
        ("message/rfc822; name=a.mht", "Content-Type: text/html\r\n\r\n<script>alert(1)</script>"),
        ("application/pdf; name=a.pdf", "%PDF-1.7 /OpenAction << /S /JavaScript /JS (app.alert(1)) >>"),
        ("image/gif; name=a.gif", "GIF89a/*<script>*/=1;alert(1)//</script>"),
        ("text/html;; name=b.html", "<script>alert(1)</script>"),
        ("image/svg+xml\t; name=b.svg", "<svg onload='alert(1)'/>"),
        ("; name=c", "<script>alert(1)</script>"),
        ("text/html/x; name=d", "<script>alert(1)</script>"),
        ("text/javascript; name=e.js", "alert(1)"),
        ("application/octet-stream; name=\"../../f.html\"", "<script>alert(1)</script>"),
        ("image/png; name=\"g.png\\\"; x=.html\"", "<script>alert(1)</script>"),
    ];

    private static readonly string[] Asks =
    [
        "",
        "?inline",
        "?inline=1",
        "?disposition=inline",
        "?download=0",
        "?type=text/html",
        "?content-type=text/html",
        "?view=1",
    ];

    [Fact]
    public async Task S35_Whatever_is_attached_comes_as_bytes_to_be_kept_however_it_is_asked_for()
    {
        await using var desk = await RunningDesk.Open("2027-03-24T14:00:00Z");
        var mail = await new MailServer(desk).Takes(Message());
        for (var number = 1; number <= Parts.Length; number++)
        {
            foreach (var ask in Asks)
            {
                await IsHarmless(desk, $"/schools-desk/mails/{mail.Id}/attachments/{number}{ask}");
            }
        }
        await IsHarmless(desk, $"/schools-desk/mails/{mail.Id}/original?inline");
    }

    private static async Task IsHarmless(RunningDesk desk, string path)
    {
        using var asking = new HttpRequestMessage(HttpMethod.Get, path);
        asking.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        using var answer = await desk.Client.SendAsync(asking, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        var headers = answer.Content.Headers;
        Assert.Equal("application/octet-stream", headers.ContentType!.ToString());
        Assert.Equal("attachment", headers.ContentDisposition!.DispositionType);
        Assert.DoesNotContain("/", headers.ContentDisposition.FileName, StringComparison.Ordinal);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(
            ["default-src 'none'; sandbox; frame-ancestors 'none'"],
            answer.Headers.GetValues("Content-Security-Policy")
        );
    }

    private static string Message()
    {
        var parts = Parts.Select(part =>
            $"--b\r\nContent-Type: {part.Headers}\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + $"{Convert.ToBase64String(Encoding.UTF8.GetBytes(part.Content))}\r\n"
        );
        return MailServer.Message(
            "mallory@stranger.example.net",
            "Attached",
            $"--b\r\nContent-Type: text/plain\r\n\r\nSee attached.\r\n{string.Concat(parts)}--b--",
            "MIME-Version: 1.0",
            "Content-Type: multipart/mixed; boundary=b"
        );
    }
}
