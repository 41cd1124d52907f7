using System.Text.Json.Nodes;
using Rung.Core.Cases;
using Rung.Server.Tests.Mails;
using Rung.Server.Tests.Mails.Fetching;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>ESS-04: customers are put on file, so that a desk that begins with nothing can take calls.</summary>
public sealed class CustomerTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private const string Small = """{"name":"Fernley Infants","siteCode":"FER09"}""";

    private readonly Caller _agent = new(shared.Desk);

    /// <summary>Body, status, code, where.</summary>
    public static TheoryData<string, int, string, string> Wrong =>
        new()
        {
            { "{}", 400, "malformed-request", "$" },
            { """{"name":"X"}""", 400, "malformed-request", "$" },
            { With("colour", "\"red\""), 400, "malformed-request", "$.colour" },
            { """{"name":" ","siteCode":"FER09"}""", 400, "invalid-input", "$.name" },
            { """{"name":"a\u0007b","siteCode":"FER09"}""", 400, "invalid-input", "$.name" },
            {
                """{"name":"X","siteCode":"0123456789012345678901234567890123456789x"}""",
                400,
                "invalid-input",
                "$.siteCode"
            },
            { With("zone", "\"Mars/Olympus\""), 400, "invalid-input", "$.zone" },
            { With("firstLine", """{"name":"Desk","phone":""}"""), 400, "invalid-input", "$.firstLine.phone" },
            { With("contacts", "[null]"), 400, "invalid-input", "$.contacts[0]" },
            {
                With("contacts", """[{"id":"a","name":"A"},{"id":"a","name":"B"}]"""),
                400,
                "invalid-input",
                "$.contacts[1].id"
            },
            {
                With("contacts", """[{"id":"a","name":"A","email":"nobody"}]"""),
                400,
                "invalid-input",
                "$.contacts[0].email"
            },
            { With("contract", "\"gold\""), 422, "unknown-in-guide", "$.contract" },
            { With("services", "[\"telepathy\"]"), 422, "unknown-in-guide", "$.services" },
            {
                With("contacts", """[{"id":"a","name":"A","roles":["pope"]}]"""),
                422,
                "unknown-in-guide",
                "$.contacts[0].roles"
            },
            {
                With("contacts", """[{"id":"a","name":"A","roles":["team-leader"]}]"""),
                422,
                "unknown-in-guide",
                "$.contacts[0].roles"
            },
            { """{"name":"Another","siteCode":"ash01"}""", 409, "customer-taken", "$.siteCode" },
        };

    // ESS-04: its contract is 'direct', so that it may.
    [Fact]
    public async Task A_customer_on_file_is_found_and_can_call()
    {
        var made = (
            await Put(
                "holt-juniors",
                """
                {
                  "name": "Holt Juniors", "siteCode": "HOL07", "contract": "direct", "region": "england-wales",
                  "zone": "Europe/London", "services": ["email"],
                  "contacts": [{ "id": "office", "name": "School office", "phone": "01632 960777", "email": "office@holt.example.org" }]
                }
                """
            )
        ).Expect(201);
        Assert.Equal("/api/v1/schools-desk/customers/holt-juniors", made.Headers.Location?.ToString());
        var found = (await _agent.Get("customers?q=960777")).Expect(200).Body!["customers"]!.AsArray();
        Assert.Equal("Holt Juniors", (string?)Assert.Single(found)!["name"]);

        var fault = Caller.FaultForSome.DeepClone();
        fault["customer"] = "holt-juniors";
        Assert.Equal("holt-juniors", (string?)(await _agent.Log(fault)).Body!["reporter"]!["customerId"]);
    }

    [Fact]
    public async Task What_is_left_out_the_next_time_is_no_longer_on_file_and_people_have_left()
    {
        var contact = """[{"id":"office","name":"School office","phone":"01632 960788"}]""";
        var before = """{"name":"Brook School","siteCode":"BRO08","contacts":CONTACTS}""";
        (await Put("brook", before.Replace("CONTACTS", contact, StringComparison.Ordinal))).Expect(201);
        var after = (await Put("brook", """{"name":"Brook Academy","siteCode":"BRO08"}""")).Expect(200);
        var office = Assert.Single(after.Body!["contacts"]!.AsArray())!;
        Assert.Equal(("Brook Academy", "office"), ((string?)after.Body["name"], (string?)office["id"]));
        Assert.NotNull((string?)office["leftOn"]);
        Assert.Empty((await _agent.Get("customers?q=960788")).Body!["customers"]!.AsArray());
    }

    // As a mail server writes that nobody has the mailbox.
    [Fact]
    public async Task Whose_mail_came_back_is_said_with_the_report_R20()
    {
        const string Report = """
            From: MAILER-DAEMON@mx.example.org
            Subject: Undelivered Mail Returned to Sender
            Message-ID: <report@mx.example.org>
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"

            --b
            Content-Type: text/plain

            I'm sorry to have to inform you.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.org

            Final-Recipient: rfc822; Office@fen.example.org
            Action: failed
            Status: 5.1.1
            --b
            Content-Type: text/rfc822-headers

            Message-ID: <SENT>
            --b--
            """;
        const string Contacts =
            """[{"id":"office","name":"School office","email":"office@fen.example.org"},{"id":"head","name":"Head"}]""";
        var fen = $$"""{"name":"Fen End","siteCode":"FEN04","contacts":{{Contacts}}}""";
        Assert.Empty((await Put("fen-end", fen)).Expect(201).Body!["cameBack"]!.AsArray());

        var fault = Caller.FaultForSome.DeepClone();
        fault["customer"] = "fen-end";
        fault["contact"]!["email"] = "office@fen.example.org";
        var reference = (await _agent.Log(fault.AsObject())).Reference;
        var logged = (await shared.Desk.Database().Cases.Load(CaseReference.FromStored(reference)))!;
        var sent = (await shared.Desk.Database().Outbox.OfCase(logged.Id))[0].Message.MessageId;
        var returned = Report.Replace("SENT", sent, StringComparison.Ordinal).ReplaceLineEndings("\r\n");
        var report = await new MailServer(shared.Desk).Takes(returned, sender: "");

        var body = (await _agent.Get("customers/fen-end")).Expect(200).Body!;
        var told = Assert.Single(body["cameBack"]!.AsArray())!;
        Assert.Equal(("office", "office@fen.example.org"), ((string?)told["contact"], (string?)told["address"]));
        Assert.Equal(report.Id, (long)told["mail"]!);
        Assert.Equal(report.ReceivedAt, RunningDesk.At((string)told["at"]!));
    }

    // Two who edit one record: the second is told instead of undoing what the first did.
    [Fact]
    public async Task Who_edits_what_another_has_changed_meanwhile_is_told()
    {
        const string First = """{"name":"Oak Lane","siteCode":"OAK03"}""";
        const string Second = """{"name":"Oak Lane Primary","siteCode":"OAK03"}""";
        var made = (await Put("oak-lane", First)).Expect(201);
        var seen = (await _agent.Get("customers/oak-lane")).Expect(200).ETag!;
        Assert.Equal(made.ETag, seen);
        var changed = (await Put("oak-lane", Second, seen)).Expect(200);
        Assert.NotEqual(seen, changed.ETag);

        var late = (await Put("oak-lane", First, seen)).Expect(412);
        Assert.Equal(("customer-changed", true), (late.Code, late.Body!["errors"]!.AsObject().ContainsKey("If-Match")));
        Assert.Equal("Oak Lane Primary", (string?)(await _agent.Get("customers/oak-lane")).Body!["name"]);
        Assert.Equal(
            "customer-changed",
            (await Put("oak-lane-2", First.Replace("OAK03", "OAK04", StringComparison.Ordinal), seen)).Expect(412).Code
        );
        Assert.Equal("customer-changed", (await Put("oak-lane", First, "W/" + changed.ETag)).Expect(412).Code);
        (await Put("oak-lane", First, changed.ETag!)).Expect(200);
        Assert.Equal("malformed-request", (await Put("oak-lane", First, "no tag")).Expect(400).Code);
    }

    // Of eight who saw the same, one gets through.
    [Fact]
    public async Task Of_several_edits_of_what_they_all_saw_one_is_taken()
    {
        var seen = (await Put("elm", """{"name":"Elm","siteCode":"ELM04"}""")).Expect(201).ETag!;
        var answers = await Task.WhenAll(
            Enumerable.Range(1, 8).Select(n => Put("elm", $$"""{"name":"Elm {{n}}","siteCode":"ELM04"}""", seen))
        );
        Assert.Single(answers, answer => answer.Status == 200);
        Assert.Equal(7, answers.Count(answer => answer.Status == 412));
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_customer_is_told_what_is_wrong_where(string body, int status, string code, string where)
    {
        var answer = (await Put("fernley", body)).Expect(status);
        Assert.Equal(code, answer.Code);
        Assert.Contains(where, answer.Body!["errors"]!.AsObject().Select(error => error.Key));
        (await _agent.Get("customers/fernley")).Expect(404);
    }

    [Fact]
    public async Task Of_several_that_want_one_site_code_at_once_one_gets_it()
    {
        var body = """{"name":"Twin Elms","siteCode":"TWN01"}""";
        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(index => Put($"twin-elms-{index}", body)));
        Assert.Single(answers, answer => (int)answer.Status == 201);
        Assert.All(
            answers.Where(answer => (int)answer.Status != 201),
            answer => Assert.Equal("customer-taken", answer.Expect(409).Code)
        );
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        var answer = (await Put("fernley", """{"name":"","siteCode":"","contacts":[{"id":"","name":""}]}""")).Expect(
            400
        );
        Assert.Equal(
            ["$.contacts[0].id", "$.contacts[0].name", "$.name", "$.siteCode"],
            answer.Body!["errors"]!.AsObject().Select(error => error.Key).Order()
        );
    }

    [Theory]
    [InlineData("Fernley")]
    [InlineData("-fernley")]
    [InlineData("fern%20ley")]
    [InlineData("fernl%C3%A9y")]
    public async Task An_id_is_plain(string id)
    {
        var answer = (await Put(id, Small)).Expect(400);
        Assert.Equal(("malformed-request", true), (answer.Code, answer.Body!["errors"]!.AsObject().ContainsKey("id")));
    }

    [Fact]
    public async Task A_customer_belongs_to_one_desk()
    {
        var smc = new Caller(shared.Desk, at: "smc");
        var answer = await smc.Send(HttpMethod.Put, $"customers/{RunningDesk.Customer}", Caller.Json(Small));
        Assert.Equal("customer-taken", answer.Expect(409).Code);
    }

    [Fact]
    public async Task Contacts_do_not_put_customers_on_file()
    {
        var contact = new Caller(shared.Desk, "Office manager", "contact");
        var answer = await contact.Send(HttpMethod.Put, "customers/fernley", Caller.Json(Small));
        Assert.Equal("role-not-allowed", answer.Expect(403).Code);
    }

    [Theory]
    [InlineData("caller", "")]
    [InlineData("caller", "a\nb")]
    [InlineData("reason", " ")]
    public async Task A_referral_says_who_called_and_why(string field, string value)
    {
        var request = new JsonObject
        {
            ["customer"] = RunningDesk.CustomerWithOwnDesk,
            ["caller"] = "Science technician",
            ["reason"] = "Mail is slow",
            [field] = value,
        };
        var answer = (await _agent.Post("referrals", request)).Expect(400);
        Assert.Equal("invalid-input", answer.Code);
        Assert.Equal([$"$.{field}"], answer.Body!["errors"]!.AsObject().Select(error => error.Key));
    }

    private Task<Answer> Put(string id, string body) =>
        _agent.Send(HttpMethod.Put, $"customers/{id}", Caller.Json(body));

    private Task<Answer> Put(string id, string body, string seen) =>
        _agent.Send(HttpMethod.Put, $"customers/{id}", Caller.Json(body), ("If-Match", seen));

    private static string With(string field, string json) => $"{Small[..^1]},\"{field}\":{json}}}";
}
