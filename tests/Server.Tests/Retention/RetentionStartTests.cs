using System.Net;
using System.Text.RegularExpressions;
using Rung.Core.Cases;
using Rung.Core.Retention;
using Rung.Server.Tests.Accounts;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Versions;
using Rung.Storage.Accounts;
using Rung.Storage.Drafts;
using Xunit;

namespace Rung.Server.Tests.Retention;

/// <summary>Nothing ends by itself until somebody has seen what would, and has begun it by these very rules. ASVS 14.2.7</summary>
public sealed partial class RetentionStartTests
{
    private const string Address = "/schools-desk/retention";
    private const string Manager = "service-desk-manager|Service Desk Manager";
    private const string Rules =
        "Cases 6 years, Complaints 6 years, Mails 1 year, Attachments 1 year, LeftAloneMails 3 months, FormerContacts 1 year, Drafts 1 month, AuditTrail 2 years";

    // Its case is kept to the end of 12 January 2032, its mail to that of 2027.
    [Fact]
    public async Task Nothing_ends_before_it_is_begun_and_then_from_the_coming_night_on()
    {
        await using var desk = await RetainingDesk.OpenUnbegun();
        desk.Desk.AdvanceTo("2032-01-13T02:00:00Z");
        await desk.Work();
        Assert.Equal((1, 0), await desk.Look(RetentionCategory.Cases));
        Act(desk, Manager);
        Assert.Contains("Nothing ends by itself yet", await desk.Page("retention"), StringComparison.Ordinal);

        var form = await PageForm.Of(desk.Desk, Address, "retention-begin");
        Assert.Contains("I have seen what would end now: 2<", form.Html, StringComparison.Ordinal);
        var page = await form.Send(("seen", Seen(form.Html)));

        Assert.Contains("Begun <bdi>today 02:00 by Service Desk Manager</bdi>", page, StringComparison.Ordinal);
        await desk.Work();
        Assert.Equal((1, 0), await desk.Look(RetentionCategory.Cases));
        desk.Desk.AdvanceTo("2032-01-14T02:00:00Z");
        await desk.Work();
        Assert.Equal((0, 0), await desk.Look(RetentionCategory.Cases));
        Assert.Empty((await desk.Database.Inbound.Content(desk.Mail))!);
    }

    [Fact]
    public async Task What_was_not_seen_is_not_begun()
    {
        await using var desk = await RetainingDesk.OpenUnbegun();
        desk.Desk.AdvanceTo("2032-01-12T12:00:00Z");
        Act(desk, Manager);
        var form = await PageForm.Of(desk.Desk, Address, "retention-begin");
        Assert.Equal($"1 by {Rules}", Seen(form.Html));

        var page = await form.Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, form.Status);
        Assert.Contains("Say that you have seen what would end", page, StringComparison.Ordinal);
        // The case is one more.
        desk.Desk.AdvanceTo("2032-01-13T00:00:00Z");
        await form.Send(("seen", Seen(form.Html)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, form.Status);

        Assert.False(await desk.Starts.IsBegun(desk.Guide));
    }

    // A mail is kept a year by both versions; the later, of 11 January 2027, keeps cases 5 years.
    [Fact]
    public async Task Other_times_wait_for_somebody_again()
    {
        await using var desk = await RetainingDesk.Open(folder =>
        {
            OwnGuides.Copy(folder);
            OwnGuides.Add(
                folder,
                text =>
                    OwnGuides.Later(text).Replace("\n  cases: 6 years", "\n  cases: 5 years", StringComparison.Ordinal)
            );
        });
        desk.Desk.AdvanceTo("2027-01-13T02:00:00Z");
        await desk.Work();
        Assert.Equal((1, 0), await desk.Look(RetentionCategory.Mails));
        Act(desk, Manager);
        Assert.Contains("had other times when it was begun", await desk.Page("retention"), StringComparison.Ordinal);

        var form = await PageForm.Of(desk.Desk, Address, "retention-begin");
        await form.Send(("seen", Seen(form.Html)));

        desk.Desk.AdvanceTo("2027-01-14T02:00:00Z");
        await desk.Work();
        Assert.Equal((0, 0), await desk.Look(RetentionCategory.Mails));
    }

    [Fact]
    public async Task What_is_stopped_ends_no_more()
    {
        await using var desk = await RetainingDesk.Open();
        Act(desk, Manager);

        var page = await (await PageForm.Of(desk.Desk, Address, "retention-stop")).Send();

        Assert.Contains("Nothing ends by itself yet", page, StringComparison.Ordinal);
        desk.Desk.AdvanceTo("2032-01-13T02:00:00Z");
        await desk.Work();
        Assert.Equal((1, 0), await desk.Look(RetentionCategory.Cases));
    }

    [Fact]
    public async Task Stopped_in_the_middle_of_a_night_the_next_things_stay()
    {
        await using var desk = await RetainingDesk.Open();
        await Draft(desk);
        desk.Desk.AdvanceTo("2032-01-13T02:00:00Z");

        await desk.Work(() => desk.Starts.Stop(desk.Guide));

        Assert.Equal((0, 0), await desk.Look(RetentionCategory.Cases));
        Assert.NotNull(await desk.Database.Drafts.Find(Key));
    }

    // Kept a month by both desks: of 12 January to the end of 12 February.
    [Fact]
    public async Task What_is_one_for_all_desks_waits_for_each_of_them()
    {
        await using var desk = await RetainingDesk.Open();
        await Draft(desk);
        var other = desk.GuideOf("smc");
        await desk.Starts.Stop(other);
        desk.Desk.AdvanceTo("2026-02-20T02:00:00Z");
        await desk.Work();
        Assert.NotNull(await desk.Database.Drafts.Find(Key));
        Assert.Contains("once every desk has begun", await desk.Page("retention"), StringComparison.Ordinal);

        await desk.Starts.Begin(other, Actor.Desk, desk.Desk.Now);

        desk.Desk.AdvanceTo("2026-02-21T02:00:00Z");
        await desk.Work();
        Assert.Null(await desk.Database.Drafts.Find(Key));
    }

    // The first has neither; the second holds, and sees no complaints; the third sees them, and holds nothing.
    [Theory]
    [InlineData("agent|Agent")]
    [InlineData("team-leader|Service Desk Team Leader")]
    [InlineData("complaint-handler|Complaint Handler")]
    public async Task Who_may_not_both_hold_and_see_begins_and_stops_nothing(string who)
    {
        await using var desk = await RetainingDesk.OpenUnbegun();
        Act(desk, Manager);
        var begin = await PageForm.Of(desk.Desk, Address, "retention-begin");
        Act(desk, who);
        Assert.DoesNotContain("retention-begin", await desk.Page("retention"), StringComparison.Ordinal);
        await begin.Send(("seen", Seen(begin.Html)));
        Assert.Equal(HttpStatusCode.Forbidden, begin.Status);
        Assert.False(await desk.Starts.IsBegun(desk.Guide));

        await desk.Starts.Begin(desk.Guide, Actor.Desk, desk.Desk.Now);
        Act(desk, Manager);
        var stop = await PageForm.Of(desk.Desk, Address, "retention-stop");
        Act(desk, who);
        Assert.DoesNotContain("retention-stop", await desk.Page("retention"), StringComparison.Ordinal);
        await stop.Send();
        Assert.Equal(HttpStatusCode.Forbidden, stop.Status);
        Assert.True(await desk.Starts.IsBegun(desk.Guide));
    }

    [Fact]
    public async Task The_audit_trail_has_who_began_it_by_which_rules_and_who_stopped_it()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add("Mo Manager", new Right(GuardedDesk.Schools, "service-desk-manager"));
        using var manager = await desk.SignIn("Mo Manager");
        var seen = Seen(await manager.Page(Address));

        using var begun = await manager.Send(Address, $"{Address}/begin", ("seen", seen));
        using var stopped = await manager.Send(Address, $"{Address}/stop");
        using var again = await manager.Send(Address, $"{Address}/stop");

        var trail = (await desk.Database.Audit.Page(0, 100)).Where(kept =>
            kept.Entry.About.StartsWith(Address, StringComparison.Ordinal)
        );
        Assert.Equal(
            [("Mo Manager", "changed", $"{Address}/begin {seen}"), ("Mo Manager", "changed", $"{Address}/stop")],
            trail.Select(kept => (kept.Entry.Who, kept.Entry.What, kept.Entry.About))
        );
    }

    private static readonly DraftKey Key = new("schools-desk/call", "Sam");

    private static Task Draft(RetainingDesk desk) =>
        desk.Database.Drafts.Save(new Draft(Key, "words", RunningDesk.At("2026-01-12T10:00:00Z")));

    private static string Seen(string html) => SeenBox().Match(html).Groups[1].Value;

    private static void Act(RetainingDesk desk, string who)
    {
        desk.Desk.Client.DefaultRequestHeaders.Remove("Cookie");
        desk.Desk.Client.DefaultRequestHeaders.Add("Cookie", $"rung-acting={Uri.EscapeDataString(who)}");
    }

    [GeneratedRegex("name=\"seen\" value=\"([^\"]*)\"")]
    private static partial Regex SeenBox();
}
