using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Rung.Core.Cases;
using Rung.Mail.Inbound;
using Rung.Server.Tests.Api;
using Rung.Storage;
using Rung.Storage.Outbox;
using Xunit;

namespace Rung.Server.Tests.Mails.Sending;

/// <summary>By a real mail server: over TLS, with its own ways of saying no. R17, S26</summary>
public sealed class PostfixTests
{
    private const string Monday = "2026-12-14T10:00:00Z";

    // R17
    [Fact]
    public async Task Mail_goes_over_TLS_arrives_whole_and_each_recipient_has_a_fate_of_their_own()
    {
        await using var postfix = await PostfixServer.Start();
        await using var desk = await RunningDesk.Open(Monday, smtp: Address(postfix, postfix.Authority));
        var agent = new Caller(desk);
        var (fine, gone, full) = (
            await Log(agent, "office@ashgrove.example.org"),
            await Log(agent, "gone@ashgrove.example.org"),
            await Log(agent, "full@ashgrove.example.org")
        );

        var sent = await Becomes(desk, fine, one => one.State == MessageState.Sent);
        Assert.Contains("queued as", sent.Answer, StringComparison.Ordinal);
        var refused = await Becomes(desk, gone, one => one.State == MessageState.Undeliverable);
        Assert.Contains("no such person", refused.Answer, StringComparison.Ordinal);
        var deferred = await Becomes(desk, full, one => one.Answer is not null);
        Assert.Equal((MessageState.Queued, true), (deferred.State, deferred.NextAt > desk.Now));
        Assert.StartsWith("450", deferred.Answer, StringComparison.Ordinal);

        await RunningDesk.Until(() => Task.FromResult(postfix.Mails().Count == 1), "one mail is delivered");
        var mail = postfix.Mails()[0];
        Assert.Contains("with ESMTPS", mail, StringComparison.Ordinal);
        Assert.Contains("X-Original-To: office@ashgrove.example.org", mail, StringComparison.Ordinal);
        var read = MailReader.Read(Encoding.UTF8.GetBytes(mail));
        Assert.Equal(sent.Message.MessageId, read.MessageId);
        Assert.Equal($"[{fine}] E-mail is down for some users", read.Subject);
        Assert.Contains("We have logged your case", read.Body.Text, StringComparison.Ordinal);
        Assert.NotNull(read.Body.Html);
        // What comes back comes to the case.
        Assert.StartsWith("<desk+r", read.Headers.First("Return-Path"), StringComparison.Ordinal);
    }

    // R17
    [Fact]
    public async Task A_server_that_nobody_vouches_for_gets_nothing()
    {
        await using var postfix = await PostfixServer.Start();
        await using var desk = await RunningDesk.Open(Monday, smtp: Address(postfix, authority: null));
        var reference = await Log(new Caller(desk), "office@ashgrove.example.org");

        var waits = await Becomes(desk, reference, one => one.Answer is not null);
        Assert.Equal(MessageState.Queued, waits.State);
        Assert.Contains("certificate is not trusted", waits.Answer, StringComparison.Ordinal);
        Assert.Empty(postfix.Mails());
    }

    private static string Address(PostfixServer postfix, string? authority) =>
        $"smtp://localhost:{postfix.Port}" + (authority is null ? "" : $"?ca-file={Uri.EscapeDataString(authority)}");

    private static async Task<string> Log(Caller agent, string email)
    {
        var fault = (JsonObject)Caller.FaultForSome.DeepClone();
        fault["contact"] = new JsonObject { ["name"] = "Office manager", ["email"] = email };
        return (await agent.Log(fault)).Reference;
    }

    private static async Task<QueuedMessage> Becomes(RunningDesk desk, string reference, Func<QueuedMessage, bool> isSo)
    {
        var database = desk.Services.GetRequiredService<RungDatabase>();
        QueuedMessage? first = null;
        await RunningDesk.Until(
            async () =>
            {
                var found = await database.Cases.Load(CaseReference.FromStored(reference));
                first = (await database.Outbox.OfCase(found!.Id))[0];
                return isSo(first);
            },
            $"the message is as wanted; it is {first}"
        );
        return first!;
    }
}
