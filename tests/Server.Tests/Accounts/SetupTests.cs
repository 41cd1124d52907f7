using System.Net;
using System.Text;
using NodaTime;
using Rung.Core.Cases;
using Rung.Server.Accounts;
using Rung.Server.Hosting;
using Rung.Storage.Accounts;
using Xunit;

namespace Rung.Server.Tests.Accounts;

/// <summary>The first hour of an operator: what is to do, told by how the installation stands.</summary>
public sealed class SetupTests
{
    private static readonly string Shipped = File.ReadAllText(GuideFiles.Shipped()[0]);

    [Fact]
    public async Task The_first_administrator_comes_to_it_and_a_new_installation_has_done_two_steps()
    {
        await using var desk = await GuardedDesk.OpenEmpty();
        using var visitor = desk.Visit();
        using var made = await visitor.Send(
            "/first-run",
            "/first-run",
            ("token", (await desk.Service<FirstRun>().Begin())!),
            ("name", "Robin Field"),
            ("email", "robin@desk.example.org"),
            ("password", GuardedDesk.Password)
        );
        Assert.Equal("/setup", made.Headers.Location!.ToString());

        var page = await visitor.Page("/setup");
        // The administrator is there, and the holidays of both guides are known beyond 2026.
        Assert.Contains("2 of 9 steps are done.", page, StringComparison.Ordinal);
        Assert.Contains("Robin Field alone administers this installation.", page, StringComparison.Ordinal);
        Assert.Contains("No mail server is named", page, StringComparison.Ordinal);
        Assert.Contains("Schools service desk has no customer on file.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_does_not_administer_finds_no_such_page()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add("Alex Agent", new Right(Right.EveryDesk, Actor.AgentRole));
        using var agent = await desk.SignIn("Alex Agent");

        using var page = await agent.Get("/setup");
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        using var sent = await agent.SendBare("/setup/trial", ("desk", GuardedDesk.Schools));
        Assert.True((int)sent.StatusCode is 400 or 404);
        Assert.Null(await desk.Database.Customers.Find(GuardedDesk.Schools, "trial-customer-schools-desk"));
    }

    [Fact]
    public async Task The_trial_customer_is_made_once_with_whoever_sets_up_as_its_contact()
    {
        await using var desk = await GuardedDesk.Open();
        using var admin = await desk.SignIn(GuardedDesk.Administrator);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var sent = await admin.Send("/setup", "/setup/trial", ("desk", GuardedDesk.Schools));
            Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        }
        var customer = await desk.Database.Customers.Find(GuardedDesk.Schools, "trial-customer-schools-desk");
        var contact = Assert.Single(customer!.Contacts);
        Assert.Equal(("Morgan Admin", "morgan.admin@desk.example.org"), (contact.Name, contact.Email));
        using var wrong = await admin.Send("/setup", "/setup/trial", ("desk", "no-desk"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
    }

    [Fact]
    public async Task A_guide_that_is_sent_is_kept_and_runs_the_desk_from_the_next_start()
    {
        await using var desk = await GuardedDesk.Open();
        using var admin = await desk.SignIn(GuardedDesk.Administrator);
        var own = Shipped.Replace("version: \"2.0\"", "version: \"2.1\"", StringComparison.Ordinal);
        Assert.NotEqual(Shipped, own);

        using var sent = await Send(admin, own);
        Assert.Equal((HttpStatusCode.SeeOther, "/setup#guide"), (sent.StatusCode, sent.Headers.Location!.ToString()));
        var page = await admin.Page("/setup");
        Assert.Contains("takes part from the next start of Rung on.", page, StringComparison.Ordinal);
        Assert.Contains("Schools service desk runs by schools-desk 2.0.", page, StringComparison.Ordinal);

        await desk.Restart();
        using var after = await desk.SignIn(GuardedDesk.Administrator);
        page = await after.Page("/setup");
        Assert.Contains("Schools service desk runs by schools-desk 2.1.", page, StringComparison.Ordinal);
        // No case was logged at the desk of the other guide that came with Rung.
        Assert.DoesNotContain("runs by smc", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guide_that_comes_with_Rung_is_there_to_begin_from_and_is_made_the_only_one_as_it_is()
    {
        await using var desk = await GuardedDesk.Open();
        using var admin = await desk.SignIn(GuardedDesk.Administrator);
        using (var text = await admin.Get("/setup/guide/schools-desk.yaml"))
        {
            Assert.Equal("attachment", text.Content.Headers.ContentDisposition!.DispositionType);
            var read = await text.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Equal(Shipped, read);
        }
        using (var none = await admin.Get("/setup/guide/rung.yaml"))
        {
            Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        }
        Assert.Contains("Run by schools-desk only", await admin.Page("/setup"), StringComparison.Ordinal);
        using var wrong = await admin.Send("/setup", "/setup/guide/only", ("only", "../smc"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var sent = await admin.Send("/setup", "/setup/guide/only", ("only", "schools-desk"));
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);

        await desk.Restart();
        using var after = await desk.SignIn(GuardedDesk.Administrator);
        var page = await after.Page("/setup");
        Assert.Contains("Schools service desk runs by schools-desk 2.0.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("runs by smc", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Run by schools-desk only", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rung: 1\nno-such-part: 1\n", "Line 2:")]
    [InlineData("rung: 1\ndocument: [", "To mend it,")]
    [InlineData("", "Choose a file with something in it.")]
    [InlineData("\u0000\u0001", "Line 1:")]
    public async Task A_guide_that_cannot_be_enforced_is_refused_with_what_is_wrong(string text, string sentence)
    {
        await using var desk = await GuardedDesk.Open();
        using var admin = await desk.SignIn(GuardedDesk.Administrator);

        using var refused = await Send(admin, text);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(sentence, await Visitor.Text(refused), StringComparison.Ordinal);
        Assert.Contains(
            "These are the guides that come with Rung",
            await admin.Page("/setup"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Another_text_of_a_version_in_use_is_refused_so_that_the_next_start_does_not_fail()
    {
        await using var desk = await GuardedDesk.Open();
        using var admin = await desk.SignIn(GuardedDesk.Administrator);

        using var refused = await Send(admin, Shipped + "\n# changed\n");

        Assert.Contains(
            "Another text was in use as schools-desk 2.0",
            await Visitor.Text(refused),
            StringComparison.Ordinal
        );
        await desk.Restart();
    }

    [Fact]
    public async Task A_test_of_mail_without_a_mail_server_says_so()
    {
        await using var desk = await GuardedDesk.Open();
        using var admin = await desk.SignIn(GuardedDesk.Administrator);

        using var refused = await admin.Send("/setup", "/setup/mail-out", ("to", "robin@desk.example.org"));
        Assert.Contains("No mail server is set.", await Visitor.Text(refused), StringComparison.Ordinal);
        using var wrong = await admin.Send("/setup", "/setup/mail-out", ("to", "robin@@"));
        Assert.Contains(
            "Give an address that mail can be sent to.",
            await Visitor.Text(wrong),
            StringComparison.Ordinal
        );
    }

    private static async Task<HttpResponseMessage> Send(Visitor admin, string text)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Visitor.TokenIn(await admin.Page("/setup"))), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "guide", "../../own guide.yaml" },
        };
        return await admin.Client.PostAsync(
            new Uri("/setup/guide", UriKind.Relative),
            form,
            TestContext.Current.CancellationToken
        );
    }
}
