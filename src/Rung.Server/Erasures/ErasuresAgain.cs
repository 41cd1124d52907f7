using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Server.Desk;
using Rung.Server.SubjectAccess;
using Rung.Storage;
using Rung.Storage.Cases;
using Rung.Storage.Customers;
using Rung.Storage.Erasures;

namespace Rung.Server.Erasures;

/// <summary>
/// When the desk starts: what the list says was erased and the database does not know of, since an older backup was restored, is
/// erased again; and what the list lacks is put on it.
/// </summary>
internal sealed partial class ErasuresAgain(
    RungDatabase database,
    ErasureList list,
    Erasers erasers,
    ILogger<ErasuresAgain> log
) : BackgroundService
{
    private const string Why = "It was erased before, and was there again after a backup was restored.";
    private const int AtOnce = 200;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Meet(stoppingToken);
        }
        catch (Exception e) when (e is StorageException or CorruptCaseException or IOException)
        {
            NotMet(log, e);
        }
    }

    private async Task Meet(CancellationToken stop)
    {
        var known = (await database.Erasures.Things()).ToHashSet();
        var listed = list.Read().ToHashSet();
        foreach (var thing in listed.Except(known).OrderBy(one => one.Kind))
        {
            stop.ThrowIfCancellationRequested();
            await Again(thing);
        }
        list.Add([.. (await database.Erasures.Things()).Except(listed)]);
    }

    private async Task Again(ErasedThing thing)
    {
        var wanted = new WantedErasure(Actor.Desk, Why, null);
        var refusal =
            thing.Kind == ErasureKind.Case
                ? await database.Cases.Load(CaseReference.FromStored(thing.Subject)) is { } history
                    ? (await erasers.Cases.Erase(history.Reference, wanted) as CaseErased.Refused)?.Why
                    : null
                : await Find(thing) is { } subject
                    ? (await erasers.People.Erase(subject, wanted) as PersonErased.Refused)?.Why[0]
                    : null;
        if (refusal is not null)
        {
            NotAgain(log, thing.Kind, thing.Subject, refusal);
        }
    }

    // Whoever it was is on file again, or nowhere.
    private async Task<Subject?> Find(ErasedThing thing)
    {
        if (!erasers.Desks.TryGet(thing.Desk, out var guide))
        {
            return null;
        }
        foreach (var standing in Enum.GetValues<Presence>())
        {
            Customer? after = null;
            while (await database.Customers.Page(thing.Desk, standing, after, AtOnce) is { Count: > 0 } page)
            {
                var found = page.SelectMany(
                    customer => customer.Contacts,
                    (customer, contact) => new Subject(guide, customer, contact)
                );
                if (found.FirstOrDefault(one => IsOf(one, thing)) is { } subject)
                {
                    return subject;
                }
                after = page[^1];
            }
        }
        return null;
    }

    private static bool IsOf(Subject one, ErasedThing thing) =>
        ErasureNote.Person(one.Desk, one.Customer.Id, one.Contact.Id) == thing.Subject;

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Whether something that was erased is there again could not be looked at. It is tried again at the next start."
    )]
    private static partial void NotMet(ILogger logger, Exception why);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "What was erased is there again after a restore and could not be erased: {Kind} {Subject}. {Why} It is tried again at the next start."
    )]
    private static partial void NotAgain(ILogger logger, ErasureKind kind, string subject, string why);
}

/// <summary>What erases.</summary>
internal sealed record Erasers(CaseEraser Cases, PersonEraser People, DeskRegister Desks);
