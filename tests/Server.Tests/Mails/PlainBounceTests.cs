using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Rung.Core.Cases;
using Rung.Mail.Inbound.Threading;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Mails.Fetching;
using Rung.Storage.Inbound;
using Rung.Storage.Outbox;
using Xunit;

namespace Rung.Server.Tests.Mails;

/// <summary>Reports that are written for people alone, as old servers do: what came back shows as with any other. R20</summary>
public sealed class PlainBounceTests
{
    private const string Office = "office@ashgrove.example.org";

    [Theory]
    [InlineData("failure notice", "<office@ashgrove.example.org>:\r\nno mailbox here by that name", "")]
    [InlineData(
        "Mail delivery failed: returning message to sender",
        "It failed.",
        "X-Failed-Recipients: " + Office + "\r\n"
    )]
    public async Task R20_What_came_back_in_plain_words_is_marked_on_its_case_and_on_the_contact(
        string subject,
        string words,
        string header
    )
    {
        await using var desk = await RunningDesk.Open("2027-05-04T08:00:00Z");
        var (agent, sent) = (new Caller(desk), await Sent(desk));

        var bounce = await Takes(desk, sent, $"{header}Subject: {subject}", words);

        Assert.Equal((InboundState.OnCase, Office), (bounce.State, bounce.Undelivered));
        Assert.Equal(MessageState.Bounced, (await Of(desk, sent)).State);
        Assert.Single((await agent.Get($"customers/{RunningDesk.Customer}")).Body!["cameBack"]!.AsArray());
    }

    // The first is of a delay; by the second their own server could not send it on to somebody else.
    [Theory]
    [InlineData("Delayed mail (still being retried)", "<office@ashgrove.example.org>: no answer yet", false)]
    [InlineData("failure notice", "<head@elsewhere.example.org>: no mailbox here by that name", true)]
    public async Task R20_What_is_late_or_is_about_another_address_marks_no_contact(
        string subject,
        string words,
        bool isMarked
    )
    {
        await using var desk = await RunningDesk.Open("2027-05-04T08:00:00Z");
        var sent = await Sent(desk);

        var bounce = await Takes(desk, sent, $"Subject: {subject}", words);

        Assert.Equal((InboundState.OnCase, null), (bounce.State, bounce.Undelivered));
        Assert.Equal(isMarked, (await Of(desk, sent)).State == MessageState.Bounced);
    }

    private static async Task<QueuedMessage> Sent(RunningDesk desk)
    {
        var reference = (await new Caller(desk).Log(Caller.FaultForSome)).Reference;
        var found = (await desk.Database().Cases.Load(CaseReference.FromStored(reference)))!;
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(desk.Folder, "rung.db")}");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE outbox SET state = 'Sent'";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return (await desk.Database().Outbox.OfCase(found.Id)).First(one => one.Message.To == Office);
    }

    private static async Task<QueuedMessage> Of(RunningDesk desk, QueuedMessage sent) =>
        (await desk.Database().Outbox.OfCase(sent.Message.CaseId!.Value)).First(one => one.Id == sent.Id);

    // To the address that mail servers send back to.
    private static async Task<InboundMail> Takes(RunningDesk desk, QueuedMessage sent, string header, string words)
    {
        var reference = (await desk.Database().Cases.Load(sent.Message.CaseId!.Value))!.Reference;
        var back = desk.Services.GetRequiredService<ReplyAddress>().Of("desk@schools.example.org", reference);
        var message =
            $"From: MAILER-DAEMON@mail.ashgrove.example.org\r\n{header}\r\n\r\n{words}\r\n\r\n"
            + "--- Below this line is a copy of the message.\r\n\r\nReturn-Path: <desk@schools.example.org>\r\n"
            + $"To: Office <{Office}>\r\nMessage-ID: <{sent.Message.MessageId}>\r\n";
        return await new MailServer(desk).Takes(message, back, sender: "");
    }
}
