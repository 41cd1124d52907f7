using System.Globalization;
using CsvHelper;
using NodaTime.Text;
using Rung.Server.Csv;
using Rung.Storage.Audit;

namespace Rung.Server.Pages.Trail;

/// <summary>The audit trail as CSV, the newest first; no cell is a formula.</summary>
internal static class TrailCsv
{
    /// <summary>Writes it part by part, however long it is.</summary>
    public static async Task Write(Stream stream, IAsyncEnumerable<IReadOnlyList<KeptEntry>> parts)
    {
        await stream.WriteAsync(
            Bytes([
                ["number", "at", "who", "from", "what", "about", "hash"],
            ])
        );
        await foreach (var part in parts)
        {
            await stream.WriteAsync(Bytes(part.Select(Row)));
        }
    }

    private static string[] Row(KeptEntry kept) =>
        [
            kept.Number.ToString(CultureInfo.InvariantCulture),
            InstantPattern.ExtendedIso.Format(kept.Entry.At),
            kept.Entry.Who,
            kept.Entry.Source,
            kept.Entry.What,
            kept.Entry.About,
            kept.Hash,
        ];

    private static byte[] Bytes(IEnumerable<string[]> rows)
    {
        using var buffer = new MemoryStream();
        using (var csv = CsvWriter.Create(buffer, SafeCsv.Options, leaveOpen: true))
        {
            foreach (var row in rows)
            {
                csv.WriteRecord(row);
            }
        }
        return buffer.ToArray();
    }
}
