using System.Globalization;
using CsvHelper;
using NodaTime;
using NodaTime.Text;
using Rung.Server.Api.Bodies;
using Rung.Server.Api.Json;
using Rung.Server.Csv;

namespace Rung.Server.Commands.Promises;

/// <summary>The promise book as CSV, a promise a row; no cell can be taken for a formula.</summary>
internal static class PromiseCsv
{
    private static readonly string[] Columns =
    [
        "due",
        "state",
        "kind",
        "name",
        "owner",
        "to",
        "channel",
        "zone",
        "case",
        "mail",
        "customer",
        "subject",
        "paragraph",
    ];

    /// <exception cref="Hosting.StartException">The file cannot be written, or is there and no such report.</exception>
    public static void Write(string file, PromisesBody book)
    {
        using var output = OutputFile.Open(file, string.Join(',', Columns), "Name another file with --csv.");
        using var csv = CsvWriter.Create(output.Cleared(), SafeCsv.Options, leaveOpen: true);
        csv.WriteHeader(Columns);
        foreach (var line in book.Promises)
        {
            csv.WriteRecord(Row(line));
        }
    }

    private static string[] Row(PromiseLineBody line) =>
        [
            line.Due is { } due ? Time(due) : "",
            Choice.Name(line.State),
            Choice.Name(line.Kind),
            line.Name,
            line.Owner.Name,
            line.To,
            line.Channel is { } channel ? Choice.Name(channel) : "",
            line.Zone ?? "",
            line.Reference ?? "",
            line.Mail?.ToString(CultureInfo.InvariantCulture) ?? "",
            line.Customer ?? "",
            line.Subject ?? "",
            line.Paragraph.Title,
        ];

    private static string Time(Instant at) => InstantPattern.ExtendedIso.Format(at);
}
