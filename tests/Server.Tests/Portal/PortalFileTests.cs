using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rung.Server.Tests.Api;
using Xunit;

namespace Rung.Server.Tests.Portal;

/// <summary>Files that a school sends with a report or an answer: who may fetch them, and what is not taken.</summary>
public sealed partial class PortalFileTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private const string Office = "ashgrove/office";

    // The eight bytes that every PNG begins with.
    private static readonly byte[] Picture = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private readonly Caller _agent = new(shared.Desk);

    // S4
    [Fact]
    public async Task What_is_sent_with_an_answer_is_on_the_story_and_fetched_as_bytes_by_whoever_sees_the_case()
    {
        var reference = (await _agent.Log(Caller.FaultForSome.DeepClone())).Reference;
        using var office = await Secretary.Of(shared.Desk, Office);
        await office.Open($"/cases/{reference}/reply");
        await office.SendFile("act", ("screen.png", Picture), ("text", "It looks like this."));
        Assert.Equal($"/cases/{reference}", office.Place);
        Assert.Contains("screen.png, 8 bytes", office.Page, StringComparison.Ordinal);
        var href = Href().Match(office.Page).Groups["to"].Value;
        await Kept(office, href);

        // The desk reads it on its own page of the case; another school has no such file, nor has this one another.
        await Kept(office, href.Replace("/portal/", "/", StringComparison.Ordinal));
        await Put("brookfield", "Brookfield School", "BRO01");
        using var other = await Secretary.Of(shared.Desk, "brookfield/head");
        await NotFound(other, href);
        await NotFound(office, $"{href[..^1]}{(href[^1] == '0' ? '1' : '0')}");
    }

    [Fact]
    public async Task What_is_sent_with_a_report_is_on_the_case_and_one_that_is_refused_is_said_before_anything_is_logged()
    {
        using var office = await Secretary.Of(shared.Desk, Office);
        await office.Open("/report");
        await office.Send("begin", ("about", "fault"));
        while (office.Place != "/report/check")
        {
            await office.Send("question", Answer(office.Place));
        }
        await office.SendFile("send", ("setup.exe", Picture));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, office.Status);
        Assert.Contains(
            "“setup.exe” cannot be taken: send it as PDF,",
            WebUtility.HtmlDecode(office.Page),
            StringComparison.Ordinal
        );
        await office.SendFile("send", ("error.txt", Encoding.UTF8.GetBytes("550 5.7.1 refused")));
        var reference = Reference().Match(office.Page).Value;
        await office.Open($"/cases/{reference}");
        Assert.Contains("error.txt, 17 bytes", office.Page, StringComparison.Ordinal);
    }

    /// <summary>What follows a closed case is another case, which is where the file is kept.</summary>
    [Fact]
    public async Task ESS_53_What_is_sent_about_a_closed_case_is_kept_on_the_one_that_follows_it()
    {
        var closed = (await _agent.Log(Caller.FaultForSome.DeepClone())).Reference;
        var how = new JsonObject { ["resolution"] = "Restarted.", ["confirmation"] = "required" };
        await _agent.Do(closed, "resolve", how);
        using var office = await Secretary.Of(shared.Desk, Office);
        await office.Open($"/cases/{closed}/fixed");
        await office.Send("act");
        await office.Open($"/cases/{closed}/reply");
        await office.SendFile("act", ("again.png", Picture), ("text", "It is back."));
        Assert.NotEqual($"/cases/{closed}", office.Place);
        await Kept(office, Href().Match(office.Page).Groups["to"].Value);
    }

    // 30,000,000 bytes are read at most.
    [Fact]
    public async Task Files_that_are_too_large_together_are_turned_down_with_the_way_back_to_the_form()
    {
        var reference = (await _agent.Log(Caller.FaultForSome.DeepClone())).Reference;
        using var office = await Secretary.Of(shared.Desk, Office);
        await office.Open($"/cases/{reference}/reply");
        await office.SendFile("act", ("scan.pdf", new byte[30_000_001]), ("text", "It looks like this."));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, office.Status);
        Assert.Contains("The files are too large together", office.Page, StringComparison.Ordinal);
        Assert.Contains("10 MB each, and 25 MB together", office.Page, StringComparison.Ordinal);
        Assert.Matches(
            $"<a [^>]*href=\"/schools-desk/portal/cases/{reference}/reply\"[^>]*>Back to the form</a>",
            office.Page
        );
        await office.Open($"/cases/{reference}");
        Assert.DoesNotContain("It looks like this.", office.Page, StringComparison.Ordinal);
    }

    /// <summary>S-hostile: a page, a program, a name that turns the direction of writing or climbs out of a folder, nothing.</summary>
    [Theory]
    [InlineData("page.html", "<script>alert(1)</script>")]
    [InlineData("drawing.svg", "<svg onload='alert(1)'/>")]
    [InlineData("setup.exe", "MZ")]
    [InlineData("report\u202Efdp.exe", "MZ")]
    [InlineData("photo\u202Egnp.pdf", "%PDF")]
    [InlineData("empty.pdf", "")]
    public async Task A_file_that_could_do_harm_is_refused_with_the_answer_and_what_was_typed_stays(
        string name,
        string content
    )
    {
        var reference = (await _agent.Log(Caller.FaultForSome.DeepClone())).Reference;
        using var office = await Secretary.Of(shared.Desk, Office);
        await office.Open($"/cases/{reference}/reply");
        await office.SendFile("act", (name, Encoding.UTF8.GetBytes(content)), ("text", "Look at this, please."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, office.Status);
        Assert.Contains("Look at this, please.", office.Page, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "customer-replied",
            (await _agent.Events(reference)).ToJsonString(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("../../etc/passwd.txt")]
    [InlineData("C:\\windows\\notes.txt")]
    [InlineData("<img src=x onerror=alert(1)>.txt")]
    public async Task A_name_is_a_name_and_neither_a_path_nor_a_page(string name)
    {
        var reference = (await _agent.Log(Caller.FaultForSome.DeepClone())).Reference;
        using var office = await Secretary.Of(shared.Desk, Office);
        await office.Open($"/cases/{reference}/reply");
        await office.SendFile("act", (name, [0x41]), ("text", "Look at this, please."));
        Assert.DoesNotContain("<img src=x", office.Page, StringComparison.Ordinal);
        var (answer, _) = await office.Fetch(Href().Match(office.Page).Groups["to"].Value);
        using (answer)
        {
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
            Assert.DoesNotContain(
                "..",
                answer.Content.Headers.ContentDisposition.FileNameStar,
                StringComparison.Ordinal
            );
        }
    }

    private static async Task Kept(Secretary office, string href)
    {
        var (answer, bytes) = await office.Fetch(href);
        using (answer)
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(Picture, bytes);
            Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
            Assert.Contains(
                "sandbox",
                string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")),
                StringComparison.Ordinal
            );
        }
    }

    private static async Task NotFound(Secretary who, string href)
    {
        var (answer, _) = await who.Fetch(href);
        using (answer)
        {
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private static (string, string) Answer(string place) =>
        place switch
        {
            "/report/service" => ("services", "email"),
            "/report/affected" => ("q.affected", "some"),
            "/report/effect" => ("q.effect", "cannot-use"),
            "/report/help-guides" => ("q.help-guides", "did-not-help"),
            var text => ($"q.{text["/report/".Length..]}", "Outlook asks for the password since nine"),
        };

    private async Task Put(string id, string name, string code)
    {
        var head = new JsonObject
        {
            ["id"] = "head",
            ["name"] = "Head",
            ["roles"] = new JsonArray(),
        };
        var body = new JsonObject
        {
            ["name"] = name,
            ["siteCode"] = code,
            ["contacts"] = new JsonArray(head),
        };
        (await _agent.Send(HttpMethod.Put, $"customers/{id}", Caller.Json(body.ToJsonString()))).Expect(201);
    }

    [GeneratedRegex("href=\"(?<to>[^\"]*/papers/[0-9a-f]{64})\"")]
    private static partial Regex Href();

    [GeneratedRegex("R-[0-9A-Z]{3}-[0-9A-Z]{3}")]
    private static partial Regex Reference();
}
