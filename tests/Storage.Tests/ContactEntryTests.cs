using NodaTime;
using Rung.Storage.Accounts;
using Rung.Storage.Outbox;
using Rung.Storage.Sqlite;
using Rung.Storage.Tests.Databases;
using Rung.Storage.Writer;
using Xunit;

namespace Rung.Storage.Tests;

/// <summary>Links and sessions of customers' people, and whom others sign in, on both databases. S14, S23, S24, S58.</summary>
public sealed class ContactEntryTests
{
    private const string Email = "OFFICE@MILLBROOK.EXAMPLE.ORG";
    private static readonly Instant At = Sample.Issued;
    private static readonly Duration Half = Duration.FromMinutes(30);

    [Theory, OnBoth]
    public async Task S14_A_link_leads_in_once_until_its_end_and_goes_with_its_mail_or_not_at_all(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var entries = store.Database.ContactEntries;
        Assert.True(await entries.Send(Link("one"), Mail("one"), 2, At));
        Assert.True(await entries.Send(Link("two"), Mail("two"), 2, At));
        Assert.False(await entries.Send(Link("three"), Mail("three"), 2, At));
        Assert.True(await entries.Send(Link("four") with { Email = "ANOTHER@EXAMPLE.ORG" }, Mail("four"), 2, At));
        Assert.Null(await entries.FindLink("three", At));
        var waiting = await store.Database.Outbox.Waiting(Sample.Desk, At, 10);
        Assert.Equal(["sealed one", "sealed two", "sealed four"], waiting.Select(one => one.Message.Sealed));

        Assert.Equal(Link("one"), await entries.FindLink("one", At + Half - Duration.FromSeconds(1)));
        Assert.Null(await entries.FindLink("one", At + Half));
        Assert.True(await entries.Enter("one", Session("a")));
        Assert.False(await entries.Enter("one", Session("b")));
        Assert.Null(await entries.Find("b", At));
        Assert.Equal(Session("a"), await entries.Find("a", At));
        // One was used, so that another is sent; and after the half hour all of them are gone.
        Assert.True(await entries.Send(Link("five"), Mail("five"), 2, At));
        Assert.False(await entries.Enter("two", Session("c") with { SeenAt = At + Half }));
    }

    [Theory, OnBoth]
    public async Task S14_Of_many_who_use_one_link_at_once_one_gets_in(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var entries = store.Database.ContactEntries;
        await entries.Send(Link("one"), Mail("one"), 3, At);
        var all = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(place => entries.Enter("one", Session($"{place}")))
        );
        Assert.Single(all, one => one);
        Assert.Single(await entries.OfContact(Sample.Desk, ("millbrook", "office"), At));
    }

    [Theory, OnBoth]
    public async Task S58_A_session_is_over_when_it_ends_is_unused_for_twelve_hours_or_a_week_old(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var entries = store.Database.ContactEntries;
        foreach (var hash in (string[])["a", "b", "c"])
        {
            await entries.Begin(Session(hash));
        }
        await entries.End("b", At);
        Assert.Null(await entries.Find("b", At));
        Assert.Equal(2, (await entries.OfContact(Sample.Desk, ("millbrook", "office"), At)).Count);
        Assert.Empty(await entries.OfContact("smc", ("millbrook", "office"), At));
        Assert.Equal(3, (await entries.KeptOf(Sample.Desk, ("millbrook", "office"))).Count);
        Assert.Empty(await entries.KeptOf(Sample.Desk, ("millbrook", "head")));

        var used = At;
        for (var hours = 10; hours < 168; hours += 10)
        {
            used = At + Duration.FromHours(hours);
            await entries.Use((await entries.Find("a", used))!, used);
        }
        Assert.Null(await entries.Find("c", At + Duration.FromHours(12)));
        Assert.Null(await entries.Find("a", At + Duration.FromHours(168)));
        await entries.EndAll(Sample.Desk, ("millbrook", "office"), used);
        Assert.Null(await entries.Find("a", used));
        Assert.Equal(3, await entries.ForgetBefore(used + Duration.FromHours(1)));
    }

    [Fact]
    public async Task In_a_copy_no_contact_is_signed_in_no_link_leads_in_and_none_is_on_its_way()
    {
        await using var store = await Store.Open(DatabaseKind.Sqlite);
        var entries = store.Database.ContactEntries;
        await entries.Send(Link("one"), Mail("one"), 3, At);
        await entries.Begin(Session("a"));
        var folder = Directory.CreateTempSubdirectory("rung-copy-").FullName;
        var copy = new SqliteFile(Path.Combine(folder, "rung.db"));
        ((SqliteFile)store.Address).CopyTo(copy.Path);
        await using (var copied = await copy.Open(TimeProvider.System))
        {
            Assert.Null(await copied.ContactEntries.Find("a", At));
            Assert.Null(await copied.ContactEntries.FindLink("one", At));
            var mail = Assert.Single(await copied.Outbox.Waiting(Sample.Desk, At, 10));
            Assert.Null(mail.Message.Sealed);
        }
        Assert.NotNull(await entries.Find("a", At));
        Directory.Delete(folder, recursive: true);
    }

    [Theory, OnBoth]
    public async Task A_link_that_is_asked_for_voids_no_other_and_is_void_with_the_password_that_another_sets(
        DatabaseKind kind
    )
    {
        await using var store = await Store.Open(kind);
        var links = store.Database.EntryLinks;
        var alex = new Account("alex", "alex@desk.example.org", "Alex", "stamp") { CreatedAt = At };
        await store.Database.Accounts.Add(alex);
        EntryLink Asked(string hash) => new(hash, "invitation", "alex", At + Half);
        await links.Replace(Asked("one"), At, Mail("one"));
        Assert.True(await links.Send(Asked("two"), Mail("two"), 2, At));
        Assert.False(await links.Send(Asked("three"), Mail("three"), 2, At));
        Assert.NotNull(await links.Find("one", "invitation", At));
        Assert.Equal(2, (await store.Database.Outbox.Waiting(Sample.Desk, At, 10)).Count);

        var use = new EntryUse("two", "invitation", At);
        Assert.Equal(LinkUse.Done, await links.SetPassword(use, alex with { Password = "hash", Stamp = "another" }));
        Assert.Null(await links.Find("one", "invitation", At));
    }

    [Theory, OnBoth]
    public async Task S24_Whom_an_issuer_signs_in_is_one_person_here_and_the_person_one_there(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var identities = store.Database.Identities;
        const string Issuer = "https://login.example.org/";
        var office = IdentityStore.Contact(Sample.Desk, "millbrook", "office");
        Assert.True(await identities.Add(Issuer, ("subject", office), At));
        Assert.False(await identities.Add(Issuer, ("subject", "alex"), At));
        Assert.False(await identities.Add(Issuer, ("other", office), At));
        Assert.True(await identities.Add("https://other.example.org/", ("subject", office), At));
        Assert.Equal(office, await identities.Find(Issuer, "subject"));
        Assert.Null(await identities.Find(Issuer, "Subject"));
        Assert.Equal([Issuer, "https://other.example.org/"], await identities.Of(office));

        await identities.Remove(Issuer, office);
        Assert.Null(await identities.Find(Issuer, "subject"));
        Assert.True(await identities.Add(Issuer, ("other", office), At));
    }

    private static ContactLink Link(string hash) => new(hash, Sample.Desk, Email, At + Half);

    private static ContactSession Session(string hash) =>
        new(hash, Sample.Desk, "millbrook", "office", Email) { SeenAt = At };

    private static OutboxMessage Mail(string key) =>
        new()
        {
            Key = $"entry/{key}",
            Kind = "entry",
            To = "office@millbrook.example.org",
            Subject = "Sign in",
            Text = "Here.",
            NotBefore = At,
            QueuedAt = At,
            Desk = Sample.Desk,
            Sealed = $"sealed {key}",
        };
}
