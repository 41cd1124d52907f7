using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Retention;
using Rung.Server.Commands.Report;
using Rung.Server.Desk;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Versions;
using Rung.Storage.Drafts;
using Xunit;

namespace Rung.Server.Tests.Retention;

/// <summary>What the guide in force keeps no longer ends, on its day and not before; what is held stays. ASVS 14.2.7</summary>
public sealed class RetentionTests
{
    private static readonly Actor Leader = new("Lea", "team-leader");

    // Kept to the end of 12 January 2032; in January midnight in London is midnight in UTC.
    [Fact]
    public async Task A_case_is_kept_to_the_end_of_the_day_six_years_after_it_was_closed()
    {
        await using var desk = await RetainingDesk.Open();
        desk.Desk.AdvanceTo("2032-01-12T23:59:59.999999Z");
        Assert.Equal((0, 0), await desk.Look(RetentionCategory.Cases));
        desk.Desk.AdvanceTo("2032-01-13T00:00:00Z");
        Assert.Equal((1, 0), await desk.Look(RetentionCategory.Cases));
    }

    [Fact]
    public async Task What_was_said_ends_and_what_is_counted_stays_the_same()
    {
        await using var desk = await RetainingDesk.Open();
        var before = await January(desk);
        desk.Desk.AdvanceTo("2032-01-13T02:00:00Z");

        await desk.Work();

        Assert.Equal((0, 0), await desk.Look(RetentionCategory.Cases));
        Assert.DoesNotContain(
            "canary",
            await desk.Page($"cases/{desk.Reference}") + await desk.Page("queue?view=closed"),
            StringComparison.OrdinalIgnoreCase
        );
        Assert.Empty((await desk.Database.Inbound.Content(desk.Mail))!);
        Assert.Equal(before, await January(desk));
        var page = await desk.Page("retention");
        Assert.Contains("Tue 13 Jan 2032", page, StringComparison.Ordinal);
        Assert.Contains("What is said on cases: 1", page, StringComparison.Ordinal);
        Assert.Contains("6 years, guide 2.0", page, StringComparison.Ordinal);
        Assert.Contains(desk.Reference.Text, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_under_a_legal_hold_stays_until_it_is_lifted()
    {
        await using var desk = await RetainingDesk.Open();
        var on = new UnderHold.OnCase(desk.Reference);
        await desk.Database.LegalHolds.Place(new LegalHold(RetainingDesk.Id, on, "A claim.", desk.Desk.Now, Leader));
        desk.Desk.AdvanceTo("2032-01-13T02:00:00Z");
        Assert.Equal((0, 1), await desk.Look(RetentionCategory.Cases));
        Assert.Equal((0, 1), await desk.Look(RetentionCategory.Mails));

        await desk.Work();

        Assert.NotEmpty((await desk.Database.Inbound.Content(desk.Mail))!);
        Assert.Contains("canary-subject", await desk.Page($"cases/{desk.Reference}"), StringComparison.Ordinal);
        var hold = Assert.Single(await desk.Database.LegalHolds.Of(RetainingDesk.Id, on));
        await desk.Database.LegalHolds.Lift(hold, new HoldLifted("It was settled.", desk.Desk.Now, Leader));
        Assert.Equal((1, 0), await desk.Look(RetentionCategory.Cases));
        desk.Desk.AdvanceTo("2032-01-14T02:00:00Z");
        await desk.Work();
        Assert.Equal((0, 0), await desk.Look(RetentionCategory.Cases));
        Assert.Empty((await desk.Database.Inbound.Content(desk.Mail))!);
    }

    // A year after the closing the mail goes, and what the customer said stays on the case.
    [Fact]
    public async Task A_mail_as_it_came_may_end_before_its_case()
    {
        await using var desk = await RetainingDesk.Open();
        desk.Desk.AdvanceTo("2027-01-12T23:59:59Z");
        Assert.Equal((0, 0), await desk.Look(RetentionCategory.Mails));
        desk.Desk.AdvanceTo("2027-01-13T02:00:00Z");
        Assert.Equal((1, 0), await desk.Look(RetentionCategory.Mails));

        await desk.Work();

        Assert.Equal((0, 0), await desk.Look(RetentionCategory.Mails));
        Assert.Empty((await desk.Database.Inbound.Content(desk.Mail))!);
        Assert.Contains("canary-mail", await desk.Page($"cases/{desk.Reference}"), StringComparison.Ordinal);
        Assert.Contains(
            "It is no longer kept as it came",
            await desk.Page($"mails/{desk.Mail}"),
            StringComparison.Ordinal
        );
    }

    // Left on 1 February 2026, kept to the end of 1 February 2027; the case that they reported was closed before that.
    [Fact]
    public async Task Somebody_who_left_is_erased_with_their_cases_when_their_own_time_is_up()
    {
        await using var desk = await RetainingDesk.Open();
        var customers = desk.Database.Customers;
        var ashgrove = (await customers.Find(RunningDesk.Customer))!;
        var left = ashgrove.Contacts.Select(one => one with { LeftOn = new LocalDate(2026, 2, 1) });
        await customers.Save(ashgrove with { Contacts = [.. left] });
        desk.Desk.AdvanceTo("2027-02-01T23:59:59Z");
        Assert.Equal((0, 0), await desk.Look(RetentionCategory.FormerContacts));
        desk.Desk.AdvanceTo("2027-02-02T02:00:00Z");
        Assert.Equal((1, 0), await desk.Look(RetentionCategory.FormerContacts));

        await desk.Work();

        Assert.DoesNotContain(
            (await customers.Find(RunningDesk.Customer))!.Contacts,
            one => one.Name == "Office manager"
        );
        Assert.DoesNotContain("canary", await desk.Page($"cases/{desk.Reference}"), StringComparison.OrdinalIgnoreCase);
        var page = await desk.Page("retention");
        Assert.Contains("People who left their organisation: 1", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Office manager", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_guide_in_force_does_not_name_is_kept_and_the_page_says_so()
    {
        await using var desk = await RetainingDesk.Open(WithoutRetention);
        // The shipped version keeps cases 6 years; the one that takes force on 11 January 2027 says nothing of it.
        desk.Desk.AdvanceTo("2126-01-13T02:00:00Z");

        await desk.Work();

        Assert.Contains("canary-subject", await desk.Page($"cases/{desk.Reference}"), StringComparison.Ordinal);
        var page = await desk.Page("retention");
        Assert.Contains("everything is kept without end", page, StringComparison.Ordinal);
        Assert.Contains("Nothing was ended yet", page, StringComparison.Ordinal);
    }

    // Drafts of both desks are kept a month: one of 12 January to the end of 12 February.
    [Fact]
    public async Task It_is_done_once_a_day_at_night_and_by_day_only_after_a_night_that_nobody_was_there()
    {
        await using var desk = await RetainingDesk.Open();
        desk.Desk.AdvanceTo("2026-02-20T12:00:00Z");
        await Draft(desk, "2026-01-12T10:00:00Z");
        await desk.Work();
        Assert.Null(await desk.Database.Drafts.Find(Key));

        await Draft(desk, "2026-01-12T10:00:00Z");
        await desk.Work();
        desk.Desk.AdvanceTo("2026-02-21T12:00:00Z");
        await desk.Work();
        Assert.NotNull(await desk.Database.Drafts.Find(Key));

        desk.Desk.AdvanceTo("2026-02-22T02:00:00Z");
        await desk.Work();
        Assert.Null(await desk.Database.Drafts.Find(Key));
    }

    [Fact]
    public async Task A_draft_about_a_case_that_is_held_stays()
    {
        await using var desk = await RetainingDesk.Open();
        var key = new DraftKey($"{desk.Reference}/note", "Lea");
        await desk.Database.Drafts.Save(new Draft(key, "words", desk.Desk.Now));
        var on = new UnderHold.OnCustomer(RunningDesk.Customer);
        await desk.Database.LegalHolds.Place(new LegalHold(RetainingDesk.Id, on, "A claim.", desk.Desk.Now, Leader));
        desk.Desk.AdvanceTo("2026-02-20T02:00:00Z");

        await desk.Work();

        Assert.NotNull(await desk.Database.Drafts.Find(key));
    }

    [Fact]
    public async Task ESS_93_Whoever_may_not_see_complaints_is_not_told_how_many_there_are()
    {
        await using var desk = await RetainingDesk.Open();
        Assert.DoesNotContain("What is said in complaints", await desk.Page("retention"), StringComparison.Ordinal);
        var handler = Uri.EscapeDataString("complaint-handler|Complaint Handler");
        desk.Desk.Client.DefaultRequestHeaders.Add("Cookie", $"rung-acting={handler}");
        Assert.Contains("What is said in complaints", await desk.Page("retention"), StringComparison.Ordinal);
    }

    private static readonly DraftKey Key = new("schools-desk/call", "Sam");

    private static Task Draft(RetainingDesk desk, string at) =>
        desk.Database.Drafts.Save(new Draft(Key, "words", RunningDesk.At(at)));

    private static async Task<string> January(RetainingDesk desk)
    {
        var reports = new MonthReports(desk.Database, desk.Desk.Services.GetRequiredService<DeskRegister>());
        var month = new YearMonth(2026, 1);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var asOf = RunningDesk.At("2026-02-01T00:00:00Z");
        new MonthTables(text, await reports.Of(desk.Guide, month, asOf), desk.Guide).Print();
        return text.ToString();
    }

    private static void WithoutRetention(string folder)
    {
        OwnGuides.Copy(folder);
        OwnGuides.Add(folder, text => Without(OwnGuides.Later(text)));
    }

    private static string Without(string text) =>
        text[..text.IndexOf("\nretention:", StringComparison.Ordinal)]
        + text[text.IndexOf("\nmaintenance:", StringComparison.Ordinal)..];
}
