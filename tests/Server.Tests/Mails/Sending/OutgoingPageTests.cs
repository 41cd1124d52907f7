using System.Net;
using System.Text.Json.Nodes;
using Rung.Server.Tests.Api;
using Xunit;

namespace Rung.Server.Tests.Mails.Sending;

/// <summary>What was written to whom can be read in full, whatever became of it, and does nothing to who reads it. S32, S6</summary>
public sealed class OutgoingPageTests
{
    private const string Monday = "2026-12-14T10:00:00Z";

    [Fact]
    public async Task Without_a_mail_server_mail_is_kept_shown_as_not_sent_and_read_in_full()
    {
        await using var desk = await RunningDesk.Open(Monday);
        var (reference, message) = await Told(desk, "Look: <script>alert(1)</script> & more");

        var page = await desk.Client.GetStringAsync($"/schools-desk/cases/{reference}", Stop);
        Assert.Contains("not sent: no mail server is set", page, StringComparison.Ordinal);
        var read = await desk.Client.GetStringAsync($"/schools-desk/outgoing/{message}", Stop);
        Assert.Contains("Look: &lt;script&gt;alert(1)&lt;/script&gt; &amp; more", read, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", read, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted", read, StringComparison.Ordinal);

        using var formatted = await desk.Client.GetAsync($"/schools-desk/outgoing/{message}/formatted", Stop);
        Assert.Equal(
            "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'",
            formatted.Headers.GetValues("Content-Security-Policy").Single()
        );
        Assert.Equal(["SAMEORIGIN"], formatted.Headers.GetValues("X-Frame-Options"));
        Assert.DoesNotContain("<script", await formatted.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var original = await desk.Client.GetAsync($"/schools-desk/outgoing/{message}/original", Stop);
        Assert.Equal("attachment", original.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains(
            "multipart/alternative",
            await original.Content.ReadAsStringAsync(Stop),
            StringComparison.Ordinal
        );
        // Nothing is lit for what nobody expects to leave.
        Assert.DoesNotContain("/schools-desk/outgoing\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_refused_is_on_the_case_in_the_rail_and_on_the_page_of_its_own()
    {
        await using var sink = new SmtpSink
        {
            Answer = at => at == SmtpStep.Recipient ? "550 5.1.1 <b>No such user</b>" : null,
        };
        await using var desk = await RunningDesk.Open(Monday, smtp: sink.Address);
        var (reference, message) = await Told(desk, "News");
        string page = "";
        await RunningDesk.Until(
            async () =>
                (page = await desk.Client.GetStringAsync($"/schools-desk/cases/{reference}", Stop)).Contains(
                    "could not be delivered. So it is with 1 more.",
                    StringComparison.Ordinal
                ),
            "both mails are refused"
        );

        Assert.Contains("href=\"/schools-desk/outgoing\"", page, StringComparison.Ordinal);
        var list = WebUtility.HtmlDecode(await desk.Client.GetStringAsync("/schools-desk/outgoing", Stop));
        Assert.Contains("2 not delivered", list, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>No such user</b>", await desk.Client.GetStringAsync("/schools-desk/outgoing", Stop));
        Assert.Contains($"/schools-desk/outgoing/{message}/retry", list, StringComparison.Ordinal);
        // Another desk of the same installation knows nothing of it.
        Assert.Contains(
            "Everything that was to leave has left",
            await desk.Client.GetStringAsync("/smc/outgoing", Stop)
        );
        using var foreign = await desk.Client.GetAsync($"/smc/outgoing/{message}", Stop);
        using var missing = await desk.Client.GetAsync("/smc/outgoing/987654", Stop);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (foreign.StatusCode, missing.StatusCode));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<(string Reference, long Message)> Told(RunningDesk desk, string text)
    {
        var agent = new Caller(desk);
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        await agent.Do(reference, "update", new JsonObject { ["text"] = text });
        var messages = (await agent.Get($"cases/{reference}/messages")).Expect(200).Body!["messages"]!.AsArray();
        Assert.Equal(["logged", "updated"], messages.Select(one => (string)one!["rule"]!));
        return (reference, (long)messages[1]!["id"]!);
    }
}
