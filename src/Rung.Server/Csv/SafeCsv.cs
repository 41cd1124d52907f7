using CsvHelper;

namespace Rung.Server.Csv;

/// <summary>How every CSV file is written: what a spreadsheet would take for a formula is kept from being one.</summary>
internal static class SafeCsv
{
    public static CsvWriterOptions Options { get; } = new() { Injection = CsvInjection.Escape };
}
