using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Accounts;
using Rung.Server.Desk;
using Rung.Server.Tests.Api;
using Rung.Storage.Accounts;
using Rung.Storage.Heartbeats;
using Rung.Storage.Inbound;
using Xunit;

namespace Rung.Server.Tests.Accounts;

/// <summary>Every route of the running product, in every role, for what is theirs and what is not. S1, S8, S13.</summary>
public sealed partial class MatrixTests
{
    private const string Own = "smc";
    private const string Foreign = GuardedDesk.Schools;

    private const string NoSuchDesk = "zzz-desk";

    [Fact(
        DisplayName = "S1: in every role, every route but the published guide of a desk at which one has no role answers as for a desk that does not exist"
    )]
    public async Task No_route_knows_a_foreign_desk()
    {
        await using var desk = await GuardedDesk.OpenWithCases();
        var things = await Things.Of(desk, Foreign);
        foreach (var visitor in await Visitors(desk))
        {
            // That a desk has a portal is public: whoever is not signed in is asked to sign in there.
            var isNobody = visitor.FormToken.Length == 0;
            foreach (
                var route in Route
                    .All(desk)
                    .Where(one => one is { IsOfDesk: true, IsOpen: false } && !(one.IsOfContacts && isNobody))
            )
            {
                var foreign = await Ask(visitor, route, (name, before) => things.Value(name, before, Foreign));
                var none = await Ask(visitor, route, (name, before) => things.Value(name, before, NoSuchDesk));
                Assert.True(foreign == none, $"{visitor.Name}: {route}\n{foreign}\n{none}");
                Assert.True(IsRefusal(foreign.Status, visitor), $"{visitor.Name}: {route} {foreign.Status}");
            }
        }
    }

    [Fact(
        DisplayName = "S1: in every role, every route below one's own desk answers for another desk's case, customer or mail as for none"
    )]
    public async Task No_route_knows_a_foreign_object()
    {
        await using var desk = await GuardedDesk.OpenWithCases();
        var (things, nothing) = (await Things.Of(desk, Foreign), Things.None(desk, Foreign));
        var different = new List<string>();
        foreach (var visitor in await Visitors(desk))
        {
            foreach (var route in Route.All(desk).Where(one => one.IsOfObject))
            {
                different.AddRange(await Difference(visitor, route, (things, nothing), Own));
            }
        }
        Assert.True(different.Count == 0, string.Join("\n", different.Take(20)));
    }

    [Fact(
        DisplayName = "ESS-93, S1: to an agent of the desk every route answers for a complaint as for a case that does not exist"
    )]
    public async Task No_route_knows_a_complaint()
    {
        await using var desk = await GuardedDesk.OpenWithCases();
        var nothing = Things.None(desk, Foreign);
        var complaint = nothing with { Reference = await Complaint(desk) };
        await desk.Add("Alex Agent", new Right(Foreign, Actor.AgentRole));
        using var agent = await desk.SignIn("Alex Agent");
        var visitor = await Caller.Of("agent", agent);
        var different = new List<string>();
        foreach (var route in Route.All(desk).Where(one => one.Path.Contains("{reference}", StringComparison.Ordinal)))
        {
            different.AddRange(await Difference(visitor, route, (complaint, nothing), Foreign));
        }
        Assert.True(different.Count == 0, string.Join("\n", different));
    }

    // What this desk has none of by the names that are asked for, what needs more in its address, what leads on to another page, and the
    // file of a person, which is given to posts of a ladder.
    private static readonly string[] NotThere =
    [
        "/api/v1/{desk}/search",
        "/api/v1/{desk}/customers",
        "/api/v1/{desk}/drafts/{about}/",
        "/api/v1/{desk}/cases/{reference}/clocks/{target}/ledger",
        "/api/v1/{desk}/cases/{reference}/papers/{hash}",
        "/{desk}/calls/{reference}",
        "/{desk}/cases/{reference}/papers/{hash}",
        "/{desk}/mails/{id:long}/{action}",
        "/{desk}/mails/{id:long}/attachments/{number:int}",
        "/{desk}/mails/{id:long}/formatted",
        "/{desk}/versions/difference",
        "/{desk}/customers/{id}/contacts/{part}/kept.zip",
        "/{desk}/customers/{id}/sites/{part}",
        "/{desk}/customers/{id}/services/{part}",
        "/{desk}/calendar/{file}",
        "/{desk}",
        "/{desk}/cases/{reference}/{action}",
        "/{desk}/link/{token}",
        "/{desk}/link/{token}/anew",
    ];

    [Fact(DisplayName = "The same routes answer whoever has a role at the desk")]
    public async Task Own_objects_are_there()
    {
        await using var desk = await GuardedDesk.OpenWithCases();
        var things = await Things.Of(desk, Foreign);
        await desk.Add("Alex Agent", new Right(Foreign, Actor.AgentRole));
        using var agent = await desk.SignIn("Alex Agent");
        var visitor = await Caller.Of("agent", agent);
        var missing = new List<string>();
        foreach (var route in Route.All(desk).Where(one => one is { IsOfDesk: true, Method: "GET" } && IsOfAgents(one)))
        {
            var answer = await Ask(visitor, route, (name, before) => things.Value(name, before, Foreign));
            if (answer.Status != HttpStatusCode.OK)
            {
                missing.Add(route.Path);
            }
        }
        Assert.Equal(NotThere.Order(StringComparer.Ordinal), missing.Order(StringComparer.Ordinal));
    }

    // A program is at no page, and is sent where one signs in.
    private static bool IsRefusal(HttpStatusCode status, Caller caller) =>
        status == HttpStatusCode.NotFound
        || (caller.FormToken.Length == 0 && status is HttpStatusCode.Redirect or HttpStatusCode.Unauthorized);

    private static async Task<IEnumerable<string>> Difference(
        Caller visitor,
        Route route,
        (Things There, Things None) of,
        string desk
    )
    {
        var foreign = await Ask(visitor, route, (name, before) => of.There.Value(name, before, desk));
        var none = await Ask(visitor, route, (name, before) => of.None.Value(name, before, desk));
        foreign = foreign with { Text = of.There.Masked(foreign.Text) };
        none = none with { Text = of.None.Masked(none.Text) };
        return foreign == none ? [] : [$"{visitor.Name}: {route}\n{foreign}\n{none}"];
    }

    private static async Task<IReadOnlyList<Caller>> Visitors(GuardedDesk desk)
    {
        var all = new List<Caller>();
        desk.Service<DeskRegister>().TryGet(Own, out var guide);
        var posts = guide!.Roles.Where(role => role.Side == RoleSide.Provider).Select(role => role.Id).ToArray();
        Assert.Contains("duty-manager", posts);
        // Whoever holds all posts at once may do what any of them may.
        foreach (
            var roles in (string[][])
                [
                    [Actor.AgentRole],
                    [AccountRole.Auditor],
                    posts,
                ]
        )
        {
            var name = $"Some {roles[0]}";
            await desk.Add(name, [.. roles.Select(role => new Right(Own, role))]);
            all.Add(await Caller.Of(string.Join(" and ", roles), await desk.SignIn(name)));
        }
        var program = desk.Visit();
        var how = ("Tests", Duration.FromDays(1));
        var token = await desk.Service<AccountDesk>().MakeToken("Alarms", new Right(Own, Actor.AgentRole), how);
        program.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        all.Add(new Caller("program", program, ""));
        return all;
    }

    private static async Task<string> Complaint(GuardedDesk desk)
    {
        await desk.Add("Sam", new Right(Foreign, "complaint-handler"));
        using var handler = await desk.SignIn("Sam");
        var page = await handler.Page($"/{Foreign}/complaints");
        return InPage().Match(page).Groups[1].Value;
    }

    // Neither the stream, which does not end, nor what is for customers' people.
    private static bool IsOfAgents(Route route) =>
        !route.Path.EndsWith("/live", StringComparison.Ordinal)
        && !route.Path.StartsWith("/{desk}/portal", StringComparison.Ordinal);

    private static async Task<Answered> Ask(Caller caller, Route route, Func<string, string, string> value)
    {
        using var request = new HttpRequestMessage(new HttpMethod(route.Method), route.Filled(value));
        if (route.Method is not ("GET" or "HEAD"))
        {
            request.Headers.Add("RequestVerificationToken", caller.FormToken);
            request.Content = route.Path.StartsWith("/api", StringComparison.Ordinal)
                ? JsonContent.Create(new { })
                : new FormUrlEncodedContent([KeyValuePair.Create("text", "Anything")]);
        }
        using var answer = await caller.Visitor.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await Visitor.Text(answer);
        return new Answered(
            answer.StatusCode,
            $"{answer.Content.Headers.ContentType}",
            Trace().Replace(text, "").Replace(Foreign, "DESK").Replace(NoSuchDesk, "DESK")
        );
    }

    [GeneratedRegex("\"traceId\":\"[^\"]*\"")]
    private static partial Regex Trace();

    [GeneratedRegex("/cases/([A-Z0-9-]+)")]
    private static partial Regex InPage();

    private sealed record Answered(HttpStatusCode Status, string Type, string Text);

    private sealed record Caller(string Name, Visitor Visitor, string FormToken)
    {
        public static async Task<Caller> Of(string name, Visitor visitor) =>
            new(name, visitor, Visitor.TokenIn(await visitor.Page("/account")));
    }

    /// <summary>One of each sort of thing that an address can name.</summary>
    private sealed record Things(string Reference, string Customer, string Contact, long Mail, long Outgoing)
    {
        public required string Article { get; init; }

        /// <summary>Such as this desk has.</summary>
        public static async Task<Things> Of(GuardedDesk desk, string id)
        {
            await RunningDesk.Until(async () => (await Mails(desk, id)).Count > 0, "a mail of the demo waits");
            var mail = (await Mails(desk, id))[0];
            foreach (var one in await desk.Database.Cases.PageOf(id, 0, 200))
            {
                var logged = (CaseLogged)one.Events[0];
                var sent = await desk.Database.Outbox.OfCase(one.Id);
                if (
                    sent.Count > 0
                    && await desk.Database.Customers.Find(logged.Reporter.CustomerId ?? "") is { } customer
                )
                {
                    var contact = customer.Contacts[0].Id;
                    var things = new Things(logged.Reference.Text, customer.Id, contact, mail.Id, sent[0].Id)
                    {
                        Article = (await desk.Database.Articles.All(id))[0].Article.Id,
                    };
                    await desk.Database.Heartbeats.Register(Beating(id, things));
                    return things;
                }
            }
            throw new InvalidOperationException("No case of the demo has written to its customer.");
        }

        private string Heartbeat => $"{Customer}-heart";

        private static Heartbeat Beating(string desk, Things things) =>
            new(desk, things.Heartbeat)
            {
                Name = "A monitor",
                CustomerId = things.Customer,
                Kind = "fault",
                Every = Duration.FromDays(30),
                ChangedAt = Instant.FromUtc(2026, 12, 24, 15, 0),
                ChangedBy = Actor.Desk,
            };

        /// <summary>Such as no desk has, with references as this desk writes them.</summary>
        public static Things None(GuardedDesk desk, string id)
        {
            desk.Service<DeskRegister>().TryGet(id, out var guide);
            var reference = CaseReference.FromNumber(guide!.Desk.ReferencePrefix, 900_000_000);
            return new Things(reference.Text, "zzz-customer", "zzz-contact", 900_000_001, 900_000_002)
            {
                Article = "zzz-article",
            };
        }

        public string Value(string name, string before, string desk) =>
            (name, before) switch
            {
                ("desk", _) => desk,
                ("reference" or "about", _) => Reference,
                ("id", "customers") => Customer,
                ("id", "heartbeats") => Heartbeat,
                ("id", "outgoing") => $"{Outgoing}",
                ("id", "help") or ("article", _) => Article,
                ("number", "versions") => "1",
                ("id", _) => $"{Mail}",
                ("part", _) => Contact,
                ("action", _) => "note",
                ("hash", _) => new string('0', 64),
                _ => "0",
            };

        /// <summary>Without what the request itself named; a small number only where it names.</summary>
        public string Masked(string text)
        {
            string[] named =
            [
                Regex.Escape(Reference),
                Regex.Escape(Customer),
                Regex.Escape(Contact),
                Regex.Escape(Article),
            ];
            var numbers = $"(?<=mails/|intake/|outgoing/)({Mail}|{Outgoing})";
            return Regex.Replace(text, $@"\b({string.Join('|', named)})\b|{numbers}\b", "NAMED");
        }

        private static Task<IReadOnlyList<InboundMail>> Mails(GuardedDesk desk, string id) =>
            desk.Database.Inbound.Of(id, InboundState.Unlogged, 1);
    }
}
