using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Rung.Core.Cases;
using Rung.Core.Retention;
using Rung.Server.Erasures;
using Rung.Server.Tests.Api;
using Rung.Storage.Erasures;
using Rung.Storage.Outbox;
using Xunit;

namespace Rung.Server.Tests.Erasures;

/// <summary>S72: of somebody who was erased nothing is found, in whatever place it was; on both databases.</summary>
public sealed class PersonEraserTests
{
    private const string Erase =
        $"/schools-desk/customers/{RunningDesk.Customer}/contacts/{ErasableDesk.Contact}/erase";
    private const string Manager = "service-desk-manager|Service Desk Manager";

    [Theory]
    [InlineData(OnDatabase.Sqlite)]
    [InlineData(OnDatabase.Postgres)]
    public async Task No_canary_is_left_in_all_that_the_database_has_on_disk(OnDatabase kind)
    {
        await using var desk = await ErasableDesk.Open(kind);
        Assert.NotEmpty(await desk.Found());

        var done = Assert.IsType<PersonErased.Done>(await Eraser(desk).Erase(await desk.Subject(), Wanted));

        Assert.Empty(await desk.Found());
        Assert.Equal((3, 1, 1), (done.Counts.Cases, done.Counts.Mails, done.Counts.Papers));
        Assert.Equal(0, await desk.Hits("canary"));
        // What others said stays, and the others are on file.
        Assert.Contains(
            "of-another",
            await Page(desk, $"/schools-desk/cases/{desk.OfAnother.Text}"),
            StringComparison.Ordinal
        );
        var customer = (await desk.Database.Customers.Find(RunningDesk.Customer))!;
        Assert.Equal(["office", "network"], customer.Contacts.Select(one => one.Id));
        Assert.Empty(await desk.Database.Customers.Search("schools-desk", "960777", 9));
        // That to sign in was on its way, and is not sent.
        var sent = (await desk.Database.Outbox.Find(await desk.LastQueued()))!;
        Assert.Equal((MessageState.Withdrawn, "", null), (sent.State, sent.Message.To, sent.Message.Sealed));
        var noted = await desk.Database.Erasures.Of("schools-desk", 9);
        Assert.Equal([ErasureKind.Person, ErasureKind.Case, ErasureKind.Case], noted.Select(one => one.Kind));
        Assert.Equal((3, Wanted.Why), (noted[0].Counts.Cases, noted[0].Why));
        // What is stored is what its events say.
        Assert.Equal("", await desk.Verified());
    }

    [Fact]
    public async Task Whoever_was_broken_off_half_way_goes_on()
    {
        await using var desk = await ErasableDesk.Open(OnDatabase.Sqlite);
        var subject = await desk.Subject();
        await desk
            .Desk.Services.GetRequiredService<CaseEraser>()
            .Erase(desk.Own, Wanted with { Person = subject.Person });

        await Eraser(desk).Erase(subject, Wanted);

        Assert.Empty(await desk.Found());
        Assert.IsType<PersonErased.NothingLeft>(await Eraser(desk).Erase(subject, Wanted));
        Assert.Equal(3, (await desk.Database.Erasures.Of("schools-desk", 9)).Count);
    }

    [Fact]
    public async Task An_open_case_a_mail_that_waits_and_a_legal_hold_stand_in_the_way_and_nothing_is_touched()
    {
        await using var desk = await ErasableDesk.Open(OnDatabase.Sqlite);
        var subject = await desk.Subject();
        var open = CaseReference.FromStored(
            (await desk.Agent.Log(ErasableDesk.Report(ErasableDesk.Name, "canary-open"))).Reference
        );
        await desk.Mail("Something new", "canary-new");
        await desk.Database.LegalHolds.Place(
            new LegalHold("schools-desk", new UnderHold.OnCase(desk.OfAnother), "An inquiry.", desk.Desk.Now, Wanted.By)
        );

        var refused = Assert.IsType<PersonErased.Refused>(await Eraser(desk).Erase(subject, Wanted));

        Assert.Equal(
            [
                $"Case {open.Text} is open: close it first.",
                "Mail from them waits for somebody of the desk: log it, or leave it alone, first.",
                $"Case {desk.OfAnother.Text} is under a legal hold: it has to be lifted first.",
            ],
            refused.Why.OrderBy(one => one.Contains("hold", StringComparison.Ordinal)).ThenBy(one => one.Length)
        );
        Assert.Empty(await desk.Database.Erasures.Of("schools-desk", 9));
        Assert.Equal(3, await desk.Hits("canary"));
    }

    // An office reads one mailbox: what came from there is not only theirs.
    [Fact]
    public async Task Mail_by_an_address_that_another_has_as_well_stays()
    {
        await using var desk = await ErasableDesk.Open(OnDatabase.Sqlite);
        var customer = (await desk.Database.Customers.Find(RunningDesk.Customer))!;
        await desk.Database.Customers.Save(
            customer with
            {
                Contacts =
                [
                    .. customer.Contacts.Select(one =>
                        one.Id == "network" ? one with { Email = ErasableDesk.Email } : one
                    ),
                ],
            }
        );

        var look = await Eraser(desk).Look(await desk.Subject());

        Assert.Equal(("Network manager", null, 0), (look.SharedWith, look.Person.Email, look.Mails));
    }

    [Fact]
    public async Task The_page_says_what_goes_asks_why_and_does_it_once()
    {
        await using var desk = await ErasableDesk.Open(OnDatabase.Sqlite);
        // An agent is told who does it, and cannot.
        Assert.Contains("ask one of them", await Page(desk, Erase), StringComparison.Ordinal);
        Act(desk, Manager);
        var page = await Page(desk, Erase);
        Assert.Contains(desk.Own.Text, page, StringComparison.Ordinal);
        Assert.Contains(desk.OfAnother.Text, page, StringComparison.Ordinal);
        var form = await PageForm.Of(desk.Desk, Erase, "erase");

        Act(desk, "agent|Agent");
        await form.Send(("reason", "They asked."));
        Assert.Equal(HttpStatusCode.Forbidden, form.Status);
        Act(desk, Manager);
        Assert.Contains("Say why, in a sentence", await form.Send(("reason", " ")), StringComparison.Ordinal);
        Assert.Contains(
            "say it without their name",
            await form.Send(("reason", $"{ErasableDesk.Name} asked")),
            StringComparison.Ordinal
        );
        Assert.NotEmpty(await desk.Found());
        var after = await form.Send(("reason", "They asked on 14 December."));

        Assert.Contains("nothing is left of them", after, StringComparison.Ordinal);
        Assert.Contains("They asked on 14 December.", after, StringComparison.Ordinal);
        Assert.Empty(await desk.Found());
        using var gone = await desk.Desk.Client.GetAsync(
            new Uri(Erase, UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    private static void Act(ErasableDesk desk, string post)
    {
        desk.Desk.Client.DefaultRequestHeaders.Remove("Cookie");
        desk.Desk.Client.DefaultRequestHeaders.Add("Cookie", $"rung-acting={Uri.EscapeDataString(post)}");
    }

    private static WantedErasure Wanted { get; } =
        new(new Actor("Service Desk Manager", "service-desk-manager"), "They asked for it.", null);

    private static PersonEraser Eraser(ErasableDesk desk) => desk.Desk.Services.GetRequiredService<PersonEraser>();

    private static Task<string> Page(ErasableDesk desk, string path) =>
        desk.Desk.Client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
}
