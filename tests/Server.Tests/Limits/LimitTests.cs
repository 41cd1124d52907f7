using System.Net;
using System.Net.Http.Headers;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Server.Accounts;
using Rung.Server.Hosting;
using Rung.Server.Limits;
using Rung.Server.Tests.Accounts;
using Rung.Storage.Accounts;
using Xunit;
using IPNetwork = System.Net.IPNetwork;

namespace Rung.Server.Tests.Limits;

/// <summary>Every door that is open to others lets in so many at once, and says when to come again; whoever comes from elsewhere, or is somebody else, does not wait. S55, S63, S68.</summary>
public sealed class LimitTests
{
    private const string Portal = "/schools-desk/portal";
    private static readonly Rates Usual = new();

    private static readonly Customer Millbrook = new("millbrook", GuardedDesk.Schools, "Millbrook Primary", "MB1")
    {
        Contacts =
        [
            new Contact("office", "Office manager", null, "office@millbrook.example.org", []),
            new Contact("head", "Head teacher", null, "head@millbrook.example.org", []),
        ],
    };

    [Theory]
    [InlineData("POST", "/sign-in")]
    [InlineData("POST", "/sign-in/code")]
    [InlineData("POST", "/sign-in/passkey")]
    [InlineData("POST", "/sign-in/passkey/options")]
    [InlineData("POST", "/first-run")]
    [InlineData("GET", "/invitation/guess")]
    [InlineData("POST", "/invitation/guess")]
    [InlineData("GET", $"{Portal}/enter/guess")]
    [InlineData("POST", $"{Portal}/enter/guess")]
    public async Task S55_Getting_in_is_tried_so_often_from_one_place(string method, string path)
    {
        await using var desk = await GuardedDesk.OpenLimited();
        using var visitor = desk.Visit();
        await Exhaust(visitor, method, path, Usual.Entry.AtOnce);
        await Waits(visitor, method, path, seconds: 2);

        // The rest of the desk is there, and in two seconds another try.
        await visitor.Page("/schools-desk/guide");
        desk.Advance(Duration.FromSeconds(2));
        using var later = await Ask(visitor, method, path);
        Assert.NotEqual(HttpStatusCode.TooManyRequests, later.StatusCode);
    }

    [Theory]
    [InlineData($"{Portal}/sign-in", 10, 12)]
    [InlineData("/sign-in/forgotten", 10, 12)]
    public async Task S68_So_many_links_are_asked_for_from_one_place(string path, int most, int seconds)
    {
        await using var desk = await GuardedDesk.OpenLimited();
        using var visitor = desk.Visit();
        await Exhaust(visitor, "POST", path, most);
        await Waits(visitor, "POST", path, seconds);
    }

    [Fact]
    public async Task S68_So_many_links_of_cases_are_tried_from_one_place()
    {
        await using var desk = await GuardedDesk.OpenLimited();
        using var visitor = desk.Visit();
        await Exhaust(visitor, "GET", "/schools-desk/link/RAAAAAA.1.guess", Usual.CaseLinks.AtOnce);
        await Waits(visitor, "GET", "/schools-desk/link/RAAAAAA.1.guess", seconds: 1);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_asks_so_often_from_one_place_of_pages_and_of_the_API()
    {
        await using var desk = await GuardedDesk.OpenLimited();
        using var visitor = desk.Visit();
        await Exhaust(visitor, "GET", "/api/v1/desks", Usual.Anybody.AtOnce);
        await Waits(visitor, "GET", "/schools-desk/guide", seconds: 1);
        using var api = await visitor.Get("/api/v1/desks");
        Assert.Equal(HttpStatusCode.TooManyRequests, api.StatusCode);
        Assert.Equal("application/problem+json", api.Content.Headers.ContentType!.MediaType);
        Assert.Contains("too-often", await Visitor.Text(api), StringComparison.Ordinal);

        // Somebody who is signed in at the same place works on.
        using var administrator = desk.Visit();
        desk.Advance(Duration.FromSeconds(1));
        using var signedIn = await administrator.SignIn(
            GuardedDesk.Mail(GuardedDesk.Administrator),
            GuardedDesk.Password
        );
        for (var once = 0; once < 10; once++)
        {
            await administrator.Page("/accounts");
        }
    }

    [Fact]
    public async Task S68_One_account_and_one_program_ask_so_often_and_others_do_not_wait_for_them()
    {
        await using var desk = await GuardedDesk.OpenLimited();
        await desk.Add("Alex Agent", new Right(GuardedDesk.Schools, Actor.AgentRole));
        await desk.Add("Sam Agent", new Right(GuardedDesk.Schools, Actor.AgentRole));
        using var alex = await desk.SignIn("Alex Agent");
        using var sam = await desk.SignIn("Sam Agent");
        await Exhaust(alex, "GET", "/account", Usual.Account.AtOnce);
        await Waits(alex, "GET", "/account", seconds: 1);
        await sam.Page("/account");

        using var alarms = await Program(desk, "Alarms");
        using var reports = await Program(desk, "Reports");
        await Exhaust(alarms, "GET", "/api/v1/desks", Usual.Program.AtOnce);
        using var waits = await alarms.Get("/api/v1/desks");
        Assert.Equal(HttpStatusCode.TooManyRequests, waits.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(1), waits.Headers.RetryAfter!.Delta);
        await reports.Page("/api/v1/desks");
    }

    [Fact]
    public async Task S68_One_contact_sends_so_much_and_a_colleague_does_not_wait_for_them()
    {
        await using var desk = await GuardedDesk.OpenLimited();
        await desk.Database.Customers.Save(Millbrook);
        using var office = await desk.SignIn(Millbrook, "office");
        using var head = await desk.SignIn(Millbrook, "head");
        for (var once = 0; once < Usual.Sent.AtOnce; once++)
        {
            using var sent = await office.Send($"{Portal}/complain", $"{Portal}/complain", ("kind", "nothing"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        }
        using var waits = await office.Send($"{Portal}/complain", $"{Portal}/complain", ("kind", "nothing"));
        Assert.Equal(HttpStatusCode.TooManyRequests, waits.StatusCode);
        // Twenty each minute are one each three seconds.
        Assert.Equal(TimeSpan.FromSeconds(3), waits.Headers.RetryAfter!.Delta);
        Assert.Contains(
            "what was typed into a form is still there",
            await Visitor.Text(waits),
            StringComparison.Ordinal
        );
        using var other = await head.Send($"{Portal}/complain", $"{Portal}/complain", ("kind", "nothing"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
    }

    [Fact]
    public async Task S63_Behind_the_proxy_one_place_waits_and_another_does_not_and_nobody_gets_round_it_by_a_header()
    {
        var door = new PublicDoor(new Uri("https://desk.example.org"), [IPNetwork.Parse("127.0.0.1/32")]);
        await using var desk = await GuardedDesk.OpenLimited(door);
        using var one = desk.Visit();
        using var other = desk.Visit();
        one.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.7");
        other.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.8");
        await Exhaust(one, "POST", "/invitation/guess", Usual.Entry.AtOnce);

        using var refused = await Ask(one, "POST", "/invitation/guess");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        using var fine = await Ask(other, "POST", "/invitation/guess");
        Assert.NotEqual(HttpStatusCode.TooManyRequests, fine.StatusCode);
        // What the client itself says stands before what the proxy adds, and other headers say nothing.
        one.Client.DefaultRequestHeaders.Remove("X-Forwarded-For");
        one.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.99, 192.0.2.7");
        foreach (var header in (string[])["CF-Connecting-IP", "X-Real-IP", "Forwarded", "True-Client-IP"])
        {
            one.Client.DefaultRequestHeaders.TryAddWithoutValidation(header, "203.0.113.98");
        }
        using var still = await Ask(one, "POST", "/invitation/guess");
        Assert.Equal(HttpStatusCode.TooManyRequests, still.StatusCode);
    }

    private static async Task<Visitor> Program(GuardedDesk desk, string name)
    {
        var program = desk.Visit();
        var right = new Right(GuardedDesk.Schools, Actor.AgentRole);
        var how = ("Tests", Duration.FromDays(1));
        var token = await desk.Service<AccountDesk>().MakeToken(name, right, how);
        program.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return program;
    }

    private static async Task Exhaust(Visitor visitor, string method, string path, int most)
    {
        for (var once = 0; once < most; once++)
        {
            using var answer = await Ask(visitor, method, path);
            Assert.True(
                answer.StatusCode != HttpStatusCode.TooManyRequests,
                $"{method} {path} waits after {once}: {await Visitor.Text(answer)}"
            );
        }
    }

    private static async Task Waits(Visitor visitor, string method, string path, int seconds)
    {
        using var answer = await Ask(visitor, method, path);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(seconds), answer.Headers.RetryAfter!.Delta);
        Assert.Contains("Please wait a little", await Visitor.Text(answer), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> Ask(Visitor visitor, string method, string path) =>
        method == "GET" ? visitor.Get(path) : visitor.SendBare(path, ("email", "a@example.org"));
}
