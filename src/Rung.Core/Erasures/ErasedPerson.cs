using System.Text.RegularExpressions;
using Rung.Core.Cases;

namespace Rung.Core.Erasures;

/// <summary>Somebody of a customer of whom nothing is to be kept.</summary>
/// <param name="CustomerId">Of their organisation.</param>
/// <param name="Name">As on file.</param>
public sealed record ErasedPerson(string CustomerId, string Name)
{
    /// <summary>As on file; null: none is.</summary>
    public string? Phone { get; init; }

    /// <summary>As on file; null: none is.</summary>
    public string? Email { get; init; }

    /// <summary>Of the contact on file; null: only a name is known.</summary>
    public string? Id { get; init; }

    /// <summary>Whether nobody else at their customer has this name, or had it: where no id tells, a name then does.</summary>
    public bool IsAlone { get; init; } = true;

    /// <summary>Whether they reported it: nobody else who is called so, or has the same address.</summary>
    public bool Is(Reporter reporter) =>
        reporter.CustomerId == CustomerId && Is(reporter.ContactId, reporter.ContactName);

    /// <summary>Whether they did it, on a case of their customer's.</summary>
    public bool Did(CaseEvent happened) => happened.By.IsCustomer && Is(happened.By.ContactId, happened.By.Name);

    /// <summary>Whether they are who was named at their customer.</summary>
    /// <param name="id">Null: none was kept.</param>
    public bool Is(string? id, string name) => id is not null && Id is not null ? id == Id : IsNamed(name);

    /// <summary>Whether a text is their name and nobody else's.</summary>
    public bool IsNamed(string text) =>
        IsAlone && string.Equals(text.Trim(), Name.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an address is theirs.</summary>
    public bool HasAddress(string? address) =>
        Email is { } own && string.Equals(own, address, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// A text of somebody else without them: the mark stands for their address, their number, and their name. A name of a single
    /// word is left in a sentence, where it may be any word, and one that others have as well is left everywhere.
    /// </summary>
    public string Without(string text) =>
        IsNamed(text)
            ? Erasing.Mark
            : Names().Aggregate(text, (rest, name) => Regex.Replace(rest, Whole(name), Erasing.Mark, How));

    private const RegexOptions How = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private IEnumerable<string> Names() =>
        ((string?[])[Email, Phone, IsAlone && Name.Trim().Contains(' ', StringComparison.Ordinal) ? Name : null])
            .OfType<string>()
            .Select(name => name.Trim())
            .Where(name => name.Length > 0);

    private static string Whole(string name)
    {
        var words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape);
        return $@"(?<![\p{{L}}\p{{N}}]){string.Join(@"\s+", words)}(?![\p{{L}}\p{{N}}])";
    }
}
