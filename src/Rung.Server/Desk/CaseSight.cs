using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Customers;
using Rung.Core.Evidence;
using Rung.Storage;
using Rung.Storage.Cases;

namespace Rung.Server.Desk;

/// <summary>
/// Who may see which case and what of it: the one policy, for pages, API, commands and mail alike. A complaint is seen by the
/// posts that its guide names (ESS-93) and by who complained; a customer's people see what is theirs, and of it what the desk says to customers.
/// To everybody else there is no such case.
/// </summary>
public sealed class CaseSight(RungDatabase database, DeskRegister desks)
{
    private const int MostFollowers = 20;

    /// <returns>Null: there is none, or none for whoever looks.</returns>
    public async Task<CaseHistory?> Find(CaseReference reference, Actor viewer) =>
        await database.Cases.Load(reference) is { } history && await Allows(history, viewer) ? history : null;

    public async Task<bool> Allows(CaseHistory history, Actor who)
    {
        var logged = (CaseLogged)history.Events[0];
        return !who.IsCustomer ? Restriction.Of(desks.GuideOf(history), logged).Allows(who)
            : who.Opened is { } opened ? await GoesOnWith(opened, history)
            : await IsTheirs(history, who);
    }

    /// <summary>Whether somebody is of a customer, who has them on file.</summary>
    public static bool IsOf(Customer? customer, Actor contact) => OnFile(customer, contact) is not null;

    private static Contact? OnFile(Customer? customer, Actor contact) =>
        customer?.Id == contact.CustomerId
            ? customer?.Present.FirstOrDefault(one => one.Id == contact.ContactId)
            : null;

    /// <summary>What of a case somebody sees who may see it.</summary>
    /// <param name="besides">Cases that are saved together with it, and seen as it is.</param>
    public async Task<Sight> Of(IReadOnlyList<CaseEvent> events, Actor viewer, IReadOnlyList<CaseReference> besides)
    {
        // No other case is linked to a complaint, and from the desk none but complaints are hidden.
        if (!viewer.IsCustomer && (viewer == Actor.Desk || !((CaseLogged)events[0]).IsComplaint()))
        {
            return Sight.Whole;
        }
        var unseen = new HashSet<CaseReference>();
        foreach (var other in Named(events).Except(besides))
        {
            if (await Find(other, viewer) is null)
            {
                unseen.Add(other);
            }
        }
        return new Sight(viewer.IsCustomer ? EvidenceEdition.Customer : EvidenceEdition.Internal, unseen);
    }

    private static IEnumerable<CaseReference> Named(IReadOnlyList<CaseEvent> events) =>
        events.SelectMany<CaseEvent, CaseReference>(happened =>
            happened switch
            {
                CaseLogged { Continues: { } before } => [before],
                Linked link => [link.Other],
                _ => [],
            }
        );

    // All whom the customer has on file see its cases. ESS-88: a complaint follows who complained like any other case, where they
    // read at the address that they complained from; others of the customer know of it only from them.
    private async Task<bool> IsTheirs(CaseHistory history, Actor who)
    {
        var reporter = ReporterChanged.ReporterOf(history.Events);
        if (reporter.CustomerId != who.CustomerId)
        {
            return false;
        }
        var customer = await database.Customers.Find(reporter.CustomerId);
        return OnFile(customer, who) is { } contact
            && (
                !((CaseLogged)history.Events[0]).IsComplaint()
                || (customer!.WhoReported(reporter) == contact && contact.ReadsAt(reporter.Email))
            );
    }

    // What goes on with it is theirs as long as it is they who report it.
    private async Task<bool> GoesOnWith(CaseReference opened, CaseHistory history)
    {
        if (await database.Cases.Load(opened) is not { } first)
        {
            return false;
        }
        var stranger = ReporterChanged.ReporterOf(first.Events);
        var at = history;
        for (var steps = 0; at is not null && steps < MostFollowers && IsBy(stranger, at); steps++)
        {
            if (at.Reference == opened)
            {
                return true;
            }
            at = ((CaseLogged)at.Events[0]).Continues is { } before ? await database.Cases.Load(before) : null;
        }
        return false;
    }

    private static bool IsBy(Reporter stranger, CaseHistory history)
    {
        var reporter = ReporterChanged.ReporterOf(history.Events);
        return (reporter.CustomerId, reporter.ContactId) == (stranger.CustomerId, stranger.ContactId)
            && AsContact(reporter).IsNamed(stranger.ContactName)
            && AsContact(reporter).ReadsAt(stranger.Email);
    }

    private static Contact AsContact(Reporter reporter) => new("", reporter.ContactName, null, reporter.Email, []);
}

/// <summary>What of a case whoever looks sees.</summary>
/// <param name="Unseen">Cases that are named in it and do not exist for them.</param>
public sealed record Sight(EvidenceEdition Edition, IReadOnlySet<CaseReference> Unseen)
{
    /// <summary>All of it.</summary>
    public static Sight Whole { get; } = new(EvidenceEdition.Internal, new HashSet<CaseReference>());

    public bool IsCustomers => Edition == EvidenceEdition.Customer;

    public bool Names(CaseReference? other) => other is { } one && !Unseen.Contains(one);

    /// <summary>What they read of something that happened; null: nothing.</summary>
    public T? Of<T>(T? happened)
        where T : CaseEvent =>
        (IsCustomers && happened is not null ? EditionEvents.ForCustomer(happened) : happened) switch
        {
            CaseLogged { Continues: { } before } logged when !Names(before) => (T)
                (CaseEvent)(logged with { Continues = null }),
            Linked link when !Names(link.Other) => null,
            Unlinked link when !Names(link.Other) => null,
            var seen => (T?)seen,
        };

    public IReadOnlyList<T> Of<T>(IEnumerable<T> happened)
        where T : CaseEvent => [.. happened.Select(Of).OfType<T>()];
}
