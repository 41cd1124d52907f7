using System.Net;
using System.Text.RegularExpressions;
using NodaTime;
using Rung.Core.Cases;
using Rung.Server.Accounts;
using Rung.Storage.Accounts;
using Rung.Storage.Audit;
using Xunit;

namespace Rung.Server.Tests.Accounts;

/// <summary>The audit trail is read by those whose role says so, each their part of it, and that is itself in it. S69</summary>
public sealed partial class AuditPageTests
{
    private const string Auditor = "Kim Reads";
    private static readonly string[] Pages = ["/audit", "/audit/verify", "/audit/export"];

    [Fact(
        DisplayName = "S69: whoever is neither administrator nor auditor is told that there is no audit trail, and the attempt is in it"
    )]
    public async Task Is_nothing_to_others()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add("Alex Agent", new Right("*", Actor.AgentRole), new Right("schools-desk", "service-manager"));
        using var visitor = await desk.SignIn("Alex Agent");
        var nowhere = await Visitor.Text(await visitor.Get("/nowhere-at-all"));
        foreach (var page in Pages)
        {
            using var answer = await visitor.Get(page);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Equal(nowhere, await Visitor.Text(answer));
        }
        Assert.DoesNotContain("/audit", await visitor.Page("/account"), StringComparison.Ordinal);
        var refused = await desk.Database.Audit.Find(new AuditQuery(9) { What = "refused" });
        Assert.Equal(["/audit/export", "/audit/verify", "/audit"], refused.Select(kept => kept.Entry.About));
    }

    [Fact(
        DisplayName = "S69: an auditor reads what was done at their desk, one of every desk everything, an administrator what is about accounts"
    )]
    public async Task Each_reads_their_part()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add(Auditor, new Right("smc", AccountRole.Auditor));
        await desk.Add("Robin Reads", new Right("*", AccountRole.Auditor));
        foreach (
            var about in (string[])["/smc/customers/a", "/api/v1/smc/queue", "/schools-desk/customers/b", "/accounts/x"]
        )
        {
            await desk.Database.Audit.Add(new AuditEntry(desk.Now, "Alex Agent", "192.0.2.7", "changed", about));
        }
        using var ofDesk = await desk.SignIn(Auditor);
        using var ofAll = await desk.SignIn("Robin Reads");
        using var administrator = await desk.SignIn(GuardedDesk.Administrator);

        Assert.Equal(["/api/v1/smc/queue", "/smc/customers/a"], Abouts(await ofDesk.Page("/audit?what=changed")));
        // What they may not read cannot be asked for either.
        Assert.Equal(
            ["/api/v1/smc/queue", "/smc/customers/a"],
            Abouts(await ofDesk.Page("/audit?what=changed&where=schools-desk"))
        );
        Assert.Empty(Abouts(await ofDesk.Page("/audit?about=/schools-desk")));
        Assert.Equal(["/accounts/x"], Abouts(await administrator.Page("/audit?what=changed")));
        Assert.Equal(
            ["/accounts/x", "/schools-desk/customers/b", "/api/v1/smc/queue", "/smc/customers/a"],
            Abouts(await ofAll.Page("/audit?what=changed"))
        );
        Assert.Equal(["/schools-desk/customers/b"], Abouts(await ofAll.Page("/audit?what=changed&where=schools-desk")));
        Assert.Contains("href=\"/audit\"", await ofDesk.Page("/smc/queue"), StringComparison.Ordinal);
    }

    [Fact(DisplayName = "S69: entries are found by who, what, about what and on which days of the desk's zone")]
    public async Task Finds()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add(Auditor, new Right("smc", AccountRole.Auditor));
        using var auditor = await desk.SignIn(Auditor);
        // In summer a day of London begins at 23:00 of the day before in UTC.
        (Instant At, string Who, string About)[] all =
        [
            (Instant.FromUtc(2026, 5, 3, 22, 59), "Alex Agent", "/smc/customers/1"),
            (Instant.FromUtc(2026, 5, 3, 23, 0), "Alex Agent", "/smc/customers/2"),
            (Instant.FromUtc(2026, 5, 4, 22, 59), "<b>Bob</b>", "/smc/customers/3"),
            (Instant.FromUtc(2026, 5, 4, 23, 0), "Alex Agent", "/smc/customers/4"),
        ];
        foreach (var (at, who, about) in all)
        {
            await desk.Database.Audit.Add(new AuditEntry(at, who, "", "read", about));
        }
        Assert.Equal(
            ["/smc/customers/3", "/smc/customers/2"],
            Abouts(await auditor.Page("/audit?from=2026-05-04&to=2026-05-04"))
        );
        Assert.Equal(["/smc/customers/3"], Abouts(await auditor.Page("/audit?who=%3Cb%3EBob%3C/b%3E")));
        Assert.Equal(["/smc/customers/2"], Abouts(await auditor.Page("/audit?about=/smc/customers/2")));
        Assert.Contains(
            "There is no such entry.",
            await auditor.Page("/audit?what=exported"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "<time datetime=\"2026-05-04T22:59:00Z\">Mon 4 May 2026, 23:59:00</time>",
            await auditor.Page("/audit"),
            StringComparison.Ordinal
        );
        foreach (var wrong in (string[])["from=yesterday", "to=2026-02-30", "what=anything-else"])
        {
            using var answer = await auditor.Get($"/audit?{wrong}");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Empty(Abouts(await Visitor.Text(answer)));
        }
        using var odd = await auditor.Get("/audit?who=%ED%A0%80%00&about=%F0%9F&before=x");
        Assert.Equal(HttpStatusCode.OK, odd.StatusCode);
    }

    [Fact(DisplayName = "S69: the pages go on from the last entry, and nothing is there twice or left out")]
    public async Task Goes_on()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add(Auditor, new Right("smc", AccountRole.Auditor));
        using var auditor = await desk.SignIn(Auditor);
        for (var number = 1; number <= 120; number++)
        {
            await desk.Database.Audit.Add(
                new AuditEntry(desk.Now, "Alex Agent", "", "read", $"/smc/customers/{number}")
            );
        }
        var (next, all) = ("/audit?who=Alex+Agent", new List<string>());
        for (var pages = 1; next.Length > 0; pages++)
        {
            Assert.True(pages <= 3);
            var page = await auditor.Page(next);
            all.AddRange(Abouts(page));
            next = Older().Match(page).Groups[1].Value;
        }
        Assert.Equal(Enumerable.Range(1, 120).Reverse().Select(number => $"/smc/customers/{number}"), all);
    }

    [Fact(DisplayName = "S69: looking at the audit trail, exporting and verifying it is itself in it")]
    public async Task Is_itself_in_it()
    {
        await using var desk = await GuardedDesk.Open();
        using var administrator = await desk.SignIn(GuardedDesk.Administrator);
        await administrator.Page("/audit");
        await administrator.Page("/audit?who=somebody");
        await administrator.Page("/audit/export");
        await administrator.Page("/audit/verify");
        await administrator.Page("/account");
        Assert.Equal(
            [
                ("signed in", "/sign-in"),
                ("read", "/audit Accounts and signing in"),
                ("exported", "/audit/export Accounts and signing in"),
                ("read", "/audit/verify"),
            ],
            (await desk.Database.Audit.Page(0, 100)).Select(kept => (kept.Entry.What, kept.Entry.About))
        );
    }

    [Fact(DisplayName = "S40, S69: the sheet has what was asked for, oldest last, and no cell is a formula")]
    public async Task Exports()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add(Auditor, new Right("smc", AccountRole.Auditor));
        using var auditor = await desk.SignIn(Auditor);
        await desk.Database.Audit.Add(new AuditEntry(desk.Now, "=1+1", "192.0.2.7", "read", "/smc/customers/1"));
        await desk.Database.Audit.Add(new AuditEntry(desk.Now, "Alex \"A\" Agent", "", "read", "/smc/customers/2"));
        await desk.Database.Audit.Add(new AuditEntry(desk.Now, "Alex", "", "read", "/schools-desk/customers/2"));
        var hashes = (await desk.Database.Audit.Page(0, 9)).ToDictionary(kept => kept.Number, kept => kept.Hash);

        using var answer = await auditor.Get("/audit/export?what=read");
        Assert.Equal("text/csv; charset=utf-8", $"{answer.Content.Headers.ContentType}");
        Assert.Equal(
            [
                "number,at,who,from,what,about,hash",
                $"3,2026-05-04T09:00:00Z,\"Alex \"\"A\"\" Agent\",,read,/smc/customers/2,{hashes[3]}",
                $"2,2026-05-04T09:00:00Z,\"'=1+1\",192.0.2.7,read,/smc/customers/1,{hashes[2]}",
            ],
            (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.TrimEnd('\r'))
        );
        using var wrong = await auditor.Get("/audit/export?from=never");
        Assert.Equal("/audit?from=never", $"{wrong.Headers.Location}");
    }

    [Fact(DisplayName = "S69: the page shows the head to be noted, and what ended")]
    public async Task Verifies()
    {
        await using var desk = await GuardedDesk.Open();
        using var administrator = await desk.SignIn(GuardedDesk.Administrator);
        var head = await desk.Database.Audit.Head();
        var page = await administrator.Page("/audit/verify");
        Assert.Contains($"<code>{head}</code>", page, StringComparison.Ordinal);
        Assert.Contains(
            "Every entry fits",
            await administrator.Page($"/audit/verify?head={head}"),
            StringComparison.Ordinal
        );
        using var wrong = await administrator.Get("/audit/verify?head=yesterday");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);

        var ending = new AuditEnding("the desk", "audit trail, 4 years", Instant.FromUtc(2030, 5, 4, 8, 0));
        await desk.Database.Audit.EndBefore(desk.Now + Duration.FromSeconds(1), ending, 2);
        Assert.Contains(
            "Entries up to 2 ended 2030-05-04T08:00:00Z (audit trail, 4 years).",
            await administrator.Page("/audit/verify"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Entry 1, which was noted, has ended since",
            await administrator.Page($"/audit/verify?head={head with { Number = 1 }}"),
            StringComparison.Ordinal
        );
    }

    [Fact(
        DisplayName = "ESS-93, S1, S69: what was done to a complaint is in the audit trail of nobody for whom it does not exist"
    )]
    public async Task Knows_no_complaint()
    {
        await using var desk = await GuardedDesk.OpenWithCases();
        await desk.Add(
            "Sam",
            new Right("schools-desk", "complaint-handler"),
            new Right("schools-desk", AccountRole.Auditor)
        );
        await desk.Add(Auditor, new Right("schools-desk", AccountRole.Auditor));
        using var handler = await desk.SignIn("Sam");
        var complaint = InPage().Match(await handler.Page("/schools-desk/complaints")).Groups[1].Value;
        var ofCase = InPage().Match(await handler.Page("/schools-desk/queue")).Groups[1].Value;
        string[] abouts =
        [
            $"/schools-desk/cases/{complaint}",
            $"/schools-desk/calls/{complaint}",
            $"/api/v1/schools-desk/cases/{complaint.ToLowerInvariant()}/events",
            $"/schools-desk/portal/cases/{complaint}",
            $"/schools-desk/cases/{ofCase}",
        ];
        foreach (var about in abouts)
        {
            await desk.Database.Audit.Add(new AuditEntry(desk.Now, "Alex Agent", "", "changed", about));
        }
        using var auditor = await desk.SignIn(Auditor);
        Assert.Equal([abouts[4]], Abouts(await auditor.Page("/audit?who=Alex+Agent")));
        Assert.DoesNotContain(complaint, await auditor.Page("/audit/export"), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(abouts.Reverse(), Abouts(await handler.Page("/audit?who=Alex+Agent")));
    }

    private static IEnumerable<string> Abouts(string page) =>
        About().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value));

    [GeneratedRegex("All that was done to </span><bdi>([^<]*)</bdi>")]
    private static partial Regex About();

    [GeneratedRegex("<a class=\"button\" href=\"([^\"]*)\" rel=\"next\">")]
    private static partial Regex Older();

    [GeneratedRegex("/cases/([A-Z0-9-]+)")]
    private static partial Regex InPage();
}
