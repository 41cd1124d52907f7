using Microsoft.Extensions.DependencyInjection;
using Rung.Server.Tests.Api;
using Rung.Storage;
using Rung.Storage.Inbound;

namespace Rung.Server.Tests.Mails.Fetching;

/// <summary>What became of the mail that a desk fetched.</summary>
internal static class FetchedMail
{
    private const string Desk = "schools-desk";

    // What is asked is whether, not how soon: the machine may be busy with others.
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static string Message(string subject, string text = "It fails.") =>
        MailServer.Message("office@ashgrove.example.org", subject, text);

    public static RungDatabase Database(this RunningDesk desk) => desk.Services.GetRequiredService<RungDatabase>();

    /// <summary>Waits until so many mails wait to be logged and nothing is left to be handled.</summary>
    public static async Task<IReadOnlyList<InboundMail>> Unlogged(
        this RungDatabase database,
        int count,
        TimeSpan? patience = null
    )
    {
        IReadOnlyList<InboundMail> found = [];
        await RunningDesk.Until(
            async () =>
            {
                found = await database.Inbound.Of(Desk, InboundState.Unlogged, 10_000);
                var waiting = await database.Inbound.Of(Desk, InboundState.Received, 1);
                return found.Count >= count && waiting.Count == 0;
            },
            $"{count} mails wait to be logged",
            patience ?? Patience
        );
        return found;
    }

    /// <summary>Every mail is there, and none twice (I1, I2).</summary>
    public static async Task<IReadOnlyList<InboundMail>> Exactly(
        this RungDatabase database,
        IReadOnlyList<string> subjects
    )
    {
        var found = await database.Unlogged(subjects.Count);
        Xunit.Assert.Equal(
            subjects.Order(StringComparer.Ordinal),
            found.Select(mail => mail.Subject ?? "").Order(StringComparer.Ordinal)
        );
        return found;
    }

    /// <summary>
    /// Has everything tried again that was set aside because it was in hand at two kills, as a person does: only in many rounds
    /// does that happen to one mail (R5).
    /// </summary>
    public static async Task TryAgain(this RungDatabase database)
    {
        await RunningDesk.Until(
            async () => (await database.Inbound.Of(Desk, InboundState.Received, 1)).Count == 0,
            "nothing is left to be handled",
            Patience
        );
        foreach (var mail in await database.Inbound.Of(Desk, InboundState.SetAside, 10_000))
        {
            Xunit.Assert.Equal("Rung stopped twice while it was handling this message.", mail.Reason);
            Xunit.Assert.True(await database.Inbound.Retry(mail.Id, "Agent 1", mail.ReceivedAt));
        }
    }

    public static string[] Subjects(string name, int from, int count) =>
        [.. Enumerable.Range(from, count).Select(number => $"{name} {number}")];
}
