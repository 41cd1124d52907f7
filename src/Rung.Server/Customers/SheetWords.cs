using System.Globalization;
using Rung.Core.Cases;

namespace Rung.Server.Customers;

/// <summary>What became of rows, in the same words on the page, in the report and on the command line.</summary>
internal static class SheetWords
{
    public static string Of(RowFate fate) =>
        fate switch
        {
            RowFate.New => "new",
            RowFate.Changed => "changed",
            RowFate.Same => "as on file",
            _ => "refused",
        };

    /// <summary>"3 new, 2 changed, 40 as on file, 1 refused", without those that there are none of.</summary>
    public static string Counts(IReadOnlyList<RowFate> rows)
    {
        var counts = Enum.GetValues<RowFate>()
            .Select(fate => (Fate: fate, Count: rows.Count(row => row == fate)))
            .Where(one => one.Count > 0)
            .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Count:N0} {Of(one.Fate)}"));
        return string.Join(", ", counts) is { Length: > 0 } said ? said : "no row";
    }

    /// <summary>What to know of the file itself, a sentence each.</summary>
    public static IEnumerable<string> Notes(CustomerSheet sheet)
    {
        if (sheet.IsWindows)
        {
            yield return "It is no UTF-8 and was read as windows-1252: look whether names with accents are right.";
        }
        if (sheet.Unknown.Count > 0)
        {
            var shown = string.Join(", ", sheet.Unknown.Take(10).Select(OneLine.Start));
            yield return $"These columns are left alone: {shown}{(sheet.Unknown.Count > 10 ? " …" : "")}.";
        }
    }
}
