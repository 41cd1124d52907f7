using CsCheck;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Storage.Answers;
using Rung.Storage.Cases;
using Rung.Storage.Customers;
using Rung.Storage.Drafts;
using Rung.Storage.Outbox;
using Rung.Storage.Tests.Databases;
using Rung.Storage.Writer;
using Xunit;

namespace Rung.Storage.Tests;

/// <summary>Everything written is read back as it was, on both databases, also after they were closed.</summary>
public sealed class RoundTripTests
{
    private static readonly Instant At = Sample.Issued + Duration.FromTicks(1_234_560); // .123456 s

    /// <summary>Text as people write it, with all that is hard to keep; NUL is the one character that cannot be.</summary>
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.OneOf(
            "",
            " ",
            "Ünïcode Straße",
            "e\u0301 and é",
            "👩‍🔧🇯🇪",
            "line\r\n\tbreak",
            "'; DROP TABLE cases; --",
            "%_\\",
            "\u0001\u007F",
            "\uFFFF",
            "مرحبا"
        ),
        Gen.String[Gen.Char['\u0001', '\uD7FF'], 0, 60]
    );

    // Microseconds of 1900 to 2200.
    private static readonly Gen<Instant> Moment = Gen.Long[-2_208_988_800_000_000, 7_258_118_400_000_000]
        .Select(Micros.ToInstant);

    [Theory, OnBoth]
    public async Task A_case_is_there_with_every_event_to_the_microsecond_also_after_opening_again(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var id = await store.Database.Cases.NextId();
        await store.Database.Cases.Save(new CaseWrite(Sample.New(id, At)));
        await store.Reopen();

        var found = await store.Database.Cases.Load(Sample.ReferenceOf(id));
        Assert.NotNull(found);
        Assert.Equal((id, Sample.Desk, 3), (found.Id, found.Desk, found.Version));
        Assert.Equivalent(Sample.FirstEvents(id, At), found.Events, strict: true);
        Assert.Equal(At, found.Events[0].At);
        Assert.Equivalent(found, await store.Database.Cases.Load(id), strict: true);
        Assert.Equal(Sample.Row(id, At) with { Version = 3 }, await store.Database.Queue.Find(id));
        Assert.Equal(Sample.Dues(At), await store.Database.Dues.OfCase(id));
    }

    [Theory, OnBoth]
    public async Task Whatever_text_and_moment_an_event_has_it_comes_back(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var id = await store.Database.Cases.NextId();
        await store.Database.Cases.Save(new CaseWrite(Sample.New(id, At)));
        var version = 3L;
        var written = new List<CaseEvent>();
        await Gen.Select(Text, Text, Moment)
            .SampleAsync(
                async (text, actor, moment) =>
                {
                    var note = Sample.Note(text, moment) with { By = new Actor(actor, Actor.AgentRole) };
                    var change = Sample.Noting(id, version, text) with { Events = [note] };
                    Assert.IsType<WriteResult.Committed>(await store.Database.Cases.Save(new CaseWrite(change)));
                    written.Add(note);
                    version++;
                },
                iter: 150,
                threads: 1
            );
        Assert.Equal(written, (await store.Database.Cases.EventsAfter(id, 3)).Select(stored => stored.Event));
    }

    [Theory, OnBoth]
    public async Task Customers_contacts_and_referrals_come_back(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var customers = store.Database.Customers;
        var school = new Customer("millbrook", Sample.Desk, "Millbrook Primary School", "MB1")
        {
            Region = "england-wales",
            Contract = "direct",
            Zone = DateTimeZoneProviders.Tzdb["Europe/London"],
            Services = ["email", "dns"],
            FirstLine = new FirstLineDesk("Own desk", "01632 960456"),
            ReferenceFormat = "MB-*",
            Descriptions = [new ServiceDescription("email", ["Staff", "Pupils"], "Try webmail.")],
            Sites = [new Site("MB2", "Infants", "Mill Lane")],
            LeftOn = new LocalDate(2026, 12, 24),
            Contacts =
            [
                new Contact("office", "Zoë O'Brien", "01632 960123", "Office@Millbrook.example.org", ["site"])
                {
                    Site = "MB2",
                    LeftOn = new LocalDate(2026, 12, 1),
                },
            ],
        };
        await customers.Save(school);
        Assert.Equivalent(school, await customers.Find("millbrook"), strict: true);

        var renamed = school with { Name = "Millbrook Academy", Contacts = [] };
        await customers.Save(renamed);
        Assert.Equivalent(renamed, await customers.Find("millbrook"), strict: true);
        Assert.Empty(await customers.ByEmail(Sample.Desk, "office@millbrook.example.org"));

        var first = new Referral(Sample.Desk, "millbrook", "A parent", "Own desk", "first line", At, "Alex");
        var second = first with { CallerName = "A teacher", At = At + Duration.FromMinutes(1) };
        await customers.Record(first);
        await customers.Record(second);
        Assert.Equal([second, first], await customers.Referrals(Sample.Desk, 10));
        Assert.Equal([second], await customers.Referrals(Sample.Desk, 1));

        // With what is told of it, in the same transaction; every referral's message has a key of its own.
        var third = second with
        {
            Route = "sales",
            ReceivedAt = At,
            At = At + Duration.FromMinutes(2),
        };
        var told = new OutboxMessage
        {
            Key = "handed-over",
            Kind = "handed-over",
            To = "sales@desk.example.org",
            Subject = "A filter",
            Text = "One more",
            NotBefore = At,
            QueuedAt = At,
        };
        await customers.Record(new ReferralWrite(third) { Messages = [told] });
        await customers.Record(new ReferralWrite(third) { Messages = [told] });
        Assert.Equal(third, (await customers.Referrals(Sample.Desk, 1))[0]);
        Assert.Equal(2, (await store.Database.Outbox.Waiting(Sample.Desk, At, 10)).Count);
    }

    [Theory, OnBoth]
    public async Task Drafts_are_replaced_found_and_cleared_by_the_write_that_makes_them_needless(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var (drafts, mine) = (store.Database.Drafts, new DraftKey("R-1", "Alex"));
        await drafts.Save(new Draft(mine, "first", At));
        await drafts.Save(new Draft(mine, "second 👩‍🔧", At + Duration.FromTicks(10)));
        await drafts.Save(new Draft(mine with { Author = "Sam" }, "another's", At));
        Assert.Equal(new Draft(mine, "second 👩‍🔧", At + Duration.FromTicks(10)), await drafts.Find(mine));

        var id = await store.Database.Cases.NextId();
        await store.Database.Cases.Save(new CaseWrite(Sample.New(id, At)) { Draft = mine });
        Assert.Null(await drafts.Find(mine));
        Assert.Equal("another's", (await drafts.Find(mine with { Author = "Sam" }))?.Body);
        await drafts.Clear(mine with { Author = "Sam" });
        Assert.Null(await drafts.Find(mine with { Author = "Sam" }));
    }

    [Theory, OnBoth]
    public async Task Messages_come_back_in_the_order_queued_and_a_key_is_queued_once(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var id = await store.Database.Cases.NextId();
        var later = Message(id, "b") with { NotBefore = At + Duration.FromMinutes(5) };
        var write = new CaseWrite(Sample.New(id, At)) { Messages = [later, Message(id, "a")] };
        await store.Database.Cases.Save(write);
        var again = new CaseWrite(Sample.Noting(id, 3, "again"))
        {
            Messages = [Message(id, "a") with { Subject = "Changed" }, Message(id, "c")],
        };
        await store.Database.Cases.Save(again);

        var queued = await store.Database.Outbox.OfCase(id);
        Assert.Equal([later, Message(id, "a"), Message(id, "c")], queued.Select(one => one.Message));
        Assert.All(queued, one => Assert.Equal(MessageState.Queued, one.State));

        Assert.False(await store.Database.Outbox.Withdraw("b", later.NotBefore));
        Assert.True(await store.Database.Outbox.Withdraw("b", later.NotBefore - Duration.FromTicks(10)));
        Assert.False(await store.Database.Outbox.Withdraw("b", At));
        Assert.Equal(MessageState.Withdrawn, (await store.Database.Outbox.OfCase(id))[0].State);
    }

    [Theory, OnBoth]
    public async Task Answers_and_settings_come_back_and_old_answers_are_forgotten(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var old = new KeptAnswer(new AnswerKey("k1", "Alex"), "hash", 201, "{\"a\":\"é\"}", At);
        var recent = old with { Key = new AnswerKey("k1", "Sam"), CreatedAt = At + Duration.FromTicks(10) };
        foreach (var answer in (KeptAnswer[])[old, recent])
        {
            var id = await store.Database.Cases.NextId();
            await store.Database.Cases.Save(new CaseWrite(Sample.New(id, At)) { Answer = answer });
            Assert.Equal(answer, await store.Database.Answers.Find(answer.Key));
        }
        Assert.Equal(1, await store.Database.Answers.ForgetBefore(recent.CreatedAt));
        Assert.Null(await store.Database.Answers.Find(old.Key));
        Assert.NotNull(await store.Database.Answers.Find(recent.Key));

        await store.Database.Settings.Set("name", "one");
        await store.Database.Settings.Set("name", "two\n\t'");
        await store.Reopen();
        Assert.Equal("two\n\t'", await store.Database.Settings.Find("name"));
        Assert.Null(await store.Database.Settings.Find("Name"));
    }

    private static OutboxMessage Message(long caseId, string key) =>
        new()
        {
            Key = key,
            CaseId = caseId,
            Kind = "update",
            To = "office@millbrook.example.org",
            Subject = "Ünïcode 👩‍🔧",
            Text = "line\r\nbreak",
            NotBefore = At,
            QueuedAt = At,
        };
}
