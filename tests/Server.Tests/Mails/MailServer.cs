using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Rung.Core.Cases;
using Rung.Server.Desk.Mails;
using Rung.Server.Tests.Api;
using Rung.Storage;
using Rung.Storage.Inbound;
using Xunit;

namespace Rung.Server.Tests.Mails;

/// <summary>Hands mail to a running desk and waits until something became of it.</summary>
internal sealed class MailServer(RunningDesk desk)
{
    private const string Address = "desk@schools.example.org";

    public const string AuthServId = "mx.schools.example.org";

    /// <summary>What our mail server writes on top of a mail that is from where it says.</summary>
    public const string Verified = $"Authentication-Results: {AuthServId}; dmarc=pass header.from=ashgrove.example.org";

    private RungDatabase Database => desk.Services.GetRequiredService<RungDatabase>();

    /// <summary>What became of a mail from the office of Ashgrove, which our mail server verified.</summary>
    public Task<InboundMail> Receives(string subject, string text, params string[] headers) =>
        Takes(Message("Office <office@ashgrove.example.org>", subject, text, [Verified, .. headers]));

    public async Task<InboundMail> Takes(string message, string recipient = Address, string? sender = null)
    {
        var room = desk.Services.GetRequiredService<MailRoom>();
        var kept = await room.Keep(Encoding.UTF8.GetBytes(message), recipient, sender);
        return await Settled(kept.Id);
    }

    public async Task<InboundMail> Settled(long id)
    {
        InboundMail? found = null;
        await RunningDesk.Until(
            async () => (found = await Database.Inbound.Find(id)) is { State: not InboundState.Received },
            $"something becomes of mail {id}"
        );
        return found!;
    }

    /// <summary>What becomes of a mail that was set aside when somebody has it tried again.</summary>
    public async Task<InboundMail> TriedAgain(long id)
    {
        Assert.True(await desk.Services.GetRequiredService<MailRoom>().Retry(id, "Agent 1"));
        return await Settled(id);
    }

    public async Task<CaseReference?> CaseOf(InboundMail mail) =>
        mail.CaseId is { } id ? (await Database.Cases.Load(id))!.Reference : null;

    public async Task<int> Versions(string reference) =>
        (int)(await Database.Cases.Load(CaseReference.FromStored(reference)))!.Version;

    /// <summary>A message whose Message-ID is its subject and text, so that none is like another.</summary>
    public static string Message(string from, string subject, string text, params string[] headers)
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(subject + text)));
        string[] lines =
        [
            $"From: {from}",
            $"To: {Address}",
            "Date: Tue, 4 May 2027 08:05:00 +0100",
            $"Message-ID: <{id}@ashgrove.example.org>",
            $"Subject: {subject}",
            .. headers,
            "",
            text,
        ];
        return string.Join("\r\n", lines) + "\r\n";
    }
}
