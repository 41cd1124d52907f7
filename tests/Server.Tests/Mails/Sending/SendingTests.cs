using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rung.Core.Cases;
using Rung.Server.Tests.Api;
using Rung.Storage;
using Rung.Storage.Outbox;
using Xunit;

namespace Rung.Server.Tests.Mails.Sending;

/// <summary>What the guide promises arrives, in one thread, and what cannot is seen at once. ESS-28, ESS-77, R17, R19, R20</summary>
public sealed class SendingTests
{
    private const string Office = "office@ashgrove.example.org";
    private const string Monday = "2026-12-14T10:00:00Z";

    // ESS-28, ESS-77: what happens to a case is mailed to who reported it, without anybody's doing.
    [Fact]
    public async Task Each_step_is_mailed_in_one_thread_and_answers_come_back_to_the_case()
    {
        await using var sink = new SmtpSink();
        await using var desk = await RunningDesk.Open(Monday, smtp: sink.Address);
        var agent = new Caller(desk);
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        await Arrive(sink, 1);
        await agent.Do(reference, "assign", new JsonObject { ["engineer"] = "Engineer 2" });
        await Arrive(sink, 2);

        var (first, second) = (sink.Mails[0].Read(), sink.Mails[1].Read());
        Assert.All(sink.Mails, mail => Assert.Equal([Office], mail.To));
        Assert.Equal($"[{reference}] E-mail is down for some users", first.Subject);
        Assert.Equal(first.Subject, second.Subject);
        Assert.Equal(("ESS service desk", "desk@schools.example.org"), (first.From!.Name, first.From.Address));
        Assert.Equal("Office manager", Assert.Single(first.To).Name);
        Assert.Equal("auto-generated", first.Headers.First("Auto-Submitted"));
        Assert.Empty(first.Answers);
        Assert.Equal([first.MessageId!], second.Answers);
        // Answers and what mail servers send back come to an address that only this installation can make.
        Assert.StartsWith("desk+r", Assert.Single(first.ReplyTo).Address, StringComparison.Ordinal);
        Assert.Equal(first.ReplyTo[0].Address, sink.Mails[0].From);

        // An answer to the signed address is on the case whatever its subject and sender are.
        var mails = new MailServer(desk);
        var answer = await mails.Takes(
            MailServer.Message("somebody@ashgrove.example.org", "Hello", "It works in room 4."),
            first.ReplyTo[0].Address
        );
        Assert.Equal(reference, (await mails.CaseOf(answer))!.Value.Text);
        // So is one that only says which mail of ours it answers.
        var other = await mails.Takes(
            MailServer.Message("other@ashgrove.example.org", "Re", "And room 5.", $"In-Reply-To: <{second.MessageId}>")
        );
        Assert.Equal(reference, (await mails.CaseOf(other))!.Value.Text);
        // The next mail answers theirs, in the same thread.
        await agent.Do(reference, "update", new JsonObject { ["text"] = "Room 6 next." });
        await Arrive(sink, 3);
        var third = sink.Mails[2].Read();
        Assert.Equal(other.Id, (await Database(desk).Inbound.OfCase(other.CaseId!.Value))[^1].Id);
        Assert.Contains(first.MessageId, third.Answers);
        Assert.Contains("Room 6 next.", third.Body.Text);
        Assert.EndsWith("@ashgrove.example.org", third.Answers[0], StringComparison.Ordinal);
    }

    // R17: what comes back says what it is, at each step where a server can say no.
    [Theory]
    [InlineData(SmtpStep.MailFrom, "550 5.7.1 Not from you")]
    [InlineData(SmtpStep.Recipient, "550 5.1.1 No such user")]
    [InlineData(SmtpStep.Data, "554 5.6.0 No")]
    [InlineData(SmtpStep.Dot, "552 5.3.4 Too large")]
    public async Task A_refusal_for_good_is_on_the_case_at_once_and_can_be_sent_again(SmtpStep step, string says)
    {
        await using var sink = new SmtpSink { Answer = at => at == step ? says : null };
        await using var desk = await RunningDesk.Open(Monday, smtp: sink.Address);
        var reference = (await new Caller(desk).Log(Caller.FaultForSome)).Reference;

        var failed = await Becomes(desk, reference, one => one.State == MessageState.Undeliverable);
        Assert.Equal(says[..3], failed.Answer![..3]);
        Assert.Equal((1, 0), await Database(desk).Outbox.Count("schools-desk", desk.Now));
        Assert.Empty(sink.Mails);

        sink.Answer = _ => null;
        Assert.True(await Database(desk).Outbox.Retry(failed.Id, "Alex", desk.Now));
        await Arrive(sink, 1);
        Assert.Equal(failed.Message.MessageId, sink.Mails[0].Read().MessageId);
        var sent = await Becomes(desk, reference, one => one.State == MessageState.Sent);
        Assert.Equal("Alex", sent.SeenBy);
    }

    // R17
    [Theory]
    [InlineData(SmtpStep.Connected, "421 4.3.2 Closing")]
    [InlineData(SmtpStep.MailFrom, "451 4.7.1 Greylisted")]
    [InlineData(SmtpStep.Recipient, "450 4.2.2 Mailbox full")]
    [InlineData(SmtpStep.Recipient, "421 4.3.2 Closing")]
    [InlineData(SmtpStep.Data, "452 4.3.1 No room")]
    [InlineData(SmtpStep.Dot, "451 4.3.0 Later")]
    [InlineData(SmtpStep.MailFrom, "530 5.7.0 Sign in first")]
    public async Task What_is_refused_for_now_is_tried_again_after_longer_and_longer_waits(SmtpStep step, string says)
    {
        await using var sink = new SmtpSink { Answer = at => at == step ? says : null };
        await using var desk = await RunningDesk.Open(Monday, smtp: sink.Address);
        var reference = (await new Caller(desk).Log(Caller.FaultForSome)).Reference;

        // One minute after the first attempt, two after the second, four after the third.
        foreach (var (attempt, minutes) in new[] { (1, 1), (2, 2), (3, 4) })
        {
            var waits = await Becomes(desk, reference, one => one.Tries == attempt && one.NextAt > desk.Now);
            Assert.Equal(MessageState.Queued, waits.State);
            Assert.Equal(desk.Now + Duration.FromMinutes(minutes), waits.NextAt);
            Assert.NotNull(waits.Answer);
            if (attempt == 3)
            {
                sink.Answer = _ => null;
            }
            desk.Advance(Duration.FromMinutes(minutes));
        }
        Assert.Single(await Arrive(sink, 1));
        await Becomes(desk, reference, one => one is { State: MessageState.Sent, Tries: 4 });
    }

    // R17
    [Theory]
    [InlineData(SmtpStep.Connected)]
    [InlineData(SmtpStep.Hello)]
    [InlineData(SmtpStep.MailFrom)]
    [InlineData(SmtpStep.Recipient)]
    [InlineData(SmtpStep.Data)]
    [InlineData(SmtpStep.Content)]
    [InlineData(SmtpStep.Dot)]
    public async Task A_line_that_breaks_at_any_step_loses_nothing(SmtpStep step)
    {
        var breaks = true;
        await using var sink = new SmtpSink();
        sink.At = at => Task.FromResult(at != step || !breaks);
        await using var desk = await RunningDesk.Open(Monday, smtp: sink.Address);
        var reference = (await new Caller(desk).Log(Caller.FaultForSome)).Reference;

        await Becomes(desk, reference, one => one.Tries == 1 && one.NextAt > desk.Now);
        breaks = false;
        desk.Advance(Duration.FromMinutes(1));
        await Becomes(desk, reference, one => one.State == MessageState.Sent);
        // Only what broke off after the dot may come twice, and then under the same Message-ID.
        Assert.Equal(step == SmtpStep.Dot ? 2 : 1, sink.Mails.Count);
        Assert.Single(sink.Mails.Select(mail => mail.Read().MessageId).Distinct());
        Assert.Single(sink.Mails.Select(mail => mail.Content).Distinct());
    }

    // R17. Queued on Monday at 10:00; five days later it is Saturday, 10:00.
    [Fact]
    public async Task After_five_days_it_is_given_up_with_what_was_said_last()
    {
        await using var sink = new SmtpSink
        {
            Answer = at => at == SmtpStep.Recipient ? "450 4.2.2 Mailbox full" : null,
        };
        await using var desk = await RunningDesk.Open(Monday, smtp: sink.Address);
        var reference = (await new Caller(desk).Log(Caller.FaultForSome)).Reference;
        await Becomes(desk, reference, one => one.Tries == 1 && one.NextAt > desk.Now);

        desk.AdvanceTo("2026-12-19T09:59:00Z");
        var last = await Becomes(desk, reference, one => one.Tries == 2 && one.NextAt > desk.Now);
        Assert.Equal(RunningDesk.At("2026-12-19T10:00:00Z"), last.NextAt);
        desk.AdvanceTo("2026-12-19T10:00:00Z");
        var given = await Becomes(desk, reference, one => one.State == MessageState.Undeliverable);
        Assert.Equal("Given up after 2 attempts. The last: 450 4.2.2 Mailbox full", given.Answer);
    }

    [Fact]
    public async Task R19_A_server_that_was_away_for_a_day_gets_what_waited_for_one_reader_in_one_mail_in_order_and_marked_late()
    {
        await using var sink = new SmtpSink { At = _ => Task.FromResult(false) };
        await using var desk = await RunningDesk.Open(Monday, smtp: sink.Address);
        var agent = new Caller(desk);
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        foreach (var text in new[] { "One", "Two", "Three" })
        {
            await agent.Do(reference, "update", new JsonObject { ["text"] = text });
        }
        await Becomes(desk, reference, one => one.Tries >= 1 && one.NextAt > desk.Now);

        var other = (await agent.Log(Caller.FaultForSome)).Reference;
        await Becomes(desk, other, one => one.Tries >= 1 && one.NextAt > desk.Now);

        // The next day at ten the server is back. What is written then is not late.
        sink.At = _ => Task.FromResult(true);
        desk.AdvanceTo("2026-12-15T09:59:00Z");
        await agent.Do(reference, "update", new JsonObject { ["text"] = "Four" });
        desk.AdvanceTo("2026-12-15T10:00:00Z");
        var mails = (await Arrive(sink, 3)).Select(mail => mail.Read()).ToList();
        var first = mails.Single(mail => mail.Body.Text.Contains("Three", StringComparison.Ordinal)).Body.Text;
        Assert.StartsWith(
            "These 4 messages are late: we could not send them before. They are in the order in which we wrote them.",
            first.ReplaceLineEndings(" "),
            StringComparison.Ordinal
        );
        const string Written = "Written on Monday 14 December 2026, 10:00:";
        Assert.Equal(4, first.Split(Written).Length - 1);
        int[] places = [.. Waited.Select(text => first.IndexOf(text, StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        var alone = mails.Single(mail => mail.Subject.Contains(other, StringComparison.Ordinal)).Body.Text;
        const string Late =
            "This mail is late: we wrote it on Monday 14 December 2026, 10:00 and could not send it before.";
        Assert.Contains(Late, alone, StringComparison.Ordinal);
        var last = mails[^1].Body.Text;
        Assert.Contains("Four", last, StringComparison.Ordinal);
        Assert.DoesNotContain("late", last, StringComparison.Ordinal);

        // Each of them is known to have been sent, and in which mail.
        await Becomes(desk, reference, one => one.State == MessageState.Sent);
        var sent = await Queued(desk, reference);
        Assert.All(sent, one => Assert.Equal(MessageState.Sent, one.State));
        Assert.Equal([sent[3].Id, sent[3].Id, sent[3].Id, null, null], sent.Select(one => one.GoesWith));
        Assert.Equal(3, sink.Mails.Count);
    }

    private static readonly string[] Waited = ["We have logged your case", "One", "Two", "Three"];

    [Fact]
    public async Task Whoever_has_no_address_is_nobody_that_mail_waits_for()
    {
        await using var sink = new SmtpSink();
        await using var desk = await RunningDesk.Open(Monday, smtp: sink.Address);
        var agent = new Caller(desk);
        var fault = (JsonObject)Caller.FaultForSome.DeepClone();
        fault["contact"] = new JsonObject { ["name"] = "A caller", ["phone"] = "01632 960077" };
        var reference = (await agent.Log(fault)).Reference;

        Assert.Equal(MessageState.ByHand, Assert.Single(await Queued(desk, reference)).State);
        Assert.Equal((0, 0), await Database(desk).Outbox.Count("schools-desk", desk.Now));
    }

    private static RungDatabase Database(RunningDesk desk) => desk.Services.GetRequiredService<RungDatabase>();

    private static async Task<IReadOnlyList<QueuedMessage>> Queued(RunningDesk desk, string reference)
    {
        var database = Database(desk);
        var found = await database.Cases.Load(CaseReference.FromStored(reference));
        return await database.Outbox.OfCase(found!.Id);
    }

    private static async Task<QueuedMessage> Becomes(RunningDesk desk, string reference, Func<QueuedMessage, bool> isSo)
    {
        QueuedMessage? first = null;
        await RunningDesk.Until(
            async () => (first = (await Queued(desk, reference))[0]) is not null && isSo(first),
            $"the first message is as wanted; it is {first}"
        );
        return first!;
    }

    private static async Task<IReadOnlyList<SunkMail>> Arrive(SmtpSink sink, int count)
    {
        await RunningDesk.Until(() => Task.FromResult(sink.Mails.Count >= count), $"{count} mails arrive");
        return sink.Mails;
    }
}
