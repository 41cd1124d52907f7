using NodaTime;
using Rung.Core.Customers;

namespace Rung.Server.Customers;

/// <summary>What filing a customer changes of its people: who is who, and who reads at which address.</summary>
/// <param name="Added">Under ids that nobody had.</param>
/// <param name="Readdressed">As they were and as they are: an address that they had is another, or none.</param>
internal sealed record ContactChanges(
    IReadOnlyList<Contact> Added,
    IReadOnlyList<(Contact Before, Contact Now)> Readdressed
)
{
    public static ContactChanges Of(Customer before, Customer now)
    {
        var old = before.Contacts.ToDictionary(one => one.Id, StringComparer.Ordinal);
        var kept = now.Contacts.Where(one => old.ContainsKey(one.Id)).Select(one => (old[one.Id], one));
        return new ContactChanges(
            [.. now.Contacts.Where(one => !old.ContainsKey(one.Id))],
            [.. kept.Where(pair => pair.Item1.Email is not null && !pair.Item1.ReadsAt(pair.one.Email))]
        );
    }

    /// <summary>
    /// The customer with those whom it had and has no more: they have left. What they reported is theirs under their id, which nobody else is
    /// given after them.
    /// </summary>
    public static Customer WithLeavers(Customer before, Customer now, LocalDate today)
    {
        var ids = now.Contacts.Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
        var leavers = before
            .Contacts.Where(one => !ids.Contains(one.Id))
            .Select(one => one with { Site = null, LeftOn = one.LeftOn ?? today });
        return now with { Contacts = [.. now.Contacts, .. leavers] };
    }

    /// <summary>Of whom, by id, as the audit trail has it; null: of nobody.</summary>
    public string? Words =>
        Added.Count + Readdressed.Count == 0
            ? null
            : string.Join(
                "; ",
                new[] { Ids("added", Added), Ids("address of", Readdressed.Select(pair => pair.Now)) }.OfType<string>()
            );

    private static string? Ids(string what, IEnumerable<Contact> contacts) =>
        string.Join(", ", contacts.Select(one => one.Id)) is { Length: > 0 } ids ? $"{what} {ids}" : null;
}
