using System.Text.Json.Nodes;
using NodaTime;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Mails.Fetching;

namespace Rung.Server.Tests.Mails.Sending;

/// <summary>A desk whose mail goes to another desk, and that gets that one's.</summary>
/// <param name="isStripped">Whether what comes has lost every field by which programs know each other.</param>
internal sealed class FacingDesk(RunningDesk desk, SmtpSink sink, string id, string address, bool isStripped)
    : IAsyncDisposable
{
    private static readonly string[] Marks =
    [
        "Auto-Submitted:",
        "X-Auto-Response-Suppress:",
        "X-Loop:",
        "Precedence:",
        "Return-Path:",
    ];

    private readonly Caller _agent = new(desk, at: id);
    private readonly MailServer _mails = new(desk);
    private int _said;

    public string Address => address;

    public int Sent => sink.Mails.Count;

    public static async Task<FacingDesk> Open(string now, string id, string address, bool isStripped)
    {
        var sink = new SmtpSink();
        return new FacingDesk(await RunningDesk.Open(now, smtp: sink.Address), sink, id, address, isStripped);
    }

    public Task Log(JsonObject fault) => _agent.Log(fault);

    public async Task<int> Cases() => (await _agent.Get("queue?take=100")).Expect(200).Body!["rows"]!.AsArray().Count;

    /// <summary>What it has to say a minute later.</summary>
    public async Task<IReadOnlyList<SunkMail>> Says()
    {
        desk.Advance(Duration.FromMinutes(1));
        await RunningDesk.Until(
            async () => (await desk.Database().Outbox.Count(id, desk.Now)).Waiting == 0,
            "nothing waits to be sent"
        );
        SunkMail[] fresh = [.. sink.Mails.Skip(_said)];
        _said += fresh.Length;
        return fresh;
    }

    public async Task Takes(IReadOnlyList<SunkMail> mails)
    {
        foreach (var mail in mails)
        {
            await (
                isStripped
                    ? _mails.Takes(Stripped(mail.Content), mail.To[0])
                    : _mails.Takes(mail.Content, mail.To[0], mail.From)
            );
        }
    }

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        await sink.DisposeAsync();
    }

    private static string Stripped(string content) =>
        string.Join(
            "\r\n",
            content
                .Split("\r\n")
                .Where(line => !Marks.Any(mark => line.StartsWith(mark, StringComparison.OrdinalIgnoreCase)))
        );
}
