using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Server.Tests.Api;
using Rung.Storage;
using Xunit;

namespace Rung.Server.Tests.Portal;

/// <summary>ESS-17, ESS-93, ESS-94: another reporter of a case, on its page and over the API, and who sees it then.</summary>
public sealed class ReporterChangeTests : IAsyncLifetime
{
    private RunningDesk _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _desk = await RunningDesk.Open("2026-12-24T15:20:00Z");
        var customers = _desk.Services.GetRequiredService<RungDatabase>().Customers;
        var school = (await customers.Find("schools-desk", RunningDesk.Customer))!;
        var head = new Contact("head", "Head teacher", null, "head@ashgrove.example.org", ["agreed-contact"]);
        await customers.Save(school with { Contacts = [.. school.Contacts, head] });
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task ESS_94_Whoever_was_picked_wrongly_gives_way_to_the_right_one()
    {
        var agent = new Caller(_desk);
        var body = Caller.FaultForSome.DeepClone().AsObject();
        body["contact"] = new JsonObject { ["name"] = "A visitor", ["email"] = "visitor@ashgrove.example.org" };
        var logged = (await agent.Post("cases", body)).Expect(201);

        var done = (
            await agent.Do(
                logged.Reference,
                "reporter",
                new JsonObject { ["contact"] = "head", ["reason"] = "The wrong one was picked" }
            )
        ).Expect(200);

        Assert.Equal("head@ashgrove.example.org", (string?)done.Body!["reporter"]!["email"]);
        (await new Caller(_desk, "A visitor", Actor.ContactRole).Case(logged.Reference)).Expect(404);
        var head = (await new Caller(_desk, "Head teacher", Actor.ContactRole).Case(logged.Reference)).Expect(200);
        Assert.DoesNotContain("wrong one", head.Body!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(logged.Clock("resolve")["due"]!.ToString(), done.Clock("resolve")["due"]!.ToString());
    }

    [Fact]
    public async Task ESS_17_On_its_page_those_on_file_are_offered_but_the_present_one_and_the_queue_follows()
    {
        var agent = new Caller(_desk);
        var logged = await agent.Log(Caller.FaultForSome);
        var page = $"/schools-desk/cases/{logged.Reference}";

        var form = await PageForm.Open(_desk, page, "reporter");
        Assert.Contains("<option value=\"head\"", form.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<option value=\"office\"", form.Html, StringComparison.Ordinal);
        var after = await form.Send(("contact", "head"), ("reason", "The office manager is away"));

        Assert.Contains("Head teacher is the reporter", after, StringComparison.Ordinal);
        var row = (await agent.Get("queue?view=all")).Expect(200).Body!["rows"]![0]!;
        Assert.Equal("Head teacher", (string?)row["reportedBy"]);
    }

    [Fact]
    public async Task ESS_93_A_complaint_stays_with_who_made_it()
    {
        var handler = new Caller(_desk, "Complaint handler", "complaint-handler");
        var body = new JsonObject
        {
            ["customer"] = RunningDesk.Customer,
            ["contact"] = new JsonObject { ["name"] = "Office manager" },
            ["source"] = "phone",
            ["text"] = "Nobody rang back",
        };
        var complaint = (await handler.Post("complaints", body)).Expect(201);

        var refused = await handler.Post(
            $"cases/{complaint.Reference}/reporter",
            new JsonObject { ["contact"] = "head", ["reason"] = "They ask for it" }
        );

        Assert.Equal((409, "wrong-condition"), (refused.Status, refused.Code));
    }
}
