using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Rung.Core.Customers;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Mails;
using Rung.Storage;
using Rung.Storage.Accounts;
using Xunit;

namespace Rung.Server.Tests.Customers;

/// <summary>Everything that is kept of somebody: all of theirs, nothing of others, nothing that the desk keeps to itself. S72.</summary>
public sealed class SubjectAccessTests
{
    private const string Kept = "/schools-desk/customers/ashgrove/contacts/office/kept";
    private const string Leader = "team-leader|Service Desk Team Leader";
    private static readonly string[] Theirs =
    [
        "01632 960123",
        "canary-subject",
        "canary-answer",
        "canary-update",
        "canary-mail",
        "canary-in-the-case-of-another",
    ];
    private static readonly string[] OfOthers = ["canary-note", "canary-of-another", "01632 960124"];

    [Fact(DisplayName = "S72: the file has all canaries of the person, none of another and none of the desk's notes")]
    public async Task It_has_all_of_theirs_and_nothing_else()
    {
        await using var desk = await Planted();
        Act(desk, Leader);

        var all = await Zip(desk);

        var text = string.Join('\n', all.Values);
        Assert.All(Theirs, canary => Assert.Contains(canary, text, StringComparison.Ordinal));
        Assert.All(OfOthers, canary => Assert.DoesNotContain(canary, text, StringComparison.Ordinal));
        Assert.Single(all.Keys, name => name.StartsWith("mail-from-them/", StringComparison.Ordinal));
        Assert.DoesNotContain("no mail from it", all["index.html"], StringComparison.Ordinal);
        // A case of their own, read and for programs; of another's case their own words.
        Assert.Single(all.Keys, name => name.EndsWith("-own-words.json", StringComparison.Ordinal));
        Assert.Contains(all.Keys, name => name.EndsWith(".html", StringComparison.Ordinal) && name != "index.html");
        var person = JsonNode.Parse(all["person.json"])!;
        Assert.Equal("office@ashgrove.example.org", (string?)person["email"]);
    }

    [Fact(
        DisplayName = "S72: it has when they were signed in at the portal and at whose sign-in they are known, and no hash"
    )]
    public async Task It_has_their_sign_ins()
    {
        await using var desk = await Planted();
        Act(desk, Leader);
        var database = desk.Services.GetRequiredService<RungDatabase>();
        var at = RunningDesk.At("2026-05-04T09:00:00Z");
        foreach (var (hash, contact) in new[] { ("hash-of-theirs", "office"), ("hash-of-another", "head") })
        {
            await database.ContactEntries.Begin(
                new ContactSession(hash, "schools-desk", RunningDesk.Customer, contact, "A@EXAMPLE.ORG") { SeenAt = at }
            );
        }
        await database.ContactEntries.End("hash-of-theirs", at);
        var office = IdentityStore.Contact("schools-desk", RunningDesk.Customer, "office");
        await database.Identities.Add("https://login.example.org/", ("subject-of-theirs", office), at);

        var person = JsonNode.Parse((await Zip(desk))["person.json"])!;

        Assert.Equal("2026-05-04T09:00:00Z", (string?)Assert.Single(person["signedIn"]!.AsArray())!["beganAt"]);
        Assert.Equal("https://login.example.org/", (string?)Assert.Single(person["knownAt"]!.AsArray()));
        Assert.DoesNotContain("hash-of", person.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact(DisplayName = "S72: whoever has left is given what is kept of them as well")]
    public async Task Whoever_left_is_given_theirs()
    {
        await using var desk = await Planted();
        Act(desk, Leader);
        var customers = desk.Services.GetRequiredService<RungDatabase>().Customers;
        var ashgrove = (await customers.Find(RunningDesk.Customer))!;
        await customers.Save(
            ashgrove with
            {
                Contacts = [.. ashgrove.Contacts.Select(one => one with { LeftOn = new(2026, 12, 1) })],
            }
        );

        var text = string.Join('\n', (await Zip(desk)).Values);

        Assert.All(Theirs, canary => Assert.Contains(canary, text, StringComparison.Ordinal));
        Assert.All(OfOthers, canary => Assert.DoesNotContain(canary, text, StringComparison.Ordinal));
    }

    [Theory(DisplayName = "Mail by an address that others have, or had before they left, is not given out")]
    [InlineData(RunningDesk.Customer, true)]
    [InlineData(RunningDesk.CustomerWithOwnDesk, false)]
    public async Task Mail_by_a_shared_address_is_not_in_it(string customer, bool hasLeft)
    {
        await using var desk = await Planted();
        Act(desk, Leader);
        var customers = desk.Services.GetRequiredService<RungDatabase>().Customers;
        var theirs = (await customers.Find(customer))!;
        var other = new Contact("other", "Another reader", null, "Office@Ashgrove.example.org", [])
        {
            LeftOn = hasLeft ? new(2026, 12, 1) : null,
        };
        await customers.Save(theirs with { Contacts = [.. theirs.Contacts, other] });

        var all = await Zip(desk);

        Assert.DoesNotContain(all.Keys, name => name.StartsWith("mail-", StringComparison.Ordinal));
        Assert.Contains("so that no mail from it or to it is in here", all["index.html"], StringComparison.Ordinal);
        Assert.Contains("canary-subject", string.Join('\n', all.Values), StringComparison.Ordinal);
    }

    [Fact(
        DisplayName = "S72, ESS-93: with a complaint in it, only a post that may see complaints gets it, with its scan"
    )]
    public async Task A_complaint_is_in_it_for_whom_it_may_be_seen_by()
    {
        await using var desk = await Planted();
        var complaint = new JsonObject
        {
            ["source"] = "letter",
            ["customer"] = RunningDesk.Customer,
            ["contact"] = new JsonObject { ["name"] = "Office manager" },
            ["text"] = "canary-complaint",
            ["receivedAt"] = "2026-12-14T09:00:00Z",
            ["papers"] = new JsonArray(
                new JsonObject
                {
                    ["name"] = "../letter.txt",
                    ["mediaType"] = "text/plain",
                    // "canary-paper"
                    ["content"] = "Y2FuYXJ5LXBhcGVy",
                }
            ),
        };
        (await new Caller(desk).Post("complaints", complaint)).Expect(201);
        Act(desk, Leader);
        using var refused = await Get(desk, $"{Kept}.zip");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);

        desk.Client.DefaultRequestHeaders.Remove("Cookie");
        Act(desk, "service-desk-manager|Service Desk Manager");
        var all = await Zip(desk);

        Assert.Contains("canary-complaint", string.Join('\n', all.Values), StringComparison.Ordinal);
        Assert.Equal(
            "canary-paper",
            Assert.Single(all, one => one.Key.Contains("-files/", StringComparison.Ordinal)).Value
        );
        Assert.DoesNotContain(all.Keys, name => name.Contains("..", StringComparison.Ordinal));
    }

    [Fact(DisplayName = "S72: an agent does not get it, and of nobody there is none")]
    public async Task An_agent_does_not_get_it()
    {
        await using var desk = await Planted();

        using var refused = await Get(desk, $"{Kept}.zip");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Act(desk, Leader);
        using var nobody = await Get(desk, "/schools-desk/customers/ashgrove/contacts/nobody/kept.zip");
        Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);
        using var elsewhere = await Get(desk, "/smc/customers/ashgrove/contacts/office/kept.zip");
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }

    private static async Task<RunningDesk> Planted()
    {
        var desk = await RunningDesk.Open("2026-12-14T10:00:00Z");
        var customers = desk.Services.GetRequiredService<RungDatabase>().Customers;
        var ashgrove = (await customers.Find(RunningDesk.Customer))!;
        var another = new Contact("network", "Network manager", "01632 960124", "network@ashgrove.example.org", []);
        await customers.Save(ashgrove with { Contacts = [.. ashgrove.Contacts, another] });
        var agent = new Caller(desk);

        var own = (await agent.Log(Reported("Office manager", "canary-subject"))).Reference;
        var contact = new Caller(desk, "Office manager", "contact");
        await contact.Do(own, "reply", new JsonObject { ["text"] = "canary-answer", ["channel"] = "portal" });
        await agent.Do(own, "note", new JsonObject { ["text"] = "canary-note" });
        await agent.Do(own, "update", new JsonObject { ["text"] = "canary-update" });
        await new MailServer(desk).Receives("Something new", "canary-mail");

        var others = (await agent.Log(Reported("Network manager", "canary-of-another"))).Reference;
        var words = new JsonObject { ["text"] = "canary-in-the-case-of-another", ["channel"] = "portal" };
        await contact.Do(others, "reply", words);
        return desk;
    }

    private static JsonObject Reported(string name, string subject)
    {
        var report = (JsonObject)Caller.FaultForSome.DeepClone();
        report["subject"] = subject;
        report["contact"] = new JsonObject { ["name"] = name };
        return report;
    }

    private static void Act(RunningDesk desk, string post) =>
        desk.Client.DefaultRequestHeaders.Add("Cookie", $"rung-acting={Uri.EscapeDataString(post)}");

    private static Task<HttpResponseMessage> Get(RunningDesk desk, string path) =>
        desk.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    private static async Task<Dictionary<string, string>> Zip(RunningDesk desk)
    {
        using var answer = await Get(desk, $"{Kept}.zip");
        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);
        await using var stream = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using var zip = new ZipArchive(stream);
        Dictionary<string, string> all = [];
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(TestContext.Current.CancellationToken));
            all[entry.FullName] = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        }
        return all;
    }
}
