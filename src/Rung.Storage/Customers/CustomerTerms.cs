using Rung.Core.Customers;
using Rung.Storage.Search;

namespace Rung.Storage.Customers;

/// <summary>What a customer is found by, as it is kept; the numbers are those of the rows.</summary>
internal enum TermKind
{
    /// <summary>A site's code.</summary>
    Code = 0,

    /// <summary>The whole name.</summary>
    Name = 1,

    /// <summary>What follows from a word of a name, group or contact on, and the last digits of a number, for each of them.</summary>
    Part = 2,

    /// <summary>A contact's address, whole.</summary>
    Email = 3,
}

internal sealed record CustomerTerm(TermKind Kind, Presence Presence, string Text)
{
    // Those who left lie apart, so that whoever looks for a caller never passes them.
    private const int Apart = 10;

    public long Number => NumberOf(Kind, Presence);

    public static long NumberOf(TermKind kind, Presence standing) =>
        (long)kind + (standing == Presence.Left ? Apart : 0);
}

/// <summary>The terms of a customer. What is sought is the beginning of one of them, which an index answers.</summary>
internal static class CustomerTerms
{
    public const int FewestDigits = 3;
    private const int Longest = 60;

    public static IReadOnlyList<CustomerTerm> Of(Customer customer)
    {
        var standing = customer.LeftOn is null ? Presence.Present : Presence.Left;
        var name = Key(customer.Name);
        IEnumerable<CustomerTerm> own =
        [
            .. Codes(customer).Select(code => new CustomerTerm(TermKind.Code, standing, code)),
            new CustomerTerm(TermKind.Name, standing, Cut(name)),
            .. FromWords(name).Skip(1).Select(Part),
            .. FromWords(Key(customer.Group ?? "")).Select(Part),
            .. customer.Sites.SelectMany(site => FromWords(Key(site.Name))).Select(Part),
        ];
        return [.. own.Concat(customer.Contacts.SelectMany(contact => Of(contact, standing))).Distinct()];

        CustomerTerm Part(string text) => new(TermKind.Part, standing, text);
    }

    /// <summary>The codes of its sites as they are compared, its own first.</summary>
    public static IEnumerable<string> Codes(Customer customer) =>
        customer.Sites.Select(site => Key(site.Code)).Prepend(Key(customer.SiteCode)).Distinct(StringComparer.Ordinal);

    public static string Key(string text) => text.Trim().ToLowerInvariant();

    /// <summary>A text that is longer than any term, cut as those are.</summary>
    public static string Cut(string key) => key.Length > Longest ? key[..Longest] : key;

    private static IEnumerable<CustomerTerm> Of(Contact contact, Presence customer)
    {
        var standing = contact.LeftOn is null ? customer : Presence.Left;
        foreach (var text in FromWords(Key(contact.Name)).Concat(Endings(SearchText.Digits(contact.Phone))))
        {
            yield return new CustomerTerm(TermKind.Part, standing, text);
        }
        if (contact.Email is { } email)
        {
            yield return new CustomerTerm(TermKind.Email, standing, Key(email));
        }
    }

    private static IEnumerable<string> Endings(string digits)
    {
        for (var start = 0; start + FewestDigits <= digits.Length; start++)
        {
            yield return digits[start..];
        }
    }

    private static IEnumerable<string> FromWords(string key)
    {
        for (var index = 0; index < key.Length; index++)
        {
            if (index == 0 || (char.IsLetterOrDigit(key[index]) && !char.IsLetterOrDigit(key[index - 1])))
            {
                yield return Cut(key[index..]);
            }
        }
    }
}
