using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Rung.Server.Desk;
using Rung.Server.Desk.Verifying;
using Rung.Storage;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>
/// Complaints over the API, at the schools desk: logged by anybody, and for whoever may not see one it does not exist.
/// Wednesday 16 December 2026, 10:00.
/// </summary>
public sealed class ComplaintTests
{
    private const string Now = "2026-12-16T10:00:00Z";
    private static readonly string Scan = Convert.ToBase64String("%PDF-1.7 scan"u8.ToArray());

    private static JsonObject Letter =>
        new()
        {
            ["source"] = "letter",
            ["customer"] = RunningDesk.Customer,
            ["contact"] = new JsonObject { ["name"] = "Head teacher", ["email"] = "head@ashgrove.example.org" },
            ["text"] = "Quibberish was said to me on the telephone",
            ["receivedAt"] = "2026-12-15T17:00:00Z",
            ["about"] = "Engineer 9",
            ["papers"] = new JsonArray(
                new JsonObject
                {
                    ["name"] = "letter.pdf",
                    ["mediaType"] = "application/pdf",
                    ["content"] = Scan,
                }
            ),
        };

    private static Caller Handler(RunningDesk desk, string name = "Sam") => new(desk, name, "complaint-handler");

    [Fact]
    public async Task Who_is_named_and_on_file_complains_from_the_address_there()
    {
        await using var desk = await RunningDesk.Open(Now);
        var named = Letter;
        named["contact"] = new JsonObject { ["name"] = "Office manager" };
        var logged = (await new Caller(desk).Post("complaints", named)).Expect(201);
        var reporter = (await Handler(desk).Case(logged.Reference)).Expect(200).Body!["reporter"]!;
        Assert.Equal("office@ashgrove.example.org", (string?)reporter["email"]);
        Assert.Equal("01632 960123", (string?)reporter["phone"]);
    }

    // Delivered on Tuesday at 17:00: 60 minutes that day, 600 on Wednesday and on Thursday, 540 on Friday: 17:00.
    [Fact]
    public async Task ESS_88_ESS_89_A_letter_is_logged_with_its_delivery_and_its_scan()
    {
        await using var desk = await RunningDesk.Open(Now);
        var agent = new Caller(desk);

        var logged = (await agent.Post("complaints", Letter)).Expect(201);

        Assert.Equal("Complaint", (string?)logged.Body!["subject"]);
        Assert.Equal("2026-12-15T17:00:00Z", (string?)logged.Body!["clockStart"]);
        Assert.Equal("2026-12-18T17:00:00Z", (string?)logged.Clock("complaint-respond")["due"]);
        var seen = (await Handler(desk).Case(logged.Reference)).Expect(200).Body!["complaint"]!;
        Assert.Equal("Quibberish was said to me on the telephone", (string?)seen["text"]);
        var hash = (string)seen["papers"]![0]!["hash"]!;
        var paper = await desk.Client.SendAsync(
            new HttpRequestMessage(HttpMethod.Get, $"/api/v1/schools-desk/cases/{logged.Reference}/papers/{hash}")
            {
                Headers = { { "Rung-Actor", "Sam" }, { "Rung-Role", "complaint-handler" } },
            },
            TestContext.Current.CancellationToken
        );
        Assert.Equal(
            ("%PDF-1.7 scan", "application/octet-stream", "letter.pdf"),
            (
                await paper.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                paper.Content.Headers.ContentType!.MediaType,
                paper.Content.Headers.ContentDisposition!.FileName
            )
        );
    }

    public static TheoryData<string> Ways =>
        [
            "",
            "/events",
            "/messages",
            "/promises",
            "/mails",
            "/urgency-price",
            "/version-move",
            "/clocks/ledger",
            "/clocks/complaint-respond/ledger",
            $"/papers/{new string('a', 64)}",
        ];

    // Word for word what is answered for a reference that was never issued.
    [Theory]
    [MemberData(nameof(Ways))]
    public async Task ESS_93_Who_may_not_see_it_is_answered_as_if_there_were_none(string way)
    {
        await using var desk = await RunningDesk.Open(Now);
        var reference = (await new Caller(desk).Post("complaints", Letter)).Expect(201).Reference;
        var never = Never(reference);
        Caller[] others = [new(desk), new(desk, null), new(desk, "Kim", "team-leader"), Handler(desk, "engineer  9")];

        foreach (var other in others)
        {
            var (there, nowhere) = (await other.Get($"cases/{reference}{way}"), await other.Get($"cases/{never}{way}"));
            Assert.Equal(404, there.Status);
            Assert.Equal(Said(nowhere, never), Said(there, reference));
        }
    }

    [Fact]
    public async Task ESS_88_Who_complained_follows_it_like_any_other_case_and_reads_nothing_from_inside()
    {
        await using var desk = await RunningDesk.Open(Now);
        var letter = Letter;
        letter["contact"] = new JsonObject { ["name"] = "Office manager", ["email"] = "office@ashgrove.example.org" };
        var reference = (await new Caller(desk).Post("complaints", letter)).Expect(201).Reference;
        await Handler(desk).Do(reference, "note", new JsonObject { ["text"] = "She has rung three times" });
        var answer = new JsonObject { ["text"] = "We look into it", ["followUp"] = "2026-12-23" };
        await Handler(desk).Do(reference, "holding-reply", answer);

        var complainant = new Caller(desk, "Office manager", "contact");
        foreach (var way in (string[])["", "/events", "/messages", "/promises", "/clocks/complaint-respond/ledger"])
        {
            var seen = (await complainant.Get($"cases/{reference}{way}")).Expect(200).Body!.ToJsonString();
            Assert.DoesNotContain("three times", seen, StringComparison.Ordinal);
        }
        Assert.Contains(
            "We look into it",
            (await complainant.Get($"cases/{reference}/events")).Body!.ToJsonString(),
            StringComparison.Ordinal
        );
        // A colleague of theirs, and somebody else's contact, find none.
        (await new Caller(desk, "Head teacher", "contact").Get($"cases/{reference}")).Expect(404);
        var strangers = new Caller(desk, "Office manager", "contact") { Of = RunningDesk.CustomerWithOwnDesk };
        (await strangers.Get($"cases/{reference}")).Expect(404);
    }

    [Fact]
    public async Task ESS_93_Nor_can_they_do_anything_to_it_or_come_across_it()
    {
        await using var desk = await RunningDesk.Open(Now);
        var agent = new Caller(desk);
        var reference = (await agent.Post("complaints", Letter)).Expect(201).Reference;
        var mine = (await agent.Log(Caller.FaultForSome)).Reference;
        (string Command, JsonObject Body)[] commands =
        [
            ("note", new JsonObject { ["text"] = "x" }),
            ("answer-complaint", new JsonObject { ["text"] = "x" }),
            (
                "papers",
                new JsonObject
                {
                    ["name"] = "a.pdf",
                    ["mediaType"] = "application/pdf",
                    ["content"] = Scan,
                }
            ),
            ("reply", new JsonObject { ["text"] = "x", ["channel"] = "phone" }),
            ("link", new JsonObject { ["other"] = mine, ["kind"] = "child" }),
        ];
        foreach (var (command, body) in commands)
        {
            var answer = await agent.Post($"cases/{reference}/{command}", body);
            Assert.Equal((404, "case-not-found"), (answer.Status, answer.Code));
        }
        var link = await agent.Post($"cases/{mine}/link", new JsonObject { ["other"] = reference, ["kind"] = "child" });
        Assert.Equal((404, "case-not-found"), (link.Status, link.Code));
        var goesOn = Caller.Fault("some", "email");
        goesOn["continues"] = reference;
        Assert.Equal(404, (await agent.Post("cases", goesOn)).Status);

        string[] lists =
        [
            "queue?view=all",
            "queue/counts",
            "search?q=quibberish",
            $"search?q={reference}",
            "promises?within=PT720H",
            "complaints",
            "complaints/closed",
            "intake",
        ];
        foreach (var caller in (Caller[])[agent, Handler(desk, "Engineer 9")])
        {
            foreach (var list in lists)
            {
                var text = (await caller.Get(list)).Expect(200).Body!.ToJsonString();
                Assert.False(
                    text.Contains(reference, StringComparison.Ordinal)
                        && !list.Contains(reference, StringComparison.Ordinal),
                    $"{list}: {text}"
                );
                Assert.DoesNotContain(
                    "omplaint\"",
                    text.Replace("\"complaints\"", "", StringComparison.Ordinal),
                    StringComparison.Ordinal
                );
            }
        }
        Assert.Equal(1, (int)(await agent.Get("queue/counts")).Body!["live"]!);
        var row = Assert.Single((await Handler(desk).Get("complaints")).Expect(200).Body!["complaints"]!.AsArray())!;
        Assert.Equal(reference, (string?)row["case"]!["reference"]);
    }

    [Fact]
    public async Task ESS_91_ESS_92_Held_taken_to_the_management_and_answered()
    {
        await using var desk = await RunningDesk.Open(Now);
        var reference = (await new Caller(desk).Post("complaints", Letter)).Expect(201).Reference;
        var handler = Handler(desk);
        var undated = await handler.Post(
            $"cases/{reference}/holding-reply",
            new JsonObject { ["text"] = "We look into it" }
        );
        Assert.Equal((400, "invalid-input"), (undated.Status, undated.Code));

        await handler.Do(
            reference,
            "holding-reply",
            new JsonObject { ["text"] = "We look into it", ["followUp"] = "2027-01-12" }
        );
        var held = await handler.Do(reference, "escalate-complaint", new JsonObject { ["text"] = "Asked for" });
        Assert.Equal("met", (string?)held.Clock("complaint-respond")["state"]);
        Assert.Equal("2027-01-12T18:00:00Z", (string?)held.Body!["complaint"]!["followUp"]);
        Assert.Equal("client-director", (string?)held.Body!["complaint"]!["managementRoute"]);
        var row = Assert.Single((await handler.Get("complaints")).Body!["complaints"]!.AsArray())!;
        Assert.Equal("2027-01-12T18:00:00Z", (string?)row["followUp"]);

        await handler.Do(reference, "answer-complaint", new JsonObject { ["text"] = "Sorry" });
        var told = (await handler.Get($"cases/{reference}/messages")).Expect(200).Body!["messages"]!.AsArray();
        Assert.Equal(
            ["complaint-logged", "complaint-holding", "complaint-to-management", "complaint-answered"],
            told.Select(message => (string)message!["rule"]!)
        );
        // 60 working minutes after the answer it closes by itself.
        desk.AdvanceTo("2026-12-16T11:00:00Z");
        await RunningDesk.Until(
            async () => (string?)(await handler.Case(reference)).Body!["condition"] == "closed",
            "the answered complaint to close"
        );
        Assert.Empty((await handler.Get("complaints")).Body!["complaints"]!.AsArray());
        Assert.Single((await handler.Get("complaints/closed")).Body!["complaints"]!.AsArray());
    }

    [Fact]
    public async Task ESS_90_Who_only_hears_of_a_complaint_notes_it_and_no_clock_starts()
    {
        await using var desk = await RunningDesk.Open(Now);
        var manager = new Caller(desk, "Lee", "relationship-manager");
        var spoken = new JsonObject
        {
            ["customer"] = RunningDesk.Customer,
            ["contact"] = "Head teacher",
            ["text"] = "Spoke of slow answers",
        };

        var noted = (await manager.Post("redirections", spoken, ("Idempotency-Key", "once"))).Expect(201);
        Assert.Contains("No clock has started", (string?)noted.Body!["said"]);
        (await manager.Post("redirections", spoken, ("Idempotency-Key", "once"))).Expect(201);

        Assert.Single((await manager.Get("redirections")).Body!["redirections"]!.AsArray());
        Assert.Single((await Handler(desk).Get("redirections")).Body!["redirections"]!.AsArray());
        Assert.Empty((await new Caller(desk).Get("redirections")).Body!["redirections"]!.AsArray());
        Assert.Equal(0, (int)(await manager.Get("queue/counts")).Body!["live"]!);
        spoken["text"] = " ";
        Assert.Equal(400, (await manager.Post("redirections", spoken)).Status);
        spoken["customer"] = "nobody";
        Assert.Equal(422, (await manager.Post("redirections", spoken)).Status);
    }

    // The first is about Engineer 9, the one that goes on with it about nobody by name.
    [Fact]
    public async Task ESS_93_What_one_sees_does_not_name_what_one_may_not_see()
    {
        await using var desk = await RunningDesk.Open(Now);
        var handler = Handler(desk);
        var first = (await new Caller(desk).Post("complaints", Letter)).Expect(201).Reference;
        await handler.Do(first, "answer-complaint", new JsonObject { ["text"] = "Sorry" });
        desk.AdvanceTo("2026-12-16T11:00:00Z");
        await RunningDesk.Until(
            async () => (string?)(await handler.Case(first)).Body!["condition"] == "closed",
            "the answered complaint to close"
        );
        var goesOn = new JsonObject
        {
            ["kind"] = "complaint",
            ["source"] = "phone",
            ["subject"] = "Complaint",
            ["customer"] = RunningDesk.Customer,
            ["contact"] = new JsonObject { ["name"] = "Head teacher" },
            ["continues"] = first,
        };
        var next = (await handler.Log(goesOn)).Reference;

        var whole = (await handler.Case(next)).Expect(200).Body!;
        Assert.Equal(first, (string?)whole["continues"]);
        Assert.Equal(first, (string?)Assert.Single(whole["links"]!.AsArray())!["other"]);
        var nine = Handler(desk, "Engineer 9");
        foreach (var way in (string[])["", "/events"])
        {
            var seen = (await nine.Get($"cases/{next}{way}")).Expect(200).Body!.ToJsonString();
            Assert.DoesNotContain(first, seen, StringComparison.Ordinal);
        }
        var noted = await nine.Do(next, "note", new JsonObject { ["text"] = "Asked" });
        Assert.DoesNotContain(first, noted.Body!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_stored_of_a_complaint_is_what_its_events_say()
    {
        await using var desk = await RunningDesk.Open(Now);
        var reference = (await new Caller(desk).Post("complaints", Letter)).Expect(201).Reference;
        await Handler(desk).Do(reference, "note", new JsonObject { ["text"] = "Asked the engineer" });
        var guides = desk
            .Services.GetRequiredService<DeskRegister>()
            .Active.ToDictionary(guide => (guide.Document.Id, guide.Document.Version));

        var kept = Assert.Single(await desk.Services.GetRequiredService<RungDatabase>().Kept.Page(0, 9));

        Assert.Empty(new CaseVerifier(guides).Verify(kept).Differences);
    }

    [Theory]
    [InlineData("content", "%%%", "base64")]
    [InlineData("mediaType", "text/html", "cannot be taken")]
    [InlineData("name", "../a\nb", "The name of a file")]
    [InlineData("content", "", "empty")]
    public async Task A_paper_that_is_none_is_turned_down(string field, string value, string says)
    {
        await using var desk = await RunningDesk.Open(Now);
        var letter = Letter;
        letter["papers"]![0]![field] = value;

        var answer = await new Caller(desk).Post("complaints", letter);

        Assert.Equal(400, answer.Status);
        Assert.Contains(says, (string?)answer.Body!["detail"]);
    }

    [Fact]
    public async Task A_letter_without_its_delivery_is_turned_down_and_so_is_more_than_is_read()
    {
        await using var desk = await RunningDesk.Open(Now);
        var letter = Letter;
        letter.Remove("receivedAt");
        var answer = await new Caller(desk).Post("complaints", letter);
        Assert.Equal(400, answer.Status);
        Assert.Contains("delivered", (string?)answer.Body!["detail"]);

        letter = Letter;
        letter["papers"]![0]!["content"] = new string('A', 17 * 1024 * 1024);
        Assert.Equal(413, (await new Caller(desk).Post("complaints", letter)).Status);
    }

    // Another character at the end of the number: the check character is that of another, so the numbers are tried on.
    private static string Never(string reference)
    {
        var other = Core.Cases.CaseReference.FromNumber(
            reference[..reference.IndexOf('-', StringComparison.Ordinal)],
            987_654
        );
        return other.Text;
    }

    private static string Said(Answer answer, string reference) =>
        new StringBuilder(answer.Body!.ToJsonString())
            .Replace(reference, "REFERENCE")
            .Replace((string?)answer.Body!["traceId"] ?? "-", "TRACE")
            .ToString();
}
