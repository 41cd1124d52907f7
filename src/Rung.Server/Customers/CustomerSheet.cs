using System.Text;
using CsvHelper;
using Rung.Core.History.Lines;

namespace Rung.Server.Customers;

/// <summary>A file of customers as it was read; nothing of it is believed yet.</summary>
/// <param name="Problem">Why it is no such file, or was not read to its end, a sentence; null: nothing is wrong with it.</param>
internal sealed record CustomerSheet(IReadOnlyList<SheetRow> Rows, string? Problem)
{
    /// <summary>Rows beyond this are not read.</summary>
    public const int MostRows = 200_000;

    private const int LargestRow = 1024 * 1024;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Columns that Rung has no place for; what is in them is left alone.</summary>
    public IReadOnlyList<string> Unknown { get; private init; } = [];

    /// <summary>Whether it was read as a spreadsheet on Windows writes, since it is no UTF-8.</summary>
    public bool IsWindows { get; private init; }

    public static CustomerSheet Of(byte[] content)
    {
        var (text, isWindows) = Decoded(content);
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            return new CustomerSheet([], "This is no CSV file: it has bytes in it that are no text.");
        }
        return Read(text) with { IsWindows = isWindows };
    }

    // By its mark UTF-8 or UTF-16; without one UTF-8, and what cannot be that is what spreadsheets on Windows save.
    private static (string Text, bool IsWindows) Decoded(byte[] content)
    {
        try
        {
            using var reader = new StreamReader(new MemoryStream(content), Strict, true);
            return (reader.ReadToEnd(), false);
        }
        catch (DecoderFallbackException)
        {
            return (CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(content), true);
        }
    }

    private static CustomerSheet Read(string text)
    {
        var malformed = new Dictionary<long, CsvMalformedReason>();
        using var reader = CsvReader.Create(
            new StringReader(text),
            new CsvReaderOptions
            {
                MaxRecordSize = LargestRow,
                TrackLineNumbers = true,
                OnMalformedRecord = record => malformed.TryAdd(record.LineNumber, record.Reason),
            },
            leaveOpen: false
        );
        var rows = new List<SheetRow>();
        try
        {
            reader.ReadHeader();
            string[] header = [.. reader.Headers.Select(one => CellText.Clean(one).Trim().ToLowerInvariant())];
            if (HeaderProblem(header) is { } fault)
            {
                return new CustomerSheet([], fault);
            }
            while (reader.Read() && rows.Count <= MostRows)
            {
                var broken =
                    malformed.TryGetValue(reader.LineNumber, out var reason) && reason != CsvMalformedReason.StrayQuote;
                rows.Add(Row(reader, header, broken));
            }
            var problem =
                rows.Count > MostRows ? $"It has more than {MostRows:N0} rows: import it in parts."
                : rows.Count == 0 ? "It has a header, and no row below it."
                : null;
            return new CustomerSheet(problem is null ? rows : [], problem)
            {
                Unknown = [.. header.Where(one => one.Length > 0 && !CustomerColumns.All.Contains(one))],
            };
        }
        catch (CsvFormatException)
        {
            var after = rows.Count == 0 ? "In its first lines" : $"After line {rows[^1].Line}";
            return new CustomerSheet(
                [],
                $"{after} a row is larger than 1 MiB: is a quote not closed, or is this another file?"
            );
        }
    }

    private static string? HeaderProblem(string[] header)
    {
        var known = header.Where(CustomerColumns.All.Contains).ToArray();
        var twice = known.GroupBy(one => one).FirstOrDefault(same => same.Count() > 1);
        return twice is not null ? $"It has the column {twice.Key} twice: leave one of them out."
            : known.Contains(CustomerColumns.Customer) || known.Contains(CustomerColumns.SiteCode) ? null
            : $"Its first line has neither the column {CustomerColumns.Customer} nor {CustomerColumns.SiteCode}, so that nobody can say whose rows these are. The columns are {string.Join(", ", CustomerColumns.All)}.";
    }

    private static SheetRow Row(CsvReader reader, string[] header, bool isBroken)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var place = 0; place < Math.Min(header.Length, reader.FieldCount); place++)
        {
            if (
                CustomerColumns.All.Contains(header[place])
                && Unguarded(reader.GetString(place)) is { Length: > 0 } cell
            )
            {
                cells[header[place]] = cell;
            }
        }
        return new SheetRow(reader.LineNumber, cells)
        {
            IsBroken = isBroken,
            IsLonger = reader.FieldCount > header.Length,
        };
    }

    // What an export put before a cell that a spreadsheet would take for a formula.
    private static string Unguarded(string cell)
    {
        var text = cell.Trim();
        return text is ['\'', '=' or '+' or '-' or '@' or '\t' or '\r', ..] ? text[1..].Trim() : text;
    }
}

/// <summary>A row of such a file; empty cells are not in it.</summary>
internal sealed record SheetRow(long Line, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>A quote that opens in it is not closed, or text follows one.</summary>
    public bool IsBroken { get; init; }

    /// <summary>It has more cells than the header has columns.</summary>
    public bool IsLonger { get; init; }

    public string? this[string column] => Cells.GetValueOrDefault(column);

    public IReadOnlyList<string>? List(string column) =>
        this[column]?.Split([CustomerColumns.Between, ';', ','], StringSplitOptions.RemoveEmptyEntries);
}
