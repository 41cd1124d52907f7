using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Rung.Core.Cases;
using Rung.Server.Accounts;
using Rung.Storage.Accounts;
using Xunit;

namespace Rung.Server.Tests.Accounts;

/// <summary>Who is let past where people have accounts. S1, S13, S60.</summary>
public sealed partial class GateTests
{
    private const string Alex = "Alex Agent";
    private static readonly Right Agent = new(GuardedDesk.Schools, Actor.AgentRole);

    private static readonly string[] SignIns = ["/sign-in", "/schools-desk/portal/sign-in"];

    private static readonly string[] Open =
    [
        "GET /favicon.ico",
        "GET /first-run",
        "GET /healthz/live",
        "GET /healthz/ready",
        "GET /healthz/startup",
        "GET /invitation/{secret}",
        "GET /sign-in",
        "GET /sign-in/forgotten",
        "GET /sign-in/with/{id}",
        "GET /sign-in/with/{id}/done",
        "GET /sign-in/with/{id}/leave",
        "GET /{desk}/calendar/{file}",
        "GET /{desk}/guide",
        "GET /{desk}/guide/changes",
        "GET /{desk}/link/{token}",
        "GET /{desk}/link/{token}/anew",
        "GET /{desk}/portal/enter/{secret}",
        "GET /{desk}/portal/sign-in",
        "GET /{desk}/portal/sign-in/sent",
        "POST /first-run",
        "POST /invitation/{secret}",
        "POST /mail",
        "POST /sign-in",
        "POST /sign-in/code",
        "POST /sign-in/forgotten",
        "POST /sign-in/passkey",
        "POST /sign-in/passkey/options",
        "POST /sign-out",
        "POST /{desk}/link/{token}/anew",
        "POST /{desk}/portal/enter/{secret}",
        "POST /{desk}/portal/sign-in",
        "POST /{desk}/portal/sign-out",
    ];

    [Fact(
        DisplayName = "S13: of all routes of the running product these are open to whoever is not signed in, and no other"
    )]
    public async Task Opens_what_is_named()
    {
        await using var desk = await GuardedDesk.Open();
        var routes = Route.All(desk).ToList();

        Assert.Equal(
            Open,
            routes.Where(one => one.IsOpen).Select(one => $"{one.Method} {one.Path}").Order(StringComparer.Ordinal)
        );
        Assert.True(routes.Count > 150, $"{routes.Count} routes");
        using var visitor = desk.Visit();
        foreach (var route in routes.Where(one => !one.IsOpen))
        {
            var method = route.Method;
            using var request = new HttpRequestMessage(new HttpMethod(method), route.Filled(Named));
            using var answer = await visitor.Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.True(IsClosed(answer, method), $"{route} answers {(int)answer.StatusCode}");
        }
    }

    // S11, S24: nobody acts for somebody else, so that nobody may more than they may themselves.
    [Fact(DisplayName = "Headers that say who acts are refused, whoever sends them")]
    public async Task Believes_no_header()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add(Alex, Agent);
        foreach (var header in new[] { "Rung-Actor", "Rung-Role", "Rung-Customer" })
        {
            using var stranger = desk.Visit();
            using var agent = await desk.SignIn(Alex);
            foreach (var visitor in new[] { stranger, agent })
            {
                visitor.Client.DefaultRequestHeaders.Add(header, "complaint-handler");
                using var answer = await visitor.Get("/api/v1/schools-desk/queue");
                Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
                Assert.Contains("actor-not-believed", await Visitor.Text(answer));
            }
        }
    }

    [Fact(DisplayName = "The cookie in which a demo keeps who acts counts for nothing")]
    public async Task Believes_no_choice()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add(Alex, Agent);
        using var visitor = await desk.SignIn(Alex);
        visitor.Cookies.Add(
            desk.Address,
            new Cookie("rung-acting", Uri.EscapeDataString("complaint-handler|Complaint Handler"))
        );

        var page = await visitor.Page("/schools-desk/queue");

        Assert.Contains($"Acting as </span>{Alex} <span class=\"muted\">Agent", page);
    }

    [Fact(
        DisplayName = "S1: a desk at which somebody has no role answers as one that does not exist, on pages and in the API"
    )]
    public async Task Hides_other_desks()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add(Alex, Agent);
        using var visitor = await desk.SignIn(Alex);

        foreach (var path in new[] { "/{0}/queue", "/{0}/customers", "/{0}/live", "/api/v1/{0}/queue", "/api/v1/{0}" })
        {
            using var foreign = await visitor.Get(Path(path, "smc"));
            using var none = await visitor.Get(Path(path, "zzz"));
            Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
            Assert.Equal(none.StatusCode, foreign.StatusCode);
            Assert.Equal(
                Plain(await Visitor.Text(none)),
                Plain((await Visitor.Text(foreign)).Replace("smc", "zzz", StringComparison.Ordinal))
            );
        }
        Assert.DoesNotContain("smc", await visitor.Page("/schools-desk/queue"));
        Assert.DoesNotContain("smc", await visitor.Page("/api/v1/desks"));
    }

    [Fact(
        DisplayName = "Whoever holds several roles acts in the one that they choose, and in none that they do not hold"
    )]
    public async Task Chooses_among_their_own()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add(Alex, Agent, new Right(GuardedDesk.Schools, "complaint-handler"));
        using var visitor = await desk.SignIn(Alex);
        const string Page = "/schools-desk/queue";
        Assert.Contains("<span class=\"muted\">Agent", await visitor.Page(Page));

        using var chosen = await visitor.Send(
            Page,
            "/acting",
            ("acting", $"complaint-handler|{Alex}"),
            ("return", Page)
        );
        Assert.Contains("<span class=\"muted\">Complaint Handler", await visitor.Page(Page));

        using var foreign = await visitor.Send(
            Page,
            "/acting",
            ("acting", "team-leader|Team Leader"),
            ("return", Page)
        );
        Assert.Contains("<span class=\"muted\">Complaint Handler", await visitor.Page(Page));
    }

    [Fact(DisplayName = "A role that is taken away counts for nothing at the next request")]
    public async Task Takes_roles_away()
    {
        await using var desk = await GuardedDesk.Open();
        var account = await desk.Add(Alex, Agent);
        using var visitor = await desk.SignIn(Alex);
        await visitor.Page("/schools-desk/queue");

        await desk.Database.Accounts.Withdraw(account.Id, Agent, AccountRole.OfInstallation);
        using var gone = await visitor.Get("/schools-desk/queue");

        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact(DisplayName = "An auditor reads what the desk reads and changes nothing")]
    public async Task Auditors_read()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add(Alex, new Right(Right.EveryDesk, AccountRole.Auditor));
        using var visitor = await desk.SignIn(Alex);

        Assert.Contains("Auditor", await visitor.Page("/schools-desk/queue"));
        using var refused = await visitor.Send("/account", "/schools-desk/customers/new", ("name", "Ashgrove"));

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("An auditor reads and changes nothing.", await Visitor.Text(refused));
    }

    [Fact(DisplayName = "S60: a browser's session changes nothing without the form token of one of our pages")]
    public async Task Takes_no_foreign_form()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add(Alex, Agent);
        using var visitor = await desk.SignIn(Alex);

        using var page = await visitor.SendBare("/schools-desk/customers/new", ("name", "Ashgrove"));
        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        using var call = await visitor.Client.PostAsync(
            new Uri("/api/v1/schools-desk/cases", UriKind.Relative),
            JsonContent.Create(new { }),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.BadRequest, call.StatusCode);
        Assert.Contains("actor-not-believed", await Visitor.Text(call));
    }

    private static bool IsClosed(HttpResponseMessage answer, string method) =>
        answer.StatusCode == HttpStatusCode.Unauthorized
        || (
            method is "GET" or "HEAD"
            && answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther
            && SignIns.Contains(answer.Headers.Location!.OriginalString.Split('?')[0])
        );

    private static string Named(string name, string before) =>
        name switch
        {
            "desk" => GuardedDesk.Schools,
            "documentName" => "v1",
            _ => "1",
        };

    private static string Path(string template, string desk) => template.Replace("{0}", desk, StringComparison.Ordinal);

    // What names the request, and not what was asked for.
    private static string Plain(string text) => Trace().Replace(text, "");

    [GeneratedRegex("\"traceId\":\"[^\"]*\"")]
    private static partial Regex Trace();
}
