using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Mail.Inbound;
using Rung.Mail.Inbound.Senders;
using Rung.Mail.Inbound.Sorting;
using Rung.Mail.Inbound.Threading;
using Rung.Storage;
using Rung.Storage.Cases;
using Rung.Storage.Inbound;

namespace Rung.Server.Desk.Mails;

/// <summary>Looks up what the desk knows about the clues in a mail.</summary>
internal sealed class MailLooks(RungDatabase database, ReplyAddress replies)
{
    /// <param name="recipient">The address it came to.</param>
    public async Task<ThreadDecision> Decide(Guide guide, ReceivedMail mail, string recipient, MailJudgement judged)
    {
        var clues = ThreadClues.Of(mail, guide.Desk.ReferencePrefix, replies, recipient).Of(judged.Nature);
        var known = new Dictionary<string, CaseReference>(StringComparer.Ordinal);
        foreach (var id in clues.Answers.Concat(clues.Enclosed))
        {
            if (await CaseOf(guide, id) is { } found)
            {
                known[id] = found.Reference;
                break;
            }
        }
        var participants = new Dictionary<CaseReference, IReadOnlyList<string>>();
        foreach (var reference in clues.Signed.Concat(clues.InSubject).Concat(clues.InText).Distinct())
        {
            if (await database.Cases.Load(reference) is { } history && history.Desk == guide.Document.Id)
            {
                participants[reference] = await Participants(history);
            }
        }
        return Threads.Decide(clues, new ThreadKnowledge(known, participants), mail.From, judged.Sender);
    }

    /// <summary>
    /// What it is that reads like an automatic reply by its subject alone: one where it came to an address that we signed, answers a
    /// mail of ours or repeats the subject of one. A-24
    /// </summary>
    public async Task<MailNature> Settled(MailNature nature, ReceivedMail mail, ThreadDecision decision) =>
        nature.Sort == MailSort.Doubtful && (IsSigned(decision) || await AnswersUs(mail))
            ? nature with
            {
                Sort = MailSort.AutomaticReply,
            }
            : nature;

    private static bool IsSigned(ThreadDecision decision) =>
        decision is ThreadDecision.OnCase { By: ThreadedBy.SignedAddress };

    /// <summary>
    /// What stands below another mail's header fields: of a mail that is sent on that mail, unless it answers one that we have.
    /// </summary>
    public async Task<ReceivedMail> Unfolded(ReceivedMail mail) =>
        mail.IsForward && await Any(mail, async id => await Knows(id) || await database.Inbound.Knows(id))
            ? mail with
            {
                Body = mail.Body.AsAnswer(),
            }
            : mail;

    /// <summary>The mail that it answers and that waits to be logged itself; null: none.</summary>
    public async Task<InboundMail?> Waiting(string desk, ReceivedMail mail)
    {
        InboundMail? waiting = null;
        await Any(mail, async id => (waiting = await database.Inbound.Waiting(desk, id)) is not null);
        return waiting;
    }

    private Task<bool> Knows(string messageId) => database.Outbox.Knows(messageId);

    private static async Task<bool> Any(ReceivedMail mail, Func<string, Task<bool>> isOne)
    {
        foreach (var id in mail.Answers)
        {
            if (await isOne(id))
            {
                return true;
            }
        }
        return false;
    }

    private async Task<bool> AnswersUs(ReceivedMail mail)
    {
        if (await Any(mail, Knows))
        {
            return true;
        }
        return mail.From is { } from
            && MailSorter.RepeatedSubject(mail) is { } subject
            && await database.Outbox.Told(from.Address, subject);
    }

    /// <summary>The customer and the contact with this address; neither, or no contact, where several have it.</summary>
    public async Task<(Customer? Customer, Contact? Contact)> Sender(string desk, MailAddress? from)
    {
        if (from is null || await database.Customers.ByEmail(desk, from.Address) is not [var customer])
        {
            return (null, null);
        }
        return (
            customer,
            customer.Present.Where(one => one.ReadsAt(from.Address)).ToList() is [var only] ? only : null
        );
    }

    /// <summary>Whether what waits for everybody may name the case: not a complaint, which few may know of. ESS-93.</summary>
    public async Task<bool> MayName(CaseReference reference) =>
        await database.Cases.Load(reference) is not { } history || !IsComplaint(history);

    private static bool IsComplaint(CaseHistory history) => ((CaseLogged)history.Events[0]).IsComplaint();

    private async Task<CaseHistory?> CaseOf(Guide guide, string messageId) =>
        (await database.Inbound.CaseOf(messageId) ?? await database.Outbox.CaseOf(messageId)) is { } id
        && await database.Cases.Load(id) is { } history
        && history.Desk == guide.Document.Id
            ? history
            : null;

    // Whoever reported it, and the contacts of the customer it is about.
    private async Task<IReadOnlyList<string>> Participants(CaseHistory history)
    {
        var reporter = ReporterChanged.ReporterOf(history.Events);
        var customer = await database.Customers.Find(reporter.CustomerId);
        if (customer is null)
        {
            return reporter.Email is { } alone ? [alone] : [];
        }
        var present = customer.Present.Select(contact => contact.Email).OfType<string>();
        return reporter.Email is { } own && !HasLeft(customer, own) ? [own, .. present] : [.. present];
    }

    private static bool HasLeft(Customer customer, string address) =>
        customer.LeftOn is not null || customer.Contacts.Any(one => one.LeftOn is not null && one.ReadsAt(address));
}

/// <summary>What a mail is and how far its sender can be believed.</summary>
internal sealed record MailJudgement(MailNature Nature, SenderStanding Sender);
