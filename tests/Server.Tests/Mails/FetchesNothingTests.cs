using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Rung.Mail.Outbound;
using Rung.Server.Desk.Mails;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Mails.Fetching;
using Xunit;

namespace Rung.Server.Tests.Mails;

/// <summary>
/// S37, S39: nothing that we make of what somebody wrote, page, evidence pack or mail, reads a file of the server, asks anything of
/// the network, takes in what belongs to another case, or has a browser do so.
/// </summary>
public sealed partial class FetchesNothingTests : IDisposable
{
    private const string Secret = "the-secret-of-this-machine";
    private const string OfAnotherCase = "the-paper-of-another-case";

    private readonly TcpListener _near = new(IPAddress.Loopback, 0);
    private readonly string _file = Path.GetTempFileName();

    public FetchesNothingTests()
    {
        File.WriteAllText(_file, Secret);
        _near.Start();
    }

    private string Near => $"http://127.0.0.1:{((IPEndPoint)_near.LocalEndpoint).Port}/internal";

    private string[] Addresses =>
        [
            $"file://{_file}",
            _file,
            Near,
            $"php://filter/read=convert.base64-encode/resource={_file}",
            "cid:paper@other",
            Near["http:".Length..],
            $"https://{Near["http://".Length..]}",
            $"ftp://{Near["http://".Length..]}",
            $@"\\{Near["http://".Length..].Replace('/', '\\')}",
        ];

    private string Hostile =>
        string.Concat(
            Addresses.Select(address =>
                $"<img src=\"{address}\"><link rel=stylesheet href=\"{address}\"><iframe src='{address}'></iframe>"
                + $"<style>@import url({address}); p {{ background: url('{address}') }}</style><p style=\"background:url({address})\">p</p>"
                + $"<svg><use href=\"{address}#x\"/><image xlink:href=\"{address}\"/></svg><object data=\"{address}\"></object>"
                + $"<img srcset=\"{address} 2x\"><video poster=\"{address}\" src=\"{address}\"></video><table background=\"{address}\"><tr><td>t</table>"
                + $"<audio src=\"{address}\"></audio><input type=image src=\"{address}\"><base href=\"{address}\"><meta http-equiv=refresh content=\"0;url={address}\">"
            )
        ) + "<p>The printer fails.</p>";

    public void Dispose()
    {
        _near.Dispose();
        File.Delete(_file);
    }

    [Fact]
    public async Task S37_S39_Pages_packs_and_mails_read_no_file_ask_nobody_and_take_in_nothing_of_another_case()
    {
        await using var desk = await RunningDesk.Open("2027-03-24T14:00:00Z");
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        await mails.Takes(Related("Other", "<p>Ours</p>", OfAnotherCase));
        var mail = await mails.Takes(Related("Hostile", Hostile, "own"));
        var reference = (await agent.Post($"intake/{mail.Id}/log", Form())).Expect(201).Reference;
        await agent.Do(reference, "note", new JsonObject { ["text"] = Hostile });
        await agent.Do(reference, "update", new JsonObject { ["text"] = Hostile });
        var second = await mails.Takes(Related("Hostile too", Hostile, "own"));
        var handed = new JsonObject { ["route"] = "direct-sales", ["note"] = Hostile[..1_900] };
        (await agent.Post($"intake/{second.Id}/hand-over", handed)).Expect(200);

        var sent = await Sent(desk);
        string[] shown =
        [
            await Get(desk, $"/schools-desk/mails/{mail.Id}"),
            await Get(desk, $"/schools-desk/mails/{mail.Id}/formatted"),
            await Get(desk, $"/schools-desk/cases/{reference}"),
            await Get(desk, $"/api/v1/schools-desk/cases/{reference}/evidence?edition=internal"),
            await Get(desk, $"/api/v1/schools-desk/cases/{reference}/evidence"),
            .. sent.Select(one => one.Html),
        ];
        string[] made =
        [
            .. shown,
            .. sent.Select(one => one.Text),
            await Get(desk, $"/api/v1/schools-desk/intake/{mail.Id}"),
        ];

        Assert.True(sent.Count >= 3, "Two mails to the customer and one to the team are among them.");
        Assert.All(made, one => Assert.DoesNotContain(Secret, one, StringComparison.Ordinal));
        Assert.All(made, one => Assert.DoesNotContain(OfAnotherCase, one, StringComparison.Ordinal));
        Assert.All(shown, one => Assert.Empty(Loading().Matches(one)));
        Assert.False(_near.Pending(), "Somebody asked this machine's own network.");
    }

    // In an attribute of a tag, or in a style sheet; in a text it is what somebody wrote, and a link is followed by nobody.
    [GeneratedRegex(
        """<(?!a\s)[a-z][^>]*\s[a-z:-]+\s*=\s*["']?[^"'>]*(file:|php:|cid:|127\.0\.0\.1:\d+/internal|/tmp/)|<style>[^<]*(@import|url\()""",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex Loading();

    private static async Task<IReadOnlyList<(string Text, string Html)>> Sent(RunningDesk desk)
    {
        var maker = desk.Services.GetRequiredService<OutgoingMails>();
        var sent = new List<(string Text, string Html)>();
        foreach (var queued in await desk.Database().Outbox.Waiting("schools-desk", desk.Now, 100))
        {
            using var bytes = new MemoryStream(MailWriter.Write((await maker.Make(queued)).Mail!));
            using var message = await MimeMessage.LoadAsync(bytes, TestContext.Current.CancellationToken);
            sent.Add((message.TextBody!, message.HtmlBody!));
        }
        return sent;
    }

    private static JsonObject Form() =>
        new()
        {
            ["kind"] = "fault",
            ["subject"] = "The printer",
            ["customer"] = RunningDesk.Customer,
            ["contact"] = new JsonObject { ["name"] = "Office manager", ["email"] = "office@ashgrove.example.org" },
            ["services"] = new JsonArray("email"),
            ["answers"] = new JsonObject { ["affected"] = "one", ["effect"] = "disruption" },
        };

    private static string Related(string subject, string html, string paper) =>
        $"""
            From: office@ashgrove.example.org
            To: desk@schools.example.org
            Subject: {subject}
            Message-ID: <{Guid.NewGuid():N}@ashgrove.example.org>
            MIME-Version: 1.0
            Content-Type: multipart/related; boundary=b

            --b
            Content-Type: text/html; charset=utf-8

            {html}
            --b
            Content-Type: text/plain; name=paper.txt
            Content-Disposition: attachment; filename=paper.txt
            Content-ID: <paper@other>

            {paper}
            --b--

            """.ReplaceLineEndings("\r\n");

    private static Task<string> Get(RunningDesk desk, string path) =>
        desk.Client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
}
