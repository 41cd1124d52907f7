using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Mail.Inbound;
using Rung.Storage.Inbound;

namespace Rung.Server.Desk.Mails;

/// <summary>A mail that is being handled, and what can become of it.</summary>
internal sealed record Arrived(InboundMail Taken, ReceivedMail Mail, Guide Guide)
{
    private const int LongestText = 90_000;

    /// <summary>What lists show of it.</summary>
    public required InboundLook Look { get; init; }

    /// <summary>The address that a mail of ours did not reach, as it says; null: it says so of none.</summary>
    public string? Unreached { get; init; }

    /// <summary>Its number among its copies, where it was decided by those before it; null: no copy matters.</summary>
    public long? CopyNumber { get; init; }

    /// <summary>Where copies of it came that were left alone: what is asked for there is asked for here.</summary>
    public IReadOnlyList<string> AlsoAt { get; init; } = [];

    /// <summary>What was written, as it goes onto a case; the original has the rest.</summary>
    public string Text => TextWith(Mail.Attachments.Select(one => $"[attached: {one.FileName}]"));

    /// <summary>What it says where it says only one thing, in words of its own and with nothing attached.</summary>
    public Gist Gist => Mail.Attachments.Count == 0 ? GistReader.Of(Mail.Body.Said) : Gist.Other;

    /// <summary>The same with other words on what is attached.</summary>
    public string TextWith(IEnumerable<string> attachments)
    {
        var said = Mail.Body.Said;
        var text = said.Length == 0 ? $"[no text; subject: {Mail.Subject}]" : said;
        var attached = string.Concat(attachments.Select(one => $"\n{one}"));
        return text.Length + attached.Length <= LongestText ? text + attached : Cut(text);
    }

    /// <summary>The same for what no person wrote: with its sender and its subject.</summary>
    public string WholeText
    {
        get
        {
            var text = $"{Mail.From?.ToString() ?? "Unknown sender"}: {Mail.Subject}\n\n{Text}";
            return text.Length <= LongestText ? text : Cut(text);
        }
    }

    public InboundOutcome OnCase(string? because) => To(InboundState.OnCase, because);

    public InboundOutcome LeftAlone(string because) => To(InboundState.LeftAlone, because);

    /// <summary>Waits for an agent, with its clocks (ESS-40, ESS-41).</summary>
    public InboundOutcome Unlogged(string? reason)
    {
        var times = MailTimes.Of(Guide, Taken.Mailbox, Taken.ReceivedAt);
        return To(InboundState.Unlogged, reason) with { EffectiveAt = times.EffectiveAt, LogBy = times.LogBy };
    }

    private InboundOutcome To(InboundState state, string? reason) =>
        new(Taken.Id, InboundState.Received, state)
        {
            MessageId = Mail.MessageId,
            Author = Mail.From?.Key,
            Subject = Mail.Subject,
            Reason = reason,
            Look = Look,
            Undelivered = Unreached,
            CopyNumber = CopyNumber,
        };

    private static string Cut(string text) =>
        string.Concat(text.AsSpan(0, Math.Min(text.Length, LongestText)), "\n[… the original has the rest]");
}
