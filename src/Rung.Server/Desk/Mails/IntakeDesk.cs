using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Storage;
using Rung.Storage.Customers;
using Rung.Storage.Inbound;
using Route = Rung.Core.Guides.Route;

namespace Rung.Server.Desk.Mails;

/// <summary>
/// What an agent decides about mail that waits. Whoever is first decides: everything asks for the state that the mail must
/// be in, so that two who log the same mail make one case.
/// </summary>
public sealed class IntakeDesk(
    RungDatabase database,
    ServiceDesk desk,
    MailReading reading,
    MailRoom room,
    HandingOver handing,
    DeskClock clock,
    DeskLive live
)
{
    private const int LongestReason = 2000;

    private readonly AnsweringMail _answering = new(desk, reading.Looks);
    private readonly MailCopies _copies = new(database);

    /// <summary>Makes a case of it, received when the mail was. ESS-37, ESS-39, A-04</summary>
    /// <param name="guide">The guide in force at the mail's desk.</param>
    /// <param name="command">With a hold reason when the mail is unclear: what is missing is asked for at once.</param>
    public Task<DeskAnswer> Log(InboundMail mail, Guide guide, LogCase command, Requester who)
    {
        var received = command with { Source = Channel.Email, ReceivedAt = mail.ReceivedAt };
        return desk.Log(guide, received, who with { Mail = Decided(mail, InboundState.OnCase, who.Actor) });
    }

    /// <summary>Enters it on a case as what the customer said, which on a closed one begins the next, or asked (ESS-78).</summary>
    public async Task<DeskAnswer> Attach(InboundMail mail, CaseReference reference, EnteredAs entered, Actor by)
    {
        var found = await desk.LookAtLatest(reference, Actor.Desk);
        if (found is null || found.State.Logged.Desk != mail.Desk || await desk.Look(found.State.Reference, by) is null)
        {
            return new DeskAnswer.Refused(DeskRefusals.NoSuchCase(reference.Text));
        }
        var arrived = (await reading.Read(mail)).Arrived;
        var outcome = Decided(mail, InboundState.OnCase, by);
        if (entered == EnteredAs.Question)
        {
            return await _answering.Question(found.State.Reference, arrived, outcome);
        }
        var copies = await _copies.Of(arrived);
        var whole = arrived with
        {
            AlsoAt = [.. copies.Where(copy => copy.State == InboundState.LeftAlone).Select(copy => copy.Mailbox)],
        };
        return await _answering.Answer(found.State.Reference, whole, outcome);
    }

    /// <summary>It is no case. It is kept, listed, and can be restored.</summary>
    public async Task<IntakeAnswer> Discard(InboundMail mail, string reason, Actor by)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason)
        {
            return new IntakeAnswer.Refused(
                $"Say in at most {LongestReason:N0} characters why it is no case: whoever looks for it later reads that."
            );
        }
        var from = mail.State == InboundState.SetAside ? InboundState.SetAside : InboundState.Unlogged;
        var outcome = Decided(mail, InboundState.LeftAlone, by) with { From = from, Reason = reason.Trim() };
        return await Settle(mail, outcome);
    }

    /// <summary>Hands it over to another team, word for word, which is told by mail; so is its sender. ESS-11, ESS-12, ESS-86</summary>
    /// <param name="note">What the team should know besides; null: nothing.</param>
    public async Task<IntakeAnswer> HandOver(InboundMail mail, Route to, string? note, Actor by)
    {
        if (note?.Length > LongestReason)
        {
            return new IntakeAnswer.Refused($"The note is longer than {LongestReason:N0} characters: shorten it.");
        }
        var read = await reading.Read(mail);
        var outcome = Decided(mail, InboundState.LeftAlone, by) with { Reason = $"Handed over to {to.Name}." };
        var handed = HandedMail.Of(read, to, note);
        var referral = HandedMail.Referral(read, handed, clock.Now(), by);
        var done = await handing.Record(read.Guide, referral, handed, outcome);
        return Told(done.Now == RecordedNow.Yes, mail.Desk);
    }

    /// <summary>Puts what was left alone among the un-logged, with the times of its receipt.</summary>
    public Task<IntakeAnswer> Restore(InboundMail mail, Guide guide, Actor by)
    {
        var times = MailTimes.Of(guide, mail.Mailbox, mail.ReceivedAt);
        var why = mail.DecidedBy is { } who ? $"{who} had left it alone" : "Rung had left it alone";
        var restored = Decided(mail, InboundState.Unlogged, by) with
        {
            From = InboundState.LeftAlone,
            EffectiveAt = times.EffectiveAt,
            LogBy = times.LogBy,
            Reason = $"Restored by {by.Name}; {why}: {mail.Reason}",
        };
        return Settle(mail, restored);
    }

    /// <summary>Hands it to another route, of this desk or another, as received when it was. ESS-11</summary>
    public async Task<IntakeAnswer> Move(InboundMail mail, MailPlace to, Actor by)
    {
        if (to.Address.Equals(mail.Mailbox, StringComparison.OrdinalIgnoreCase))
        {
            return new IntakeAnswer.Refused("It is there already: choose another route.");
        }
        var times = MailTimes.Of(to.Guide, to.Address, mail.ReceivedAt);
        var there = await reading.Read(mail with { Desk = to.Desk, Mailbox = to.Address });
        var isMoved = await database.Inbound.Move(
            new InboundMove(mail.Id, mail.Mailbox, to.Desk, to.Address, $"Moved here from {mail.Mailbox} by {by.Name}.")
            {
                EffectiveAt = times.EffectiveAt,
                LogBy = times.LogBy,
                Look = there.Arrived.Look,
            }
        );
        return Told(isMoved, mail.Desk, to.Desk);
    }

    /// <summary>Handles what was set aside once more. R5</summary>
    public async Task<IntakeAnswer> Retry(InboundMail mail, Actor by) =>
        Told(await room.Retry(mail.Id, by.Name), mail.Desk);

    private InboundOutcome Decided(InboundMail mail, InboundState to, Actor by) =>
        new(mail.Id, InboundState.Unlogged, to) { DecidedBy = by.Name, DecidedAt = clock.Now() };

    private async Task<IntakeAnswer> Settle(InboundMail mail, InboundOutcome outcome) =>
        Told(await database.Inbound.Settle(outcome), mail.Desk);

    private IntakeAnswer Told(bool isDone, params ReadOnlySpan<string> changed)
    {
        if (!isDone)
        {
            return new IntakeAnswer.Settled();
        }
        foreach (var one in changed)
        {
            live.Changed(one, LiveHint.NoCase);
        }
        return new IntakeAnswer.Done();
    }
}

/// <summary>What a mail is on the case that an agent enters it on.</summary>
public enum EnteredAs
{
    /// <summary>What the customer said: it ends a hold, and sends a resolved case back. A-06, A-10</summary>
    Answer,

    /// <summary>They ask how things stand, which answers nothing. ESS-78</summary>
    Question,
}

/// <summary>What an agent's decision about a mail came to.</summary>
public abstract record IntakeAnswer
{
    private IntakeAnswer() { }

    public sealed record Done() : IntakeAnswer;

    /// <param name="Sentence">What is wrong and what to do.</param>
    public sealed record Refused(string Sentence) : IntakeAnswer;

    /// <summary>Somebody decided before; nothing was done.</summary>
    public sealed record Settled() : IntakeAnswer;
}
