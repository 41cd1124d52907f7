using System.Text;
using CsCheck;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Promises;
using Rung.Storage.Cases;
using Rung.Storage.Inbound;
using Rung.Storage.Promises;
using Rung.Storage.Sqlite;
using Rung.Storage.Tests.Databases;
using Rung.Storage.Writer;
using Xunit;

namespace Rung.Storage.Tests;

/// <summary>
/// Pages of the promise book, put together, are its lines sorted: by an oracle that sorts in memory, on both databases
/// (SMC-09, ESS-41).
/// </summary>
public sealed class PromiseTests
{
    private const string Desk = Sample.Desk;
    private const string DeskName = "Service Desk";
    private static readonly Instant Now = Sample.Issued;

    private static readonly Actor Handler = new("Sam", "complaint-handler");

    // Null: no complaint; the others are complaints that Sam sees, and that they do not. ESS-93.
    private static readonly string?[] Seers = [null, null, "complaint-handler", "client-director"];

    // Few different values, so that ties are common and reach the last column.
    private static readonly Gen<Instant> Moment = Gen.Int[-3, 3].Select(n => Now + Duration.FromTicks(n * 10));

    private static readonly Gen<PromiseEntry> Any = Gen.Select(
        Moment,
        Gen.OneOf(PromiseKind.Target, PromiseKind.Call, PromiseKind.CallBack),
        Gen.OneOf("Alex", "alex", "Zoë", DeskName),
        Gen.OneOf<(Instant? Moot, Channel? By)>(
            (null, null),
            (null, Channel.Phone),
            (Now, Channel.Email),
            (Now + Duration.FromTicks(10), Channel.Phone)
        ),
        (due, kind, owner, other) => Entry(due, kind, owner) with { MootFrom = other.Moot, Channel = other.By }
    );

    [Theory, OnBoth]
    public async Task Pages_are_the_lines_in_order_whatever_is_asked_for(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var lines = new List<Line>();
        foreach (var some in Any.Array[0, 4].Array[24].Single(_ => true, "0002JpcZq0d1"))
        {
            lines.AddRange(await KeepCase(store.Database, some, Seers[lines.Count % Seers.Length]));
        }
        foreach (var due in Moment.Array[9].Single(_ => true, "0002JpcZq0d1"))
        {
            lines.Add(await KeepMail(store.Database, due));
        }
        foreach (var query in Queries())
        {
            var expected = lines.Where(line => Has(query, line)).Order().Select(line => line.Name).ToList();
            Assert.Equal(expected, await AllPages(store.Database, query));
            var owners = await store.Database.Promises.Owners(query);
            Assert.Equal(expected.Count, owners.Sum(one => one.Overdue + one.Open));
        }
        foreach (var viewer in (Actor?[])[null, Handler])
        {
            var overdue = Query() with { Viewer = viewer, Standing = PromiseStanding.Overdue };
            Assert.Equal(
                lines.Count(line => line.Entry is not null && Has(overdue, line)),
                await store.Database.Promises.Overdue(Desk, Now, viewer)
            );
        }
    }

    [Theory, OnBoth]
    public async Task Who_owes_most_comes_first_and_what_is_moot_counts_for_nobody(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var (before, after) = (Now - Duration.FromHours(1), Now + Duration.FromHours(1));
        await KeepCase(
            store.Database,
            [Entry(before, PromiseKind.Target, "Alex"), Entry(after, PromiseKind.Call, "Alex")]
        );
        await KeepCase(store.Database, [Entry(Now, PromiseKind.Target, "Zoë")]);
        await KeepCase(store.Database, [Entry(before, PromiseKind.Handover, "Kim") with { MootFrom = Now }]);

        await KeepMail(store.Database, before);
        await KeepMail(store.Database, after);
        await KeepMail(store.Database, after);

        var owners = await store.Database.Promises.Owners(Query());
        Assert.Equal([new(DeskName, 1, 2), new("Alex", 1, 1), new OwnerCount("Zoë", 0, 1)], owners);
        var overdue = await store.Database.Promises.Owners(Query() with { Standing = PromiseStanding.Overdue });
        Assert.Equal([new("Alex", 1, 0), new OwnerCount(DeskName, 1, 0)], overdue);
        var calls = await store.Database.Promises.Owners(Query() with { Kind = PromiseKind.Call });
        Assert.Equal([new OwnerCount("Alex", 0, 1)], calls);
        Assert.Equal(1, await store.Database.Promises.Overdue(Desk, Now));
        Assert.Equal(0, await store.Database.Promises.Overdue("smc", Now));
    }

    // SMC-08: whoever rings sees who is to be rung, however much is written to customers before.
    [Theory, OnBoth]
    public async Task Calls_are_on_the_first_page_behind_a_thousand_contacts_that_are_planned_by_mail(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var mail = Entry(Now, PromiseKind.PlannedContact, "Alex") with { Channel = Channel.Email };
        for (var cases = 0; cases < 4; cases++)
        {
            await KeepCase(store.Database, [.. Enumerable.Repeat(mail, 250)]);
        }
        var call = mail with { Channel = Channel.Phone, Due = Now + Duration.FromHours(1) };
        await KeepCase(store.Database, [call, call with { Channel = null }]);
        await KeepMail(store.Database, Now);

        var page = await store.Database.Promises.Page(Query() with { Channel = Channel.Phone, Take = 1 });

        Assert.Equal(Channel.Phone, Assert.Single(page.Lines).Entry!.Channel);
        Assert.Null(page.Next);
        Assert.Equal(
            1,
            Assert.Single(await store.Database.Promises.Owners(Query() with { Channel = Channel.Phone })).Open
        );
    }

    [Theory, OnBoth]
    public async Task SMC_10_Next_steps_are_counted_of_the_cases_that_are_escalated(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var step = Entry(Now, PromiseKind.NextStep, "Duty Manager");
        foreach (
            var (level, owed) in new (int?, PromiseEntry[])[]
            {
                (2, [step, Entry(Now, PromiseKind.CallBack, "Duty Manager")]),
                (1, [step, step]),
                (1, [step with { MootFrom = Now }]),
                (null, [Entry(Now, PromiseKind.Target, "Alex")]),
            }
        )
        {
            var change = Sample.New(await store.Database.Cases.NextId(), Now) with
            {
                Promises = [.. owed.Select((entry, index) => entry with { Number = index + 1 })],
            };
            await store.Database.Cases.Save(new(change with { Row = change.Row with { EscalationLevel = level } }));
        }

        Assert.Equal(3, await store.Database.Promises.NextSteps(Desk, Now));
        Assert.Equal(0, await store.Database.Promises.NextSteps("smc", Now));
    }

    [Theory, OnBoth]
    public async Task What_a_case_owes_is_replaced_with_the_case_and_comes_back_as_it_was(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var entry = Entry(Now, PromiseKind.CallBack, "Duty Manager") with
        {
            Zone = "Asia/Dubai",
            Allowance = Duration.FromMinutes(90),
            CountsIn = "desk",
            MissedAt = Now - Duration.FromHours(2),
        };
        var id = await store.Database.Cases.NextId();
        await store.Database.Cases.Save(new(Sample.New(id, Now) with { Promises = [entry] }));

        var line = Assert.Single((await store.Database.Promises.Page(Query())).Lines);
        Assert.Equal(entry, line.Entry);
        Assert.Equal((Now, id, "Millbrook Primary School"), (line.Due, line.Case!.CaseId, line.Case.CustomerName));

        await store.Database.Cases.Save(new(Sample.Noting(id, 3, "done")));
        Assert.Empty((await store.Database.Promises.Page(Query())).Lines);
    }

    [Theory, OnBoth]
    public async Task A_page_of_none_or_of_too_many_is_not_given(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        foreach (var take in (int[])[0, 501])
        {
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
                store.Database.Promises.Page(Query() with { Take = take })
            );
        }
        foreach (var text in (string?[])[null, "", "1~2~3", "1~7~3~x", "a~1~3~x", "1~1~3~x~y", "1~1~3~%00"])
        {
            Assert.False(PromiseCursor.TryParse(text, out _));
        }
    }

    // A hundred thousand open cases have hundreds of thousands of lines.
    [Fact]
    public async Task SQLite_walks_the_book_by_its_index_and_sorts_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("rung-plans-");
        try
        {
            var connections = new SqliteConnections(Path.Combine(folder.FullName, "rung.db"));
            SqliteSchema.Prepare(connections, SqliteSchema.Of);
            await using var session = new SqliteSession(connections.Reader());
            foreach (
                var query in Queries()
                    .Append(Query() with { After = new PromiseCursor(1, PromiseCursor.OfCase, 1, "x") })
            )
            {
                var (sql, values) = PromiseSql.OfCases(query);
                var plan = await session.List($"EXPLAIN QUERY PLAN {sql}", row => row.Text(3), values);
                Assert.Equal(2, plan.Count);
                Assert.StartsWith("SEARCH p USING INDEX promises_in_order", plan[0], StringComparison.Ordinal);
                Assert.StartsWith("SEARCH q USING", plan[1], StringComparison.Ordinal);
            }
            var counted = await session.List(
                $"EXPLAIN QUERY PLAN {PromiseSql.Overdue}",
                row => row.Text(3),
                ("desk", Desk),
                ("now", 1)
            );
            Assert.StartsWith("SEARCH promises USING COVERING INDEX", Assert.Single(counted), StringComparison.Ordinal);
            var steps = await session.List(
                $"EXPLAIN QUERY PLAN {PromiseSql.NextSteps}",
                row => row.Text(3),
                ("desk", Desk),
                ("kind", "NextStep"),
                ("now", 1)
            );
            Assert.StartsWith("SEARCH q USING INDEX queue_escalated", steps[0], StringComparison.Ordinal);
            Assert.StartsWith("SEARCH p USING PRIMARY KEY (case_id=?)", steps[1], StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static PromiseQuery Query() => new(Desk, Now) { Mails = DeskName, Take = 7 };

    private static IEnumerable<PromiseQuery> Queries() =>
        from until in (Instant?[])[null, Now, Now + Duration.FromTicks(10)]
        from owner in (string?[])[null, "Zoë", DeskName]
        from kind in (PromiseKind?[])[null, PromiseKind.Call, PromiseKind.LogBy]
        from standing in Enum.GetValues<PromiseStanding>()
        from viewer in (Actor?[])[null, Handler]
        from channel in (Channel?[])[null, Channel.Phone]
        select Query() with
        {
            Viewer = viewer,
            Channel = channel,
            Until = until,
            Owner = owner,
            Kind = kind,
            Standing = standing,
        };

    private static PromiseEntry Entry(Instant due, PromiseKind kind, string owner) =>
        new()
        {
            Kind = kind,
            Id = "one",
            Number = 1,
            Name = "Something",
            Owner = new PromiseOwner(null, owner),
            To = "School office",
            GivenAt = Now - Duration.FromDays(1),
            Due = due,
            State = PromiseState.Open,
            IsToDo = true,
            Cite = "promise",
        };

    private static async Task<IEnumerable<Line>> KeepCase(
        RungDatabase database,
        IReadOnlyList<PromiseEntry> entries,
        string? seer = null
    )
    {
        var id = await database.Cases.NextId();
        List<PromiseEntry> own = [.. entries.Select((entry, index) => entry with { Number = index + 1 })];
        var change = Sample.New(id, Now) with { Promises = own };
        var row = change.Row with { SeenBy = seer is null ? null : [seer] };
        await database.Cases.Save(new(change with { Row = row }));
        return own.Select(entry => new Line(entry.Due!.Value, 1, id, entry.Key, entry) { Seer = seer });
    }

    private static async Task<Line> KeepMail(RungDatabase database, Instant logBy)
    {
        var content = Encoding.UTF8.GetBytes($"{Guid.NewGuid()}");
        var kept = await database.Inbound.Keep(new NewInbound(Desk, "help@example.org", null, content, Now));
        var outcome = new InboundOutcome(kept.Id, InboundState.Received, InboundState.Unlogged) { LogBy = logBy };
        Assert.True(await database.Inbound.Settle(outcome));
        return new Line(logBy, 0, kept.Id, "", null);
    }

    private static async Task<List<string>> AllPages(RungDatabase database, PromiseQuery query)
    {
        var names = new List<string>();
        PromiseCursor? after = null;
        do
        {
            var page = await database.Promises.Page(query with { After = after });
            Assert.InRange(page.Lines.Count, 0, query.Take);
            names.AddRange(
                page.Lines.Select(line =>
                    line.Mail is { } mail ? $"0/{mail.Id}/" : $"1/{line.Case!.CaseId}/{line.Entry!.Key}"
                )
            );
            Assert.True(page.Next is null || PromiseCursor.TryParse(page.Next.ToString(), out after));
            after = page.Next is null ? null : after;
        } while (after is not null);
        return names;
    }

    // The words of PromiseQuery, once more and by other means.
    private static bool Has(PromiseQuery query, Line line) =>
        (line.Seer is null || line.Seer == query.Viewer?.Role)
        && (query.Until is null || line.Due <= query.Until)
        && !(line.Entry?.MootFrom <= Now)
        && (query.Owner is null || (line.Entry?.Owner.Name ?? DeskName) == query.Owner)
        && (query.Kind is null || (line.Entry?.Kind ?? PromiseKind.LogBy) == query.Kind)
        && (query.Channel is null || line.Entry?.Channel == query.Channel)
        && query.Standing switch
        {
            PromiseStanding.Open => line.Due >= Now,
            PromiseStanding.Overdue => line.Due < Now,
            _ => true,
        };

    private sealed record Line(Instant Due, int Source, long Id, string Key, PromiseEntry? Entry) : IComparable<Line>
    {
        public string? Seer { get; init; }

        public string Name => $"{Source}/{Id}/{Key}";

        public int CompareTo(Line? other) =>
            (Due, Source, Id).CompareTo((other!.Due, other.Source, other.Id)) is var first and not 0
                ? first
                : string.CompareOrdinal(Key, other.Key);
    }
}
