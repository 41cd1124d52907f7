using System.Globalization;
using CsvHelper;
using Rung.Server.Api.Bodies;
using Rung.Server.Csv;

namespace Rung.Server.Customers;

/// <summary>The report of an import: what became of each row.</summary>
internal static class ImportCsv
{
    public static string[] Header { get; } = ["line", "customer", "became", "note"];

    /// <exception cref="IOException">The disk is full, or broken.</exception>
    public static void Write(Stream stream, IReadOnlyList<ImportedRowBody> rows)
    {
        using var csv = CsvWriter.Create(stream, SafeCsv.Options, leaveOpen: true);
        csv.WriteHeader(Header);
        foreach (var row in rows)
        {
            csv.WriteRecord(
                row.Line.ToString(CultureInfo.InvariantCulture),
                row.Customer,
                SheetWords.Of(row.Became),
                row.Note
            );
        }
    }
}
