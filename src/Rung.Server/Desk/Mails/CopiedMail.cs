using Rung.Mail.Inbound.Senders;
using Rung.Mail.Inbound.Threading;
using Rung.Storage.Inbound;

namespace Rung.Server.Desk.Mails;

/// <summary>
/// What a mail still does that came another way already. It counts once; but whoever copies a level of the ladder escalates
/// and whoever copies the address for complaints complains (ESS-91), in whatever order the copies arrive.
/// </summary>
internal abstract record CopiedMail
{
    private CopiedMail() { }

    /// <summary>Nothing: the other says all of it.</summary>
    public sealed record Nothing(InboundMail Other) : CopiedMail;

    /// <summary>It asks for the next level on the case that the other is on; the other is the answer.</summary>
    public sealed record Escalates(InboundMail Other) : CopiedMail;

    /// <summary>The other waits for an agent, who is told what this address is for.</summary>
    public sealed record Hints(InboundMail Other, string Word) : CopiedMail;

    /// <summary>It waits for an agent itself.</summary>
    public sealed record Waits(InboundMail Other) : CopiedMail;

    /// <summary>What it would do if there were no other.</summary>
    public sealed record AsItself() : CopiedMail;

    /// <param name="copies">In the order in which they came; at least one.</param>
    public static CopiedMail Of(ReadMail read, IReadOnlyList<InboundMail> copies)
    {
        var (desk, use) = (read.Kept.Desk, MailUse.Of(read.Guide, read.Kept.Mailbox));
        var uses = copies.Select(copy => MailUse.Of(read.Guide, copy.Mailbox)).ToList();
        // What asks to escalate is the answer as well.
        if (
            read.Nature.IsAutomatic
            || uses.Contains(use)
            || (use is MailUse.Answer && uses.OfType<MailUse.Escalation>().Any())
        )
        {
            return new Nothing(copies[0]);
        }
        var onCase = copies.FirstOrDefault(copy => IsOnCase(copy) && copy.Desk == desk);
        var waiting = copies.FirstOrDefault(copy => copy.State == InboundState.Unlogged);
        return use switch
        {
            // Whoever complains about a case may answer on it, too.
            MailUse.Answer => IsThreaded(read) ? new AsItself() : new Nothing(copies[0]),
            MailUse.Escalation when onCase is { } on => Escalation(read, on),
            MailUse.Escalation when read.Decision is ThreadDecision.OnCase => new AsItself(),
            MailUse.Complaint when onCase is { } on => new Waits(on),
            _ when waiting is { } other && use.Hint is { } hint => new Hints(other, hint),
            // The other was put aside or handed over: nobody who reads it there learns what was asked for here.
            _ => new AsItself(),
        };
    }

    // What asks to escalate is still in hand until it is an answer as well.
    private static bool IsOnCase(InboundMail copy) =>
        copy is { State: InboundState.OnCase or InboundState.Received, CaseId: not null };

    // Where the other began the case there was nothing to escalate.
    private static CopiedMail Escalation(ReadMail read, InboundMail on) =>
        on.CaseEvent == 1 ? new Nothing(on)
        : read.Sender.Standing == Standing.Failed ? new Waits(on)
        : new Escalates(on);

    private static bool IsThreaded(ReadMail read) => read.Decision is ThreadDecision.OnCase or ThreadDecision.Hint;
}
