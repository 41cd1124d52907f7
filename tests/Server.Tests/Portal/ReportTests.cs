using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rung.Server.Tests.Api;
using Xunit;

namespace Rung.Server.Tests.Portal;

/// <summary>A school reports a problem in the portal. The desk's clock stands at Thursday 24 December 2026, 15:20.</summary>
public sealed partial class ReportTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private const string Office = "ashgrove/office";
    private readonly Caller _agent = new(shared.Desk);

    /// <summary>
    /// Some people of one service cannot use it: priority 3, three working days of ten hours. 160 minutes are left on the 24th; the 25th and the
    /// 28th are holidays; so 600 on the 29th, 600 on the 30th and 440 on the 31st: 15:20.
    /// </summary>
    [Fact]
    public async Task ESS_15_A_report_of_six_questions_is_logged_with_its_priority_and_its_target_in_plain_words()
    {
        using var office = await Secretary.Of(shared.Desk, Office);
        await Begin(office);
        var asked = await AnswerAll(office, "some", "cannot-use");
        Assert.Equal(6, asked);
        Assert.Contains("Some people at my school", office.Page, StringComparison.Ordinal);
        Assert.Contains("Priority 3", office.Page, StringComparison.Ordinal);
        Assert.Contains("Thursday 31 December 2026, 3:20pm", office.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Please ring us", office.Page, StringComparison.Ordinal);
        await office.Send("send", ("customer-reference", "OUR-17"));
        Assert.StartsWith("/report/sent/", office.Place, StringComparison.Ordinal);
        var kept = (await _agent.Case(Reference(office))).Expect(200);
        Assert.Equal("portal", (string?)kept.Body!["source"]);
        Assert.Equal("2026-12-31T15:20:00Z", (string?)kept.Clock("resolve")["due"]);
        Assert.Contains("Thursday 31 December 2026, 3:20pm", office.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ESS_16_What_looks_serious_is_steered_to_the_telephone_with_the_routes_number_before_it_is_sent()
    {
        using var office = await Secretary.Of(shared.Desk, Office);
        await Begin(office);
        await AnswerAll(office, "everyone", "cannot-use");
        Assert.Contains("Please ring us about this", office.Page, StringComparison.Ordinal);
        Assert.Contains("tel:01632960100", office.Page, StringComparison.Ordinal);
        Assert.Contains("Priority 2", office.Page, StringComparison.Ordinal);
    }

    /// <summary>Nobody is kept from the telephone by a slip in what they need not even answer.</summary>
    [Fact]
    public async Task ESS_16_A_fault_in_what_may_be_left_open_hides_neither_the_telephone_nor_the_priority_and_leads_to_its_field()
    {
        using var office = await Secretary.Of(shared.Desk, Office);
        await Begin(office);
        await AnswerAll(office, "everyone", "cannot-use");
        var target = Target().Match(office.Page).Value;
        await office.Send("send", ("customer-reference", new string('7', 300)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, office.Status);
        Assert.Contains("Please ring us about this", office.Page, StringComparison.Ordinal);
        Assert.Contains("Priority 2", office.Page, StringComparison.Ordinal);
        Assert.NotEqual("", target);
        Assert.Contains(target, office.Page, StringComparison.Ordinal);
        Assert.Contains("href=\"#f-customer-reference\"", office.Page, StringComparison.Ordinal);
        Assert.Contains(
            "“Your own reference for this” is longer than 200 characters",
            WebUtility.HtmlDecode(office.Page),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task ESS_10_Web_filtering_is_not_offered_and_its_own_number_and_mailbox_are_shown()
    {
        using var office = await Secretary.Of(shared.Desk, Office);
        await Begin(office);
        Assert.Equal("/report/service", office.Place);
        Assert.DoesNotContain("value=\"web-filtering\"", office.Page, StringComparison.Ordinal);
        Assert.Contains("01632 960110", office.Page, StringComparison.Ordinal);
        Assert.Contains("filtering@schools.example.org", office.Page, StringComparison.Ordinal);
        await office.Send("question", ("services", "web-filtering"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, office.Status);
    }

    [Fact]
    public async Task ESS_05_Whoever_has_a_desk_of_their_own_is_led_there_and_nothing_is_logged()
    {
        using var lead = await Secretary.Of(shared.Desk, Office);
        await OwnDesk();
        using var teacher = await Secretary.Of(shared.Desk, "westholme/teacher");
        await teacher.Open("/report");
        Assert.Contains("Westholme service desk", teacher.Page, StringComparison.Ordinal);
        Assert.Contains("01632 960457", teacher.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"begin\"", teacher.Page, StringComparison.Ordinal);
        await teacher.Open("/report/check");
        Assert.Equal("/report", teacher.Place);
    }

    [Fact]
    public async Task What_is_missing_is_said_above_the_question_and_leads_to_it()
    {
        using var office = await Secretary.Of(shared.Desk, Office);
        await Begin(office);
        await office.Send("question");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, office.Status);
        Assert.Contains("href=\"#f-services\"", office.Page, StringComparison.Ordinal);
        await office.Open("/report/check");
        Assert.Equal("/report/service", office.Place);
    }

    [Fact]
    public async Task Every_answer_can_be_changed_before_it_is_sent()
    {
        using var office = await Secretary.Of(shared.Desk, Office);
        await Begin(office);
        await AnswerAll(office, "some", "cannot-use");
        await office.Open("/report/affected?change=yes");
        await office.Send("question", ("q.affected", "one"));
        Assert.Equal("/report/check", office.Place);
        Assert.Contains("Only me", office.Page, StringComparison.Ordinal);
    }

    /// <summary>R13: an impatient second press.</summary>
    [Fact]
    public async Task A_report_that_is_sent_twice_is_one_case()
    {
        using var office = await Secretary.Of(shared.Desk, Office);
        await Begin(office);
        await AnswerAll(office, "some", "cannot-use");
        var token = ("token", Guid.NewGuid().ToString("N"));
        await office.Send("send", token);
        var first = Reference(office);
        await Begin(office);
        await AnswerAll(office, "some", "cannot-use");
        await office.Send("send", token);
        Assert.Equal(first, Reference(office));
    }

    [Fact]
    public async Task A_known_problem_is_shown_first_and_whoever_has_it_too_gets_its_updates()
    {
        var incident = await Incident(_agent, "dns");
        using var office = await Secretary.Of(shared.Desk, Office);
        await office.Open("/report");
        Assert.Contains("We know about a problem with DNS", office.Page, StringComparison.Ordinal);
        Assert.DoesNotContain(incident, office.Page, StringComparison.Ordinal);
        await office.Open("/known/dns");
        await office.Send("join", ("q.affected", "site"), ("q.effect", "cannot-use"));
        var mine = Reference(office);
        await _agent.Do(incident, "update", new JsonObject { ["text"] = "The name servers are being restarted." });
        var events = await _agent.Events(mine);
        Assert.Contains("The name servers are being restarted.", events.ToJsonString(), StringComparison.Ordinal);
    }

    // One school's page as long as the desk's clock goes on with each reading: what is written at once has one moment. R13
    [Fact]
    public async Task Whoever_is_added_to_a_known_problem_is_logged_and_linked_in_one_step()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T15:20:00Z");
        var agent = new Caller(desk);
        var incident = await Incident(agent, "dns");
        using var office = await Secretary.Of(desk, Office);
        desk.LetTimePass();
        await office.Open("/known/dns");
        await office.Send("join", ("q.affected", "site"), ("q.effect", "cannot-use"));
        var mine = (await agent.Events(Reference(office))).Select(one => one!["event"]!).ToList();
        var logged = (string?)mine[0]["recordedAt"];
        var link = Assert.Single(mine, one => (string?)one["type"] == "linked");
        Assert.Equal(logged, (string?)link["recordedAt"]);
        var there = (await agent.Events(incident)).Select(one => one!["event"]!).Last();
        Assert.Equal(("linked", logged), ((string?)there["type"], (string?)there["recordedAt"]));
    }

    [Fact]
    public async Task Two_known_problems_that_share_a_service_are_both_shown()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T15:20:00Z");
        var agent = new Caller(desk);
        await Incident(agent, "email", "dns");
        await Incident(agent, "email");
        using var office = await Secretary.Of(desk, Office);
        await office.Open("/report");
        Assert.Equal(2, office.Page.Split("We know about a problem with").Length - 1);
        await office.Open("/known/email");
        Assert.Equal(HttpStatusCode.OK, office.Status);
        await office.Open("/known/email,dns");
        Assert.Equal(HttpStatusCode.OK, office.Status);
    }

    /// <summary>An incident that goes on for days has any number of newer cases above it.</summary>
    [Fact]
    public async Task A_known_problem_is_shown_however_many_cases_came_after_it()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T15:20:00Z");
        var agent = new Caller(desk);
        await Incident(agent, "dns");
        for (var more = 0; more < 201; more++)
        {
            await agent.Log(Caller.Fault("one", "email"));
        }
        using var office = await Secretary.Of(desk, Office);
        await office.Open("/report");
        Assert.Contains("We know about a problem with DNS", office.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_gets_the_updates_on_a_known_problem_is_led_to_their_case_and_is_not_logged_again()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T15:20:00Z");
        var agent = new Caller(desk);
        await Incident(agent, "dns");
        using var office = await Secretary.Of(desk, Office);
        using var again = await Secretary.Of(desk, Office);
        await again.Open("/known/dns");
        await office.Open("/known/dns");
        await office.Send("join", ("q.affected", "site"), ("q.effect", "cannot-use"));
        var mine = Reference(office);
        await again.Send("join", ("q.affected", "site"), ("q.effect", "cannot-use"));
        Assert.Equal($"/cases/{mine}", again.Place);
        Assert.Contains("You get the updates on this already", again.Page, StringComparison.Ordinal);
        await office.Open("/known/dns");
        Assert.Equal($"/cases/{mine}", office.Place);
        await office.Open("/report");
        Assert.Contains("You get its updates.", office.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_long_is_said_where_it_is_asked()
    {
        using var office = await Secretary.Of(shared.Desk, Office);
        await Begin(office);
        while (office.Place is "/report/service" or "/report/affected" or "/report/effect" or "/report/help-guides")
        {
            await office.Send("question", Answer(office.Place, "some", "cannot-use"));
        }
        var place = office.Place;
        await office.Send("question", ($"q.{place["/report/".Length..]}", new string('x', 100_001)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, office.Status);
        Assert.Equal(place, office.Place);
        Assert.Contains("is longer than 100,000 characters: shorten it.", office.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_gets_in_before_it_is_known_who_they_are()
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var answer = await browser.GetAsync(
            new Uri(shared.Desk.Client.BaseAddress!, "/schools-desk/portal/report"),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.StartsWith(
            "/schools-desk/portal/visitor?return=",
            answer.Headers.Location!.OriginalString,
            StringComparison.Ordinal
        );
    }

    private static async Task<string> Incident(Caller agent, params string[] services)
    {
        var incident = (await agent.Log(ByCaretaker(Caller.Fault("everyone", services)))).Reference;
        var call = (await agent.Log(ByCaretaker(Caller.Fault("some", services)))).Reference;
        await agent.Do(call, "link", new JsonObject { ["other"] = incident, ["kind"] = "parent" });
        return incident;
    }

    private static JsonObject ByCaretaker(JsonNode fault)
    {
        var body = fault.AsObject();
        body["contact"] = new JsonObject { ["name"] = "Caretaker" };
        return body;
    }

    private static async Task Begin(Secretary office)
    {
        await office.Open("/report");
        await office.Send("begin", ("about", "fault"));
    }

    // As many pages as there are, each answered.
    private static async Task<int> AnswerAll(Secretary office, string affected, string effect)
    {
        var pages = 0;
        for (; office.Place != "/report/check"; pages++)
        {
            Assert.True(pages < 6, office.Place);
            await office.Send("question", Answer(office.Place, affected, effect));
        }
        return pages;
    }

    private static (string, string) Answer(string place, string affected, string effect) =>
        place switch
        {
            "/report/service" => ("services", "email"),
            "/report/affected" => ("q.affected", affected),
            "/report/effect" => ("q.effect", effect),
            "/report/help-guides" => ("q.help-guides", "did-not-help"),
            var text => ($"q.{text["/report/".Length..]}", "Outlook asks for the password since nine"),
        };

    private async Task OwnDesk()
    {
        var body = new JsonObject
        {
            ["name"] = "Westholme Academy",
            ["siteCode"] = "WES01",
            ["firstLine"] = new JsonObject { ["name"] = "Westholme service desk", ["phone"] = "01632 960457" },
            ["contacts"] = new JsonArray(
                new JsonObject
                {
                    ["id"] = "teacher",
                    ["name"] = "Head of science",
                    ["roles"] = new JsonArray(),
                }
            ),
        };
        (await _agent.Send(HttpMethod.Put, "customers/westholme", Caller.Json(body.ToJsonString()))).Expect(201);
    }

    private static string Reference(Secretary office) => Shown().Match(office.Page).Value;

    [GeneratedRegex("[A-Z][a-z]+day [0-9]+ [A-Z][a-z]+ 202[67], [0-9:]+[ap]m")]
    private static partial Regex Target();

    [GeneratedRegex("R-[0-9A-Z]{3}-[0-9A-Z]{3}")]
    private static partial Regex Shown();
}
