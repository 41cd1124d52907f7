using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>Whatever is sent, the answer is a problem that says what is wrong and where; never a bug, never a case.</summary>
public sealed class HostileInputTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private const string Good =
        """{"kind":"fault","source":"phone","subject":"x","customer":"ashgrove","contact":{"name":"y"}}""";

    /// <summary>Body, status, code, where.</summary>
    public static TheoryData<string, int, string, string> Bodies =>
        new()
        {
            { "", 400, "malformed-request", "$" },
            { " ", 400, "malformed-request", "$" },
            { "{", 400, "malformed-request", "$" },
            { "}", 400, "malformed-request", "$" },
            { "null", 400, "malformed-request", "$" },
            { "[]", 400, "malformed-request", "$" },
            { "\"text\"", 400, "malformed-request", "$" },
            { "42", 400, "malformed-request", "$" },
            { "{}", 400, "malformed-request", "$" },
            { "{'kind':'fault'}", 400, "malformed-request", "$" },
            { "// comment\n{}", 400, "malformed-request", "$" },
            { Good + "{}", 400, "malformed-request", "$" },
            { Good.Replace("}}", "},}"), 400, "malformed-request", "$" },
            { With("subject", "null"), 400, "malformed-request", "$.subject" },
            { With("subject", "7"), 400, "malformed-request", "$.subject" },
            { With("subject", "{}"), 400, "malformed-request", "$.subject" },
            { With("subject", "\"a\\u0000b\""), 400, "malformed-request", "$.subject" },
            { With("subject", "\"\\ud800\""), 400, "malformed-request", "$.subject" },
            { With("subject", "\"\""), 400, "invalid-input", "" },
            { With("subject", "\"   \""), 400, "invalid-input", "" },
            { With("subject", "\"a\\nb\""), 400, "invalid-input", "" },
            { With("subject", "\"" + new string('x', 201) + "\""), 400, "invalid-input", "" },
            { With("source", "\"fax\""), 400, "malformed-request", "$.source" },
            { With("source", "\"Phone\""), 400, "malformed-request", "$.source" },
            { With("source", "0"), 400, "malformed-request", "$.source" },
            { With("source", "\"0\""), 400, "malformed-request", "$.source" },
            { With("kind", "\"riddle\""), 422, "unknown-in-guide", "" },
            { With("kind", "\"fault\",\"kind\":\"fault\""), 400, "malformed-request", "$.kind" },
            { With("Subject", "\"again\""), 400, "malformed-request", "$.Subject" },
            { With("priority", "\"P9\""), 422, "unknown-in-guide", "" },
            { With("colour", "\"red\""), 400, "malformed-request", "$.colour" },
            { With("$type", "\"System.Object\""), 400, "malformed-request", "$.$type" },
            { With("x' OR '1'='1", "1"), 400, "malformed-request", "$['x' OR '1'='1']" },
            { With("", "1"), 400, "malformed-request", "" },
            { With("customer", "\"nobody\""), 422, "unknown-customer", "$.customer" },
            { With("customer", "\"' OR 1=1 --\""), 422, "unknown-customer", "$.customer" },
            { With("contact", "{}"), 400, "malformed-request", "$.contact" },
            { With("contact", "{\"name\":null}"), 400, "malformed-request", "$.contact.name" },
            { With("contact", "{\"name\":\"\"}"), 400, "invalid-input", "" },
            { With("contact", "{\"name\":\"y\",\"admin\":true}"), 400, "malformed-request", "$.contact.admin" },
            { With("services", "\"email\""), 400, "malformed-request", "$.services" },
            { With("services", "[null]"), 400, "malformed-request", "$.services" },
            { With("services", "[\"telepathy\"]"), 422, "unknown-in-guide", "" },
            { With("answers", "{\"riddle\":\"x\"}"), 422, "unknown-in-guide", "" },
            { With("answers", "{\"affected\":\"nobody\"}"), 422, "unknown-in-guide", "" },
            { With("answers", "{\"affected\":null}"), 400, "malformed-request", "$.answers" },
            { With("answers", "{\"affected\":\"some\",\"affected\":\"one\"}"), 400, "malformed-request", "$.answers" },
            { With("answers", "{\"details\":\"" + new string('x', 100_001) + "\"}"), 400, "invalid-input", "" },
            { With("receivedAt", "\"yesterday\""), 400, "malformed-request", "$.receivedAt" },
            { With("receivedAt", "\"2026-12-24 15:00\""), 400, "malformed-request", "$.receivedAt" },
            { With("receivedAt", "\"2026-12-24T15:00:00\""), 400, "malformed-request", "$.receivedAt" },
            { With("receivedAt", "\"2026-02-30T15:00:00Z\""), 400, "malformed-request", "$.receivedAt" },
            { With("receivedAt", "1798125600"), 400, "malformed-request", "$.receivedAt" },
            { With("receivedAt", "\"2099-01-01T00:00:00Z\""), 422, "moment-not-allowed", "" },
            { With("receivedAt", "\"0000-01-01T00:00:00Z\""), 422, "moment-not-allowed", "" },
            { With("detectedAt", "\"1899-12-31T23:59:59Z\""), 422, "moment-not-allowed", "" },
            { With("continues", "\"R-222-222\""), 404, "case-not-found", "" },
            { With("continues", "\"R-222-223\""), 400, "malformed-request", "$.continues" },
            { With("hold", "{\"reason\":\"bored\",\"awaiting\":\"x\"}"), 422, "unknown-in-guide", "" },
            { With("hold", "{\"reason\":\"information\",\"awaiting\":\" \"}"), 400, "invalid-input", "" },
            { With("contact", Nested(40)), 400, "malformed-request", "$.contact.name" },
        };

    /// <summary>Path after the desk, status, code, what is named.</summary>
    public static TheoryData<string, int, string, string> Paths =>
        new()
        {
            { "cases/R-222-222", 404, "case-not-found", "" },
            { "cases/..%2F..%2Fetc%2Fpasswd", 404, "case-not-found", "" },
            { "cases/%00", 400, "", "" },
            { "cases/" + new string('R', 3000), 404, "case-not-found", "" },
            { "queue?view=everything", 400, "malformed-request", "view" },
            { "queue?sort=random()", 400, "malformed-request", "sort" },
            { "queue?take=0", 400, "malformed-request", "take" },
            { "queue?take=-1", 400, "malformed-request", "take" },
            { "queue?take=99999999999999999999", 400, "malformed-request", "take" },
            { "queue?take=1&take=2", 400, "malformed-request", "take" },
            { "queue?after=Queue~1;DROP TABLE cases", 400, "malformed-request", "after" },
            { "queue?after=Due~0~0~0~0", 400, "malformed-request", "after" },
            { "queue?condition=gone", 400, "malformed-request", "condition" },
            { "queue?view=mine&owner=", 200, "", "" },
            { "queue?colour=red", 400, "malformed-request", "colour" },
            { "search", 400, "malformed-request", "q" },
            { "search?q=", 400, "malformed-request", "q" },
            { "search?q=%00", 400, "malformed-request", "q" },
            { "search?q=%25%27%22%5C%3B--", 200, "", "" },
            { "search?q=" + new string('x', 201), 400, "malformed-request", "q" },
            { "customers?q=%25%25%25", 200, "", "" },
            { "drafts/" + new string('x', 101), 400, "malformed-request", "about" },
            { "nothing", 404, "no-such-path", "" },
        };

    // S9, S49
    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_wrong_body_is_told_what_is_wrong_where(string body, int status, string code, string where)
    {
        var agent = new Caller(shared.Desk);
        var answer = (await agent.Send(HttpMethod.Post, "cases", Caller.Json(body))).Expect(status);
        Told(answer, code, where);
    }

    // S44, S49
    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_wrong_path_or_query_is_told_what_is_wrong_where(
        string path,
        int status,
        string code,
        string where
    )
    {
        var answer = (await new Caller(shared.Desk).Get(path)).Expect(status);
        if (code.Length > 0)
        {
            Told(answer, code, where);
        }
    }

    [Theory]
    [InlineData("GET", "nothing/", 404)]
    [InlineData("PATCH", "cases/", 405)]
    public async Task However_long_a_path_is_the_sentence_about_it_stays_short(string method, string path, int status)
    {
        var agent = new Caller(shared.Desk);
        var answer = await agent.Send(new HttpMethod(method), path + new string('x', 3_000), null);
        Assert.InRange(((string)answer.Expect(status).Body!["detail"]!).Length, 200, 350);
    }

    [Fact]
    public async Task However_long_a_name_is_that_the_guide_does_not_know_the_sentence_about_it_stays_short()
    {
        var body = Caller.Json(With("kind", $"\"{new string('x', 3_000)}\""));
        var answer = await new Caller(shared.Desk).Send(HttpMethod.Post, "cases", body);
        Assert.InRange(((string)answer.Expect(422).Body!["detail"]!).Length, 40, 400);
    }

    [Theory]
    [InlineData(null, null, "Rung-Actor")]
    [InlineData("", null, "Rung-Actor")]
    [InlineData("Alex", "system", "Rung-Role")]
    [InlineData("Alex", "pope", "Rung-Role")]
    public async Task Who_acts_has_to_be_said(string? name, string? role, string where)
    {
        var answer = (await new Caller(shared.Desk, name, role).Post("cases", Caller.FaultForSome)).Expect(400);
        Told(answer, "actor-missing", where);
    }

    [Fact]
    public async Task A_name_that_is_too_long_is_refused() =>
        Told(
            (await new Caller(shared.Desk, new string('x', 121)).Post("cases", Caller.FaultForSome)).Expect(400),
            "actor-missing",
            "Rung-Actor"
        );

    [Theory]
    [InlineData("")]
    [InlineData("\"\"")]
    [InlineData("with space")]
    public async Task A_key_that_is_none_is_refused(string key) =>
        Told(
            (await new Caller(shared.Desk).Post("cases", Caller.FaultForSome, ("Idempotency-Key", key))).Expect(400),
            "malformed-request",
            "Idempotency-Key"
        );

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/merge-patch+json")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=iso-8859-1")]
    public async Task Only_JSON_is_taken_so_that_no_other_site_can_post_a_form(string type)
    {
        var body = new ByteArrayContent(Encoding.UTF8.GetBytes(Good));
        body.Headers.TryAddWithoutValidation("Content-Type", type);
        Told(
            (await new Caller(shared.Desk).Send(HttpMethod.Post, "cases", body)).Expect(415),
            "not-json",
            "Content-Type"
        );
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json; charset=\"UTF-8\"")]
    [InlineData("Application/JSON")]
    public async Task JSON_in_UTF_8_is_taken_however_it_is_named(string type)
    {
        var body = new ByteArrayContent(Encoding.UTF8.GetBytes(Good));
        body.Headers.TryAddWithoutValidation("Content-Type", type);
        (await new Caller(shared.Desk).Send(HttpMethod.Post, "cases", body)).Expect(201);
    }

    [Theory]
    [InlineData("guide/text?x=1")]
    [InlineData("guide?x=1")]
    [InlineData("?x=1")]
    [InlineData("/api/v1/desks?x=1")]
    public async Task A_parameter_where_there_are_none_is_refused(string path) =>
        Told((await new Caller(shared.Desk).Get(path)).Expect(400), "malformed-request", "x");

    [Fact]
    public async Task A_compressed_body_is_refused_rather_than_misread()
    {
        var body = Caller.Json(Good);
        body.Headers.ContentEncoding.Add("gzip");
        Told(
            (await new Caller(shared.Desk).Send(HttpMethod.Post, "cases", body)).Expect(415),
            "not-json",
            "Content-Encoding"
        );
    }

    [Fact]
    public async Task What_can_be_got_can_be_asked_for_its_head()
    {
        var agent = new Caller(shared.Desk);
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        var head = (await agent.Send(HttpMethod.Head, $"cases/{reference}", null)).Expect(200);
        Assert.Equal(((await agent.Case(reference)).ETag, true), (head.ETag, head.Body is null));
        (await agent.Send(HttpMethod.Head, "cases/R-222-222", null)).Expect(404);
        (await agent.Send(HttpMethod.Head, "/healthz/ready", null)).Expect(200);
        (await agent.Send(HttpMethod.Head, "/schools-desk/queue", null)).Expect(200);
        (await agent.Send(HttpMethod.Head, "/rung.css", null)).Expect(200);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_are_refused()
    {
        var body = new ByteArrayContent([
            .. Encoding.UTF8.GetBytes("{\"kind\":\""),
            0xC3,
            0x28,
            .. Encoding.UTF8.GetBytes("\"}"),
        ]);
        body.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        Told(
            (await new Caller(shared.Desk).Send(HttpMethod.Post, "cases", body)).Expect(400),
            "malformed-request",
            "$.kind"
        );
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        var body = Caller.Json(With("customerReference", "\"" + new string('x', 1 << 20) + "\""));
        Assert.Equal(
            "too-large",
            (await new Caller(shared.Desk).Send(HttpMethod.Post, "cases", body)).Expect(413).Code
        );
    }

    [Fact]
    public async Task Markup_and_odd_characters_come_back_as_they_were_sent()
    {
        const string Odd = "<script>alert(1)</script> \u202E '; DROP TABLE cases; -- 💥 ﷽";
        var agent = new Caller(shared.Desk);
        var body = Caller.FaultForSome.DeepClone();
        body["subject"] = Odd;
        var logged = await agent.Log(body);
        Assert.Equal(Odd, (string?)(await agent.Case(logged.Reference)).Body!["subject"]);
    }

    public static TheoryData<string> NoNames =>
        [new string('x', 201), new string('x', 50_000), "A\nB", "A\u0007B", "A\u2028B", "A\u202EB", "A\u2067B"];

    [Theory]
    [MemberData(nameof(NoNames))]
    public async Task What_is_no_name_is_refused_wherever_one_is_given(string name)
    {
        var agent = new Caller(shared.Desk);
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        await Refused($"cases/{reference}/assign", new() { ["engineer"] = name });
        await Refused($"cases/{reference}/wait", new() { ["reason"] = "supplier", ["for"] = name });
        await Refused($"cases/{reference}/night-contact", new() { ["contact"] = name, ["reachedBy"] = "01632 960042" });
        await Refused($"cases/{reference}/night-contact", new() { ["contact"] = "Caretaker", ["reachedBy"] = name });
        var log = Caller.FaultForSome.DeepClone().AsObject();
        log["contact"] = new JsonObject { ["name"] = name };
        await Refused("cases", log);
        await Refused(
            "referrals",
            new()
            {
                ["customer"] = RunningDesk.CustomerWithOwnDesk,
                ["caller"] = name,
                ["reason"] = "x",
            }
        );
        var customer = new JsonObject { ["name"] = name, ["siteCode"] = "NAM01" };
        var put = await agent.Send(HttpMethod.Put, "customers/named", Caller.Json(customer.ToJsonString()));
        Told(put.Expect(400), "invalid-input", "$.name");

        async Task Refused(string path, JsonObject body) =>
            Told((await agent.Post(path, body)).Expect(400), "invalid-input", "");
    }

    [Fact]
    public async Task A_name_that_leads_here_from_elsewhere_is_not_served()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/desks");
        request.Headers.Host = "evil.example.org";
        using var answer = await shared.Desk.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("PATCH", "/api/v1/desks", 405, "wrong-method")]
    [InlineData("DELETE", "/api/v1/schools-desk/cases/R-222-222", 405, "wrong-method")]
    [InlineData("GET", "/api/v1/nodesk/queue", 404, "no-such-desk")]
    [InlineData("GET", "/api/v2/desks", 404, "no-such-path")]
    public async Task What_is_not_served_is_a_problem_as_well(string method, string path, int status, string code) =>
        Assert.Equal(
            code,
            (await new Caller(shared.Desk).Send(new HttpMethod(method), path, null)).Expect(status).Code
        );

    [Fact]
    public async Task Half_a_request_does_not_hold_up_the_others()
    {
        using var half = new TcpClient();
        await half.ConnectAsync(
            "127.0.0.1",
            shared.Desk.Client.BaseAddress!.Port,
            TestContext.Current.CancellationToken
        );
        await half.GetStream()
            .WriteAsync(
                "POST /api/v1/schools-desk/cases HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{"u8.ToArray(),
                TestContext.Current.CancellationToken
            );
        (await new Caller(shared.Desk).Get("queue")).Expect(200);
    }

    private static void Told(Answer answer, string code, string where)
    {
        Assert.Equal(code, answer.Code);
        Assert.NotEmpty((string)answer.Body!["detail"]!);
        Assert.NotEmpty((string)answer.Body["traceId"]!);
        Assert.DoesNotContain("Rung.", answer.Body["detail"]!.ToString(), StringComparison.Ordinal);
        if (where.Length > 0)
        {
            Assert.Contains(where, answer.Body["errors"]!.AsObject().Select(error => error.Key));
        }
    }

    // The good body with one field added, or replaced when it is there.
    private static string With(string field, string json)
    {
        var body = JsonNode.Parse(Good)!.AsObject();
        body.Remove(field);
        var rest = body.ToJsonString()[1..];
        return $"{{\"{field}\":{json},{rest}";
    }

    private static string Nested(int depth) =>
        string.Concat(Enumerable.Repeat("{\"name\":", depth)) + "1" + new string('}', depth);
}
