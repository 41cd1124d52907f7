using System.Globalization;
using System.Text;
using Rung.Core.Customers;

namespace Rung.Server.Customers;

/// <summary>
/// People of one customer with one name. There are such people; mostly, though, it is somebody who is on file already, or the next
/// in a post, and nobody should mistake one for the other.
/// </summary>
internal static class Namesakes
{
    /// <summary>Of those who are added or called otherwise, each with somebody else who has, or had, their name there.</summary>
    /// <param name="before">Null: the customer is new.</param>
    /// <returns>The first by its place among the contacts of <paramref name="now"/>.</returns>
    public static IEnumerable<(int Index, Contact Other)> Of(Customer? before, Customer now)
    {
        var old = (before?.Contacts ?? []).ToDictionary(one => one.Id, StringComparer.Ordinal);
        var known = old.Values.ToList();
        foreach (var (index, contact) in now.Contacts.Index())
        {
            var name = Key(contact.Name);
            var isAsBefore = old.TryGetValue(contact.Id, out var was) && Key(was.Name) == name;
            if (!isAsBefore && known.Find(one => one.Id != contact.Id && Key(one.Name) == name) is { } other)
            {
                yield return (index, other);
            }
            known.RemoveAll(one => one.Id == contact.Id);
            known.Add(contact);
        }
    }

    // As it looks: no capitals, no marks that nobody sees, one sort of white space.
    private static string Key(string name)
    {
        var seen = name.Normalize(NormalizationForm.FormKC)
            .Where(letter => char.GetUnicodeCategory(letter) is not UnicodeCategory.Format);
        return string.Join(' ', string.Concat(seen).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .ToUpperInvariant();
    }
}
