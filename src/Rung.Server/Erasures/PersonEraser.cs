using Rung.Core.Cases;
using Rung.Core.Erasures;
using Rung.Server.Desk;
using Rung.Server.Retention;
using Rung.Server.SubjectAccess;
using Rung.Storage;
using Rung.Storage.Erasures;
using Rung.Storage.Inbound;

namespace Rung.Server.Erasures;

/// <summary>
/// Erases all that is kept of somebody of a customer: case by case, and at the end what is on file of them, so that whoever was
/// broken off begins again and goes on. S72; UK GDPR, Article 17.
/// </summary>
internal sealed class PersonEraser(RungDatabase database, CaseEraser eraser, LegalHolds holds, ErasureKeeper keeper)
{
    private const int AtOnce = 100;
    private const int MostRefusals = 20;
    private const string Waiting = "Mail from them waits for somebody of the desk: log it, or leave it alone, first.";

    /// <summary>What would go, and what is in the way.</summary>
    public async Task<PersonLook> Look(Subject subject)
    {
        var shared = await SharedWith(subject);
        var person = shared is null ? subject.Person : subject.Person with { Email = null };
        var (own, others, refusals) = (new List<CaseReference>(), new List<CaseReference>(), new List<string>());
        if (await holds.Over(subject.Customer, subject.Contact) is not null)
        {
            refusals.Add($"{subject.Contact.Name} is under a legal hold: it has to be lifted first.");
        }
        await foreach (var reference in CustomerCases.All(database, subject, eraser.Now))
        {
            if (await database.Cases.Load(reference) is not { } history || !CaseWithout.Has(history, person))
            {
                continue;
            }
            (person.Is(ReporterChanged.ReporterOf(history.Events)) ? own : others).Add(reference);
            if (refusals.Count < MostRefusals && await eraser.Refuses(history) is { } refusal)
            {
                refusals.Add(refusal);
            }
        }
        var mails = person.Email is { } address ? await Mails(subject.Desk, address) : [];
        refusals.AddRange(mails.Where(Waits).Take(1).Select(_ => Waiting));
        return new PersonLook(person)
        {
            Own = own,
            OfOthers = others,
            Mails = mails.Count,
            Refusals = refusals,
            SharedWith = shared,
        };
    }

    /// <summary>Does it, unless something is in the way.</summary>
    /// <param name="wanted">By whom and why; whose it is the subject says.</param>
    public async Task<PersonErased> Erase(Subject subject, WantedErasure wanted)
    {
        var look = await Look(subject);
        if (look.Refusals.Count > 0)
        {
            return new PersonErased.Refused(look.Refusals);
        }
        var counts = new ErasedCounts(0, 0, 0, 0);
        foreach (var reference in look.Own.Concat(look.OfOthers))
        {
            switch (await eraser.Erase(reference, wanted with { Person = look.Person }))
            {
                case CaseErased.Done done:
                    counts += done.Counts;
                    break;
                case CaseErased.Refused refused:
                    return new PersonErased.Refused([refused.Why]);
            }
        }
        var (desk, customer, contact) = (subject.Desk, subject.Customer, subject.Contact);
        var name = ErasureNote.Person(desk, customer.Id, contact.Id);
        var note = new ErasureNote(desk, ErasureKind.Person, name, eraser.Now, wanted.By, wanted.Why)
        {
            Counts = counts,
        };
        return await keeper.Person(new PersonErasure(customer, contact, look.Person), note) is ErasureResult.Done whole
            ? new PersonErased.Done(whole.Counts)
            : new PersonErased.NothingLeft();
    }

    // Mail by an address that others read as well is not only theirs.
    private async Task<string?> SharedWith(Subject subject)
    {
        if (subject.Contact.Email is not { } address)
        {
            return null;
        }
        var others = await database.Customers.ByEmail(subject.Desk, address);
        return subject.SharesAddress
            ? "the desk"
            : others
                .Where(one => one.Id != subject.Customer.Id)
                .Append(subject.Customer)
                .SelectMany(one => one.Contacts)
                .FirstOrDefault(one => one != subject.Contact && subject.IsOwn(one.Email))
                ?.Name;
    }

    private async Task<List<InboundMail>> Mails(string desk, string address)
    {
        List<InboundMail> all = [];
        while (
            await database.Inbound.OfAuthor(desk, address, AtOnce, all is [.., var last] ? last.Id : 0)
                is { Count: > 0 } page
        )
        {
            all.AddRange(page);
        }
        return all;
    }

    private static bool Waits(InboundMail mail) =>
        mail.State is InboundState.Received or InboundState.Unlogged or InboundState.SetAside;
}

/// <summary>What became of the erasure of somebody.</summary>
internal abstract record PersonErased
{
    private PersonErased() { }

    /// <summary>On disk.</summary>
    public sealed record Done(ErasedCounts Counts) : PersonErased;

    /// <summary>They are not on file any more: it was done before.</summary>
    public sealed record NothingLeft : PersonErased;

    /// <param name="Why">Sentences. What was erased before somebody changed something stays erased.</param>
    public sealed record Refused(IReadOnlyList<string> Why) : PersonErased;
}
