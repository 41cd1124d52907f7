using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Server.Desk;
using Rung.Server.Tests.Api;
using Rung.Server.Workers;
using Rung.Storage;
using Rung.Storage.Cases;
using Rung.Storage.Inbound;
using Xunit;

namespace Rung.Server.Tests.Mails;

/// <summary>
/// A reply counts from when it came, also when it is handled later (D4). A case resolved on Wednesday 24 March 2027 at
/// 14:00 GMT closes on silence on Friday 2 April at 14:00 BST.
/// </summary>
public sealed class LateReplyTests
{
    private static readonly JsonObject ToConfirm = new()
    {
        ["resolution"] = "Restarted the server",
        ["confirmation"] = "required",
    };

    [Fact]
    public async Task No_case_closes_on_silence_while_mail_that_came_before_is_not_handled_A_10()
    {
        await using var desk = await RunningDesk.Open("2027-03-24T13:59:30Z");
        var agent = new Caller(desk);
        var other = (await agent.Log(Caller.FaultForSome)).Reference;
        await agent.Do(other, "resolve", ToConfirm);
        desk.AdvanceTo("2027-03-24T14:00:00Z");
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        await agent.Do(reference, "resolve", ToConfirm);
        await AreAsked(desk, agent, other, reference);
        desk.AdvanceTo("2027-04-02T12:59:00Z");
        await desk.Stop();
        desk.AdvanceTo("2027-04-02T13:01:00Z");
        // Kept at 12:59:45, after the other case's closing and before this one's; somebody has it in hand until 13:02:45.
        await desk.Start(async database =>
        {
            var at = RunningDesk.At("2027-04-02T12:59:45Z");
            await database.Inbound.Keep(Reply(reference, at));
            Assert.Single(await database.Inbound.Claim(new InboundClaim("other", at, at + Duration.FromMinutes(3))));
        });

        await Becomes(agent, other, "closed");
        Assert.Equal("resolvedToConfirm", (string?)(await agent.Case(reference)).Body!["condition"]);
        desk.AdvanceTo("2027-04-02T13:03:00Z");

        await Becomes(agent, reference, "open");
        var events = await agent.Events(reference);
        Assert.DoesNotContain(events, one => (string?)one!["event"]!["type"] == "closed");
        var replied = events.Single(one => (string?)one!["event"]!["type"] == "customer-replied")!["event"]!;
        Assert.Equal("2027-04-02T12:59:45Z", (string?)replied["at"]);
    }

    /// <summary>More wait for that mail than are claimed at once; whatever falls due later happens all the same.</summary>
    [Fact]
    public async Task Closings_that_wait_for_mail_do_not_hold_up_what_falls_due_after_them()
    {
        const int more = 230;
        await using var desk = await RunningDesk.Open("2027-03-24T14:00:00Z");
        var agent = new Caller(desk);
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        await agent.Do(reference, "resolve", ToConfirm);
        await AreAsked(desk, agent, reference);
        desk.AdvanceTo("2027-04-02T12:59:00Z");
        await desk.Stop();
        desk.AdvanceTo("2027-04-02T13:01:00Z");
        await desk.Start(async database =>
        {
            await Repeat(desk, reference, more);
            var at = RunningDesk.At("2027-04-02T12:59:45Z");
            await database.Inbound.Keep(Reply(reference, at));
            Assert.Single(await database.Inbound.Claim(new InboundClaim("other", at, at + Duration.FromDays(20))));
        });

        // Four elapsed hours from Tuesday after Easter, 09:00 BST (ESS-54, A-01).
        desk.AdvanceTo("2027-04-06T08:00:00Z");
        var later = (
            await agent.Log(Caller.Fault("everything", "identity", "email", "dns", "web-hosting", "web-filtering"))
        ).Reference;
        desk.AdvanceTo("2027-04-06T12:00:00.000001Z");

        await RunningDesk.Until(
            async () =>
                (await agent.Events(later)).Any(one =>
                    (string?)one!["event"]!["type"] == "target-missed" && (string?)one["event"]!["target"] == "resolve"
                ),
            "the breach that fell due after the closings"
        );
        Assert.Equal("resolvedToConfirm", (string?)(await agent.Case(reference)).Body!["condition"]);
    }

    // So many other cases to which the same has happened.
    private static async Task Repeat(RunningDesk desk, string reference, int count)
    {
        var database = desk.Services.GetRequiredService<RungDatabase>();
        Assert.True(CaseReference.TryParse("R", reference, out var known));
        var history = (await database.Cases.Load(known.Value))!;
        var guide = desk.Services.GetRequiredService<DeskRegister>().GuideOf(history);
        var logged = (CaseLogged)history.Events[0];
        var id = await database.Cases.NextIds(count);
        var changed = new List<ChangedCase>();
        for (var last = id + count; id < last; id++)
        {
            CaseEvent[] events =
            [
                logged with
                {
                    Reference = CaseReference.FromNumber("R", id),
                },
                .. history.Events.Skip(1),
            ];
            var state = CaseState.Of(events);
            var dues = DueList.Of(guide, state, desk.Now);
            changed.Add(new ChangedCase(id, guide, new Change(0, events, state, dues, [])));
        }
        Assert.IsType<WriteResult.Committed>(await database.Cases.Save(CaseWrites.Of(changed, [], desk.Now)));
    }

    [Fact]
    public async Task A_closing_that_waits_for_mail_is_left_alone_until_that_mail_is_handled()
    {
        await using var desk = await RunningDesk.Open("2027-03-24T14:00:00Z");
        var agent = new Caller(desk);
        var reference = await WithReplyInHand(desk, agent);

        await RunningDesk.Until(async () => await HeldCases(desk) == 1, "the closing waits");
        // Some ticks of the loop: it never lets go of the due to claim and decide it again.
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var look = 0; look < 20; look++)
        {
            await looks.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            Assert.Equal(1, await HeldCases(desk));
        }
        desk.AdvanceTo("2027-04-02T13:03:00Z");

        await Becomes(agent, reference, "open");
    }

    private static async Task<long> HeldCases(RunningDesk desk)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(desk.Folder, "rung.db")}");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(DISTINCT case_id) FROM dues WHERE lease_owner IS NOT NULL";
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    // A case that would have closed at 13:00; the reply of 12:59:45 is in somebody's hand until 13:02:45.
    private static async Task<string> WithReplyInHand(RunningDesk desk, Caller agent)
    {
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        await agent.Do(reference, "resolve", ToConfirm);
        await AreAsked(desk, agent, reference);
        desk.AdvanceTo("2027-04-02T12:59:00Z");
        await desk.Stop();
        desk.AdvanceTo("2027-04-02T13:01:00Z");
        await desk.Start(async store =>
        {
            var at = RunningDesk.At("2027-04-02T12:59:45Z");
            await store.Inbound.Keep(Reply(reference, at));
            Assert.Single(await store.Inbound.Claim(new InboundClaim("other", at, at + Duration.FromMinutes(3))));
        });
        return reference;
    }

    [Fact]
    public async Task What_is_kept_of_open_cases_is_written_anew_once_mail_that_came_before_is_handled()
    {
        await using var desk = await RunningDesk.Open("2027-03-24T14:00:00Z");
        var agent = new Caller(desk);
        var reference = await WithReplyInHand(desk, agent);
        var database = desk.Services.GetRequiredService<RungDatabase>();
        await RunningDesk.Until(async () => await Known(database) is not null, "this start is done");
        await database.Settings.Set("clock-data", "of an earlier Rung");
        var heard = new Heard();
        using var anew = new OpenCasesAnew(
            database,
            desk.Services.GetRequiredService<DeskRegister>(),
            desk.Services.GetRequiredService<DueDesk>(),
            TimeProvider.System,
            heard
        );

        await anew.StartAsync(TestContext.Current.CancellationToken);
        await RunningDesk.Until(() => Task.FromResult(heard.Waits), "the case waits for its mail");
        Assert.Equal("of an earlier Rung", await Known(database));
        desk.AdvanceTo("2027-04-02T13:03:00Z");

        await RunningDesk.Until(async () => await Known(database) != "of an earlier Rung", "all is written anew");
        await Becomes(agent, reference, "open");
        await anew.StopAsync(TestContext.Current.CancellationToken);

        static Task<string?> Known(RungDatabase database) => database.Settings.Find("clock-data");
    }

    private sealed class Heard : ILogger<OpenCasesAnew>
    {
        public bool Waits { get; private set; }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Waits |= formatter(state, exception).StartsWith("1 open cases wait for mail", StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_reaches_us_after_the_closing_begins_a_case_that_counts_from_its_receipt_ESS_53()
    {
        await using var desk = await RunningDesk.Open("2027-03-24T14:00:00Z");
        var (agent, mails) = (new Caller(desk), new MailServer(desk));
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        await agent.Do(reference, "resolve", ToConfirm);
        await AreAsked(desk, agent, reference);
        desk.AdvanceTo("2027-04-02T13:05:00Z");
        await Becomes(agent, reference, "closed");

        // A mailbox that could not be read had it since 12:59.
        var database = desk.Services.GetRequiredService<RungDatabase>();
        var kept = await database.Inbound.Keep(Reply(reference, RunningDesk.At("2027-04-02T12:59:00Z")));
        var mail = await mails.Settled(kept.Id);

        Assert.Equal("closed", (string?)(await agent.Case(reference)).Body!["condition"]);
        var next = (await mails.CaseOf(mail))!.Value.Text;
        Assert.NotEqual(reference, next);
        var logged = (await agent.Events(next))[0]!["event"]!;
        Assert.Equal(
            (reference, "2027-04-02T12:59:00Z", "2027-04-02T12:59:00Z"),
            ((string?)logged["continues"], (string?)logged["receivedAt"], (string?)logged["clockStart"])
        );
        // The event it became is the customer's word, which stands behind those that log the case.
        var said = (await agent.Events(next)).Single(one => (string?)one!["event"]!["type"] == "customer-replied")!;
        Assert.Equal((long)said["sequence"]!, mail.CaseEvent);
    }

    // Story D4: 1, 2 and 4 working days after the resolution. Silence counts only once it was asked about.
    private static async Task AreAsked(RunningDesk desk, Caller agent, params string[] references)
    {
        string[] times = ["2027-03-25T14:00:00Z", "2027-03-30T13:00:00Z", "2027-04-01T13:00:00Z"];
        foreach (var (at, number) in times.Select((at, index) => (at, index + 1)))
        {
            desk.AdvanceTo(at);
            foreach (var reference in references)
            {
                await RunningDesk.Until(
                    async () =>
                        (await agent.Events(reference)).Count(one => (string?)one!["event"]!["type"] == "attempt-made")
                        == number,
                    $"{reference} is asked, attempt {number}"
                );
            }
        }
    }

    private static Task Becomes(Caller agent, string reference, string condition) =>
        RunningDesk.Until(
            async () => (string?)(await agent.Case(reference)).Body!["condition"] == condition,
            $"{reference} becomes {condition}"
        );

    private static NewInbound Reply(string reference, Instant at)
    {
        var message = MailServer.Message(
            "office@ashgrove.example.org",
            $"Re: [{reference}] E-mail",
            "It is not fixed.",
            MailServer.Verified
        );
        return new NewInbound(
            "schools-desk",
            "desk@schools.example.org",
            EnvelopeSender: null,
            Encoding.UTF8.GetBytes(message),
            at
        );
    }
}
