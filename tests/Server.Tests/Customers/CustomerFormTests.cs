using System.Net;
using System.Text.Json.Nodes;
using Rung.Server.Tests.Api;
using Xunit;

namespace Rung.Server.Tests.Customers;

/// <summary>What the forms about customers refuse, and how they say so. ESS-94.</summary>
public sealed class CustomerFormTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private readonly Caller _agent = new(shared.Desk);

    /// <summary>Nothing that was typed is taken for another day.</summary>
    [Theory]
    [InlineData("", "takes a date like 2026-12-31")]
    [InlineData("31.12.2026", "takes a date like 2026-12-31")]
    [InlineData("0001-01-01", "before 1900")]
    [InlineData("2999-01-01", "to come yet")]
    public async Task ESS_94_Whoever_leaves_does_so_on_a_day_that_can_be_read_and_can_be(string day, string says)
    {
        await Put("curlew", "CUR01");
        foreach (var who in (string[])["curlew/leave", "curlew/contacts/head/leave"])
        {
            var form = await Form(who);
            Assert.Contains("not before 1900", form.Html, StringComparison.Ordinal);
            var answer = await form.Send(("leftOn", day));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, form.Status);
            Assert.Contains(says, answer, StringComparison.Ordinal);
            Assert.Contains("id=\"f-leftOn-error\"", answer, StringComparison.Ordinal);
        }
        var kept = (await _agent.Get("customers/curlew")).Body!;
        Assert.Null(kept["leftOn"]);
        Assert.Null(kept["contacts"]![0]!["leftOn"]);
    }

    [Fact]
    public async Task ESS_94_They_leave_on_the_day_that_was_typed()
    {
        await Put("dunlin", "DUN01");
        await (await Form("dunlin/contacts/head/leave")).Send(("leftOn", "2020-07-31"));
        await (await Form("dunlin/leave")).Send(("leftOn", "2020-08-01"));
        var kept = (await _agent.Get("customers/dunlin")).Body!;
        Assert.Equal(("2020-08-01", "2020-07-31"), ((string?)kept["leftOn"], (string?)kept["contacts"]![0]!["leftOn"]));
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_new_customer_is_said_at_once()
    {
        await Put("fulmar", "FUL01");
        // The name is taken, the code is missing, the zone is none, and nobody answers at a number without a digit.
        var form = await Form("new");
        var answer = await form.Send(
            ("name", "Fulmar"),
            ("zone", "Mars/Olympus"),
            ("firstLine.name", "Fulmar's desk"),
            ("firstLine.phone", "ask at reception")
        );
        foreach (var field in (string[])["f-name", "f-siteCode", "f-zone", "f-firstLine-phone"])
        {
            Assert.Contains($"href=\"#{field}\"", answer, StringComparison.Ordinal);
        }
        var nameless = await (await Form("new")).Send(("siteCode", "FUL02"), ("zone", "Mars/Olympus"));
        Assert.Single(nameless.Split("href=\"#f-name\"").Skip(1));
        Assert.Contains("href=\"#f-zone\"", nameless, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_telephone_number_has_a_digit()
    {
        await Put("grebe", "GRE01");
        var form = await Form("grebe/contacts/new");
        var answer = await form.Send(("name", "Bursar"), ("phone", "at reception"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, form.Status);
        Assert.Contains("It has no digit", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ESS_95_What_is_wrong_with_a_part_of_a_service_is_said_at_its_field()
    {
        await Put("heron", "HER01");
        await (await Form("heron/change")).Send(("name", "Heron"), ("siteCode", "HER01"), ("services", "email"));
        var form = await Form("heron/services/email");
        var answer = await form.Send(("components", $"Staff\nPupils\n{new string('x', 201)}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, form.Status);
        Assert.Contains("Platforms and parts, number 3: It is longer than 200", answer, StringComparison.Ordinal);
        Assert.Contains("id=\"f-components-error\"", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("$.", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_short_to_find_anybody_says_how_long_it_has_to_be()
    {
        var page = await Page("customers?q=as");
        Assert.Contains("it takes three letters or digits", page, StringComparison.Ordinal);
        Assert.Contains("Nobody is found by “asdf”", await Page("customers?q=asdf"), StringComparison.Ordinal);
    }

    /// <summary>What waits to be confirmed has the desk's own word, which is not what the customer reads.</summary>
    [Fact]
    public async Task A_case_of_a_customer_stands_there_in_the_desks_words_and_the_rail_shows_where_one_is()
    {
        await Put("ibis", "IBI01");
        var fault = Caller.FaultForSome.DeepClone();
        fault["customer"] = "ibis";
        fault["contact"] = new JsonObject { ["name"] = "Head" };
        var reference = (await _agent.Log(fault)).Reference;
        await _agent.Do(reference, "resolve", new() { ["resolution"] = "It runs", ["confirmation"] = "required" });
        foreach (var path in (string[])["customers/ibis", "customers/ibis/leave"])
        {
            var page = await Page(path);
            Assert.Contains("Head · To confirm", page, StringComparison.Ordinal);
            Assert.Contains("href=\"/schools-desk/customers\" aria-current=\"page\"", page, StringComparison.Ordinal);
        }
    }

    private async Task<string> Page(string path) =>
        WebUtility.HtmlDecode(
            await shared.Desk.Client.GetStringAsync($"/schools-desk/{path}", TestContext.Current.CancellationToken)
        );

    private Task<PageForm> Form(string path) => PageForm.Of(shared.Desk, $"/schools-desk/customers/{path}", "customer");

    private async Task Put(string id, string code)
    {
        var body = new JsonObject
        {
            ["name"] = $"{char.ToUpperInvariant(id[0])}{id[1..]}",
            ["siteCode"] = code,
            ["contacts"] = new JsonArray(new JsonObject { ["id"] = "head", ["name"] = "Head" }),
        };
        await _agent.Send(HttpMethod.Put, $"customers/{id}", Caller.Json(body.ToJsonString()));
    }
}
