using System.Globalization;
using CsvHelper;
using NodaTime;
using NodaTime.Text;
using Rung.Core.Reports;
using Rung.Server.Csv;

namespace Rung.Server.Commands.Report;

/// <summary>A month as CSV: one figure a row, then every breach and every missed promise with its case.</summary>
internal static class MonthCsv
{
    private static readonly string[] Columns = ["section", "row", "measure", "value", "case", "due", "note"];

    /// <exception cref="Hosting.StartException">The file cannot be written, or is there and no such report.</exception>
    public static void Write(string file, MonthReport report)
    {
        using var output = OutputFile.Open(file, string.Join(',', Columns), "Name another file with --csv.");
        using var csv = CsvWriter.Create(output.Cleared(), SafeCsv.Options, leaveOpen: true);
        csv.WriteHeader(Columns);
        foreach (var row in Rows(report))
        {
            csv.WriteRecord(row);
        }
    }

    private static IEnumerable<string[]> Rows(MonthReport report) =>
        [
            Figure("month", $"{report.Month}", "logged", report.Logged),
            Figure("month", $"{report.Month}", "as of", InstantPattern.General.Format(report.AsOf)),
            .. report.Attainment.SelectMany(Attainment),
            .. report.Promises.SelectMany(row => Kept("promises", row)),
            .. report.Expectations.SelectMany(row => Kept("expectations", row)),
            .. Kept("log-by", report.LogBy),
            Figure("escalations", "all", "began", report.Escalations),
            Figure("escalations", "all", "calls", report.EscalationCalls),
            Figure("escalations", "all", "other requests", report.OtherRequests),
            .. report.Levels.Select(row => Figure("escalations", row.Of, row.What, row.Count)),
            .. report.Grounds.Select(row => Figure("grounds", row.Of, row.What, row.Count)),
            .. report.Breaches.Select(Breach),
            .. report.Missed.Select(Missed),
            .. report.Complaints.SelectMany(Complaints),
        ];

    private static string[][] Attainment(AttainmentRow row) =>
        [
            Figure("attainment", row.Priority, "met", row.Met),
            Figure("attainment", row.Priority, "late", row.Late),
            Figure("attainment", row.Priority, "not done", row.NotDone),
            Figure("attainment", row.Priority, "late on arrival", row.LateOnArrival),
            Figure("attainment", row.Priority, "left out", row.LeftOut),
        ];

    private static string[][] Complaints(ComplaintRow row) =>
        [
            Figure("complaints", row.Name, "in time, full answer", row.Full),
            Figure("complaints", row.Name, "in time, holding reply", row.Holding),
            Figure("complaints", row.Name, "late", row.Late),
            Figure("complaints", row.Name, "not done", row.NotDone),
            Figure("complaints", row.Name, "open", row.Open),
        ];

    private static string[][] Kept(string section, KindRow row) =>
        [
            Figure(section, row.Name, "kept", row.Kept),
            Figure(section, row.Name, "late", row.Late),
            Figure(section, row.Name, "missed", row.Missed),
            Figure(section, row.Name, "open", row.Open),
        ];

    private static string[] Breach(BreachRow row) =>
        [
            "breaches",
            row.Target,
            "minutes over",
            row.Over.TotalMinutes.ToString("0.##", CultureInfo.InvariantCulture),
            row.Case.Text,
            Time(row.Due),
            row.Reason ?? "",
        ];

    private static string[] Missed(MissedRow row) =>
        [
            "missed",
            row.Entry.Name,
            $"{row.Entry.State}",
            "1",
            row.Case.Text,
            Time(row.Entry.Due!.Value),
            row.Entry.Owner.Name,
        ];

    private static string[] Figure(string section, string row, string measure, int value) =>
        Figure(section, row, measure, value.ToString(CultureInfo.InvariantCulture));

    private static string[] Figure(string section, string row, string measure, string value) =>
        [section, row, measure, value, "", "", ""];

    private static string Time(Instant at) => InstantPattern.General.Format(at);
}
