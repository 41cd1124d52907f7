using NodaTime;
using Rung.Core.Customers;
using Rung.Storage.Accounts;
using Rung.Storage.Outbox;
using Rung.Storage.Tests.Databases;
using Rung.Storage.Writer;
using Xunit;

namespace Rung.Storage.Tests;

/// <summary>What was put back from a copy lets nobody in: who was signed in then may have been shut out since. S15, S58</summary>
public sealed class LetsInTests
{
    private static readonly Instant At = Sample.Issued;
    private static readonly Instant Later = At + Duration.FromMinutes(20);

    [Theory, OnBoth]
    public async Task Sessions_and_links_of_everybody_end_and_no_mail_that_waits_has_one(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var (database, alex) = (
            store.Database,
            new Account("alex", "alex@desk.example.org", "Alex", "1") { CreatedAt = At }
        );
        await database.Accounts.Add(alex, new Right("smc", "agent"));
        await database.Sessions.Begin("session", alex, new SessionBegun("A browser"), At);
        await database.EntryLinks.Replace(new EntryLink("invitation", "invitation", "alex", Later), At);
        await database.ContactEntries.Begin(
            new ContactSession("contact", "smc", "ashgrove", "office", "OFFICE@EXAMPLE.ORG") { SeenAt = At }
        );
        var link = new ContactLink("link", "smc", "OFFICE@EXAMPLE.ORG", Later);
        Assert.True(await database.ContactEntries.Send(link, Mail, 3, At));
        Assert.NotNull(await database.Sessions.Find("session", At));
        Assert.NotNull(await database.EntryLinks.Find("invitation", "invitation", At));
        Assert.NotNull(await database.ContactEntries.Find("contact", At));
        Assert.NotNull(await database.ContactEntries.FindLink("link", At));

        await database.Sessions.EndEverybodys();

        Assert.Null(await database.Sessions.Find("session", At));
        Assert.Null(await database.EntryLinks.Find("invitation", "invitation", At));
        Assert.Null(await database.ContactEntries.Find("contact", At));
        Assert.Null(await database.ContactEntries.FindLink("link", At));
        Assert.Null(Assert.Single(await database.Outbox.Waiting("smc", At, 9)).Message.Sealed);
        Assert.NotNull(await database.Accounts.Find("alex"));
    }

    private static OutboxMessage Mail { get; } =
        new()
        {
            Key = "entry/link",
            Kind = "entry",
            To = "office@example.org",
            Subject = "Sign in",
            Text = "Here.",
            NotBefore = At,
            QueuedAt = At,
            Desk = "smc",
            Sealed = "sealed",
        };
}
