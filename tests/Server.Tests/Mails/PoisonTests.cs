using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rung.Server.Desk.Mails;
using Rung.Server.Tests.Api;
using Rung.Storage.Inbound;
using Rung.Storage.Sqlite;
using Xunit;

namespace Rung.Server.Tests.Mails;

/// <summary>A message that ends the process is set aside after two tries, with its reason; the others go on. R5</summary>
public sealed class PoisonTests
{
    // R5
    [Fact]
    public async Task What_ended_the_process_twice_is_set_aside_and_can_be_tried_again()
    {
        await using var desk = await RunningDesk.Open("2027-03-24T14:00:00Z");
        await desk.Stop();
        var (poison, other) = await TakenUpTwice(desk.Folder, desk.Now);
        await desk.Start();
        var mails = new MailServer(desk);

        var setAside = await mails.Settled(poison);
        Assert.Equal(InboundState.SetAside, setAside.State);
        Assert.Equal("Rung stopped twice while it was handling this message.", setAside.Reason);
        Assert.Equal(InboundState.Unlogged, (await mails.Settled(other)).State);

        Assert.True(await desk.Services.GetRequiredService<MailRoom>().Retry(poison, "Agent 1"));
        Assert.Equal(InboundState.Unlogged, (await mails.Settled(poison)).State);
    }

    private static async Task<(long Poison, long Other)> TakenUpTwice(string folder, Instant now)
    {
        await using var database = SqliteDatabase.Open(Path.Combine(folder, "rung.db"));
        var poison = await Poison.EndsTheProcess(database, Message("Poison"), now);
        return (poison, (await database.Inbound.Keep(Poison.Mail(Message("Other"), now + Duration.FromSeconds(1)))).Id);
    }

    private static string Message(string subject) =>
        MailServer.Message("office@ashgrove.example.org", subject, "It fails.");
}
