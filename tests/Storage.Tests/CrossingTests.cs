using NodaTime;
using Rung.Core.Escalations;
using Rung.Core.Promises;
using Rung.Storage.Cases;
using Rung.Storage.Dues;
using Rung.Storage.Inbound;
using Rung.Storage.Outbox;
using Rung.Storage.Postgres;
using Rung.Storage.Schema;
using Rung.Storage.Search;
using Rung.Storage.Sqlite;
using Rung.Storage.Tests.Databases;
using Rung.Storage.Writer;
using Xunit;

namespace Rung.Storage.Tests;

/// <summary>
/// What a desk had in a database of each older version is there after the upgrade: cases with their events and words, what
/// falls due, messages, mails (R51).
/// </summary>
public sealed class CrossingTests
{
    private static readonly Instant At = Sample.Issued;
    private static readonly PromiseEntry Owed = new()
    {
        Kind = PromiseKind.Target,
        Id = "resolve",
        Number = 1,
        Name = "Resolved",
        Owner = new PromiseOwner(null, "Service Desk"),
        To = Sample.Reporter.ContactName,
        GivenAt = At,
        Due = At + Duration.FromHours(30),
        State = PromiseState.Open,
        IsToDo = true,
        Cite = "priorities",
    };
    private static readonly byte[] Raw = [.. "Subject: hello\r\n\r\nåäö\0"u8];

    [Theory, OnBoth]
    public async Task A_case_with_its_dues_and_messages_crosses_every_migration(DatabaseKind kind)
    {
        await using var newest = await Store.Open(kind);
        var written = await Write(newest.Database);
        await newest.Database.DisposeAsync();
        var known = OlderSchema.Known(kind).All;
        for (var age = 1; age <= known.Count; age++)
        {
            await using var store = await Store.Empty(kind);
            await OlderSchema.Make(store.Address, new MigrationSet([.. known.Take(age)]));
            await OlderSchema.Copy(newest.Address, store.Address);

            await store.Address.Migrate();

            await using var database = await store.Another();
            await Check(database, written, known[age - 1].Name);
        }
    }

    private static async Task<long> Write(RungDatabase database)
    {
        var id = await database.Cases.NextId();
        var message = new OutboxMessage
        {
            Key = "first",
            CaseId = id,
            Kind = "acknowledgement",
            To = "office@millbrook.example.org",
            Subject = "R-AAA-AAA",
            Text = "We have it.",
            NotBefore = At,
            QueuedAt = At,
        };
        await database.Cases.Save(
            new CaseWrite(Sample.New(id, At) with { Promises = [Owed] }) { Messages = [message] }
        );
        await database.Cases.Save(new CaseWrite(Sample.Noting(id, 3, "Looked at it") with { Promises = [Owed] }));
        await database.Inbound.Keep(new NewInbound(Sample.Desk, "desk@example.org", EnvelopeSender: null, Raw, At));
        return id;
    }

    private static async Task Check(RungDatabase database, long id, string from)
    {
        var history = await database.Cases.Load(id);
        Assert.True(history is { Version: 4, Events.Count: 4 }, from);
        Assert.Equal("Looked at it", ((Rung.Core.Cases.Noted)history!.Events[3]).Text);
        Assert.Equal(Sample.Dues(At), await database.Dues.OfCase(id));
        var row = await database.Queue.Find(id);
        Assert.Equal((Sample.ReferenceOf(id), "P3", 4), (row!.Reference, row.Priority, row.Version));
        Assert.Equal(id, Assert.Single(await database.Search.Find(new SearchQuery("mail"))).Case.CaseId);
        var owed = string.CompareOrdinal(from, "20261126020000_Promises") >= 0 ? 1 : 0;
        Assert.Equal(owed, await database.Promises.Overdue(Sample.Desk, At + Duration.FromHours(31)));
        var due = At + Duration.FromHours(22);
        var claimed = await database.Dues.Claim(new DueClaim("a", due, due, due + Duration.FromMinutes(1)));
        Assert.Equal(["warn:resolve"], claimed.Select(one => one.Rule));

        var message = Assert.Single(await database.Outbox.OfCase(id));
        Assert.Equal(("first", "We have it."), (message.Message.Key, message.Message.Text));
        Assert.IsType<WriteResult.Committed>(await database.Cases.Save(new CaseWrite(Sample.Noting(id, 4, "Goes on"))));
        if (string.CompareOrdinal(from, "20261125000000_Inbound") >= 0)
        {
            var mail = Assert.Single(await database.Inbound.Of(Sample.Desk, InboundState.Received, 9));
            Assert.Equal(Raw, await database.Inbound.Content(mail.Id));
        }
    }
}
