using Rung.Core.Cases;

namespace Rung.Server.Customers;

/// <summary>
/// The people whom a file gives a customer by their names alone. Where two rows of one name have not the same address, nobody can say
/// whether they are one person, and the second would take the first one's mail.
/// </summary>
internal sealed class NamedRows
{
    private readonly Dictionary<string, SheetRow> _first = new(StringComparer.Ordinal);

    /// <returns>What is wrong with a row; nothing: it is kept, to be held against those further down.</returns>
    public IEnumerable<string> Fault(SheetRow row)
    {
        if (row[CustomerColumns.Contact] is not null || row[CustomerColumns.ContactName] is not { } name)
        {
            yield break;
        }
        if (!_first.TryAdd(Visible.KeyOf(name), row) && Differs(_first[Visible.KeyOf(name)], row))
        {
            yield return $"line {_first[Visible.KeyOf(name)].Line} has somebody of this name with another {CustomerColumns.Email} or {CustomerColumns.Phone}: give each an id of their own in the column {CustomerColumns.Contact}";
        }
    }

    private static bool Differs(SheetRow one, SheetRow other) =>
        IsAnother(one[CustomerColumns.Email], other[CustomerColumns.Email])
        || IsAnother(one[CustomerColumns.Phone], other[CustomerColumns.Phone]);

    private static bool IsAnother(string? one, string? other) =>
        one is not null
        && other is not null
        && !string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}
