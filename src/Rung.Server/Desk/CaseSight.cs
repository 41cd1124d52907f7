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
    /// <returns>Null: there is none, or none for whoever looks.</returns>
    public async Task<CaseHistory?> Find(CaseReference reference, Actor viewer) =>
        await database.Cases.Load(reference) is { } history && await Allows(history, viewer) ? history : null;

    public async Task<bool> Allows(CaseHistory history, Actor who)
    {
        var logged = (CaseLogged)history.Events[0];
        var guide = desks.GuideOf(history);
        // ESS-88: who complained follows it like any other case; others of the customer know of it only from them.
        var maySee =
            who.IsCustomer && logged.IsComplaint()
                ? logged.Reporter.ContactName == who.Name
                : Restriction.Of(guide, logged).Allows(who);
        return maySee && (!who.IsCustomer || await IsTheirs(ReporterChanged.ReporterOf(history.Events), who));
    }

    /// <summary>Whether somebody is of a customer, who has them on file.</summary>
    public static bool IsOf(Customer? customer, Actor contact) =>
        customer?.Id == contact.CustomerId && customer?.Present.Any(one => one.Name == contact.Name) == true;

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

    // Whoever reported it, and all whom the customer has on file; nobody who left.
    private async Task<bool> IsTheirs(Reporter reporter, Actor contact)
    {
        if (reporter.CustomerId != contact.CustomerId)
        {
            return false;
        }
        var customer = await database.Customers.Find(reporter.CustomerId);
        return IsOf(customer, contact) || (reporter.ContactName == contact.Name && !HasLeft(customer, contact.Name));
    }

    private static bool HasLeft(Customer? customer, string name) =>
        customer is not null && (customer.LeftOn is not null || customer.Contacts.Any(one => one.Name == name));
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
