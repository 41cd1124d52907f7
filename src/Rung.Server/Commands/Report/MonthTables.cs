using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Rung.Core.Guides;
using Rung.Core.Promises;
using Rung.Core.Reports;
using Rung.Core.Wording;
using Rung.Server.Pages.Promises;

namespace Rung.Server.Commands.Report;

/// <summary>A month in tables that fit into 80 columns.</summary>
internal sealed class MonthTables(TextWriter output, MonthReport report, Guide guide)
{
    private static readonly YearMonthPattern Month = YearMonthPattern.CreateWithInvariantCulture("MMMM uuuu");
    private static readonly ZonedDateTimePattern Moment = ZonedDateTimePattern.CreateWithInvariantCulture(
        "ddd d MMM HH:mm",
        null
    );

    public void Print()
    {
        output.WriteLine($"{guide.Desk.Name}, {Month.Format(report.Month)}");
        Note($"{N(report.Logged)} {(report.Logged == 1 ? "case was" : "cases were")} logged. {Until}");
        output.WriteLine();
        Attainment();
        Promises();
        Escalations();
        Kept("change requests and dates named", report.Expectations);
        Kept("mails to be logged", [report.LogBy with { Name = "log-by" }]);
        Breaches();
        Complaints();
    }

    private void Complaints()
    {
        output.WriteLine(
            $"{"complaints answered in time", -28}{"full", 8}{"holding", 9}{"late", 8}{"not done", 10}{"open", 8}{"%", 7}"
        );
        foreach (var row in report.Complaints)
        {
            output.WriteLine(
                $"{Cut(row.Name, 27), -28}{N(row.Full), 8}{N(row.Holding), 9}{N(row.Late), 8}{N(row.NotDone), 10}{N(row.Open), 8}{Share(row.Share), 7}"
            );
        }
        Nothing(report.Complaints.Count, "no complaint was due");
    }

    private string Until =>
        report.AsOf < report.From ? $"The month has not begun: by this machine's clock it is {When(report.AsOf)}."
        : report.AsOf < report.To ? $"The month lasts: this is how it stands on {When(report.AsOf)}."
        : "What was known at the end of the month counts.";

    private void Attainment()
    {
        output.WriteLine(
            $"{"target by priority", -20}{"met", 8}{"late", 8}{"not done", 10}{"late on arrival", 17}{"left out", 10}{"%", 7}"
        );
        foreach (var row in report.Attainment)
        {
            output.WriteLine(
                $"{row.Priority, -20}{N(row.Met), 8}{N(row.Late), 8}{N(row.NotDone), 10}{N(row.LateOnArrival), 17}{N(row.LeftOut), 10}{Share(row.Share), 7}"
            );
        }
        Nothing(report.Attainment.Count, "no target was due");
        output.WriteLine();
    }

    private void Promises() =>
        Kept(
            "promises",
            [.. report.Promises.Select(row => row with { Name = PromiseWords.Of(Enum.Parse<PromiseKind>(row.Name)) })]
        );

    private void Kept(string what, IReadOnlyList<KindRow> rows)
    {
        output.WriteLine($"{what, -37}{"kept", 8}{"late", 8}{"missed", 9}{"open", 8}{"%", 7}");
        foreach (var row in rows)
        {
            output.WriteLine(
                $"{Cut(row.Name, 36), -37}{N(row.Kept), 8}{N(row.Late), 8}{N(row.Missed), 9}{N(row.Open), 8}{Share(row.Share), 7}"
            );
        }
        Nothing(rows.Count, "none was due");
        output.WriteLine();
    }

    private void Escalations()
    {
        Head("escalations");
        output.WriteLine(
            $"{N(report.Escalations)} began; the customer rang {N(report.EscalationCalls)} times, and asked {N(report.OtherRequests)} times in another way."
        );
        foreach (var level in report.Levels)
        {
            output.WriteLine($"{level.Of, -30}{N(level.Count), 6}");
            foreach (var ground in report.Grounds.Where(ground => ground.Of == level.Of))
            {
                output.WriteLine($"  {Cut(ground.What, 66), -67}{N(ground.Count), 6}");
            }
        }
        output.WriteLine();
    }

    private void Breaches()
    {
        Head("breaches");
        foreach (var breach in report.Breaches)
        {
            var over = LengthWords.Used(breach.Over);
            Note(
                $"{breach.Case} {breach.Priority}, {breach.Target}: due {When(breach.Due)}, {over} over; {(breach.Reason ?? "no reason entered").TrimEnd('.')}."
            );
        }
        Nothing(report.Breaches.Count, "no firm target was missed");
        output.WriteLine();
    }

    private void Head(string what) => output.WriteLine(what);

    private void Nothing(int rows, string sentence)
    {
        if (rows == 0)
        {
            output.WriteLine(sentence);
        }
    }

    private void Note(string text) => output.WriteLine(TextLines.Wrap(text, "  "));

    private string When(Instant at) => Moment.Format(at.InZone(guide.DeskCalendar.Zone));

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";

    private static string N(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Share(decimal? share) =>
        share is { } known ? (known * 100).ToString("0.0", CultureInfo.InvariantCulture) : "-";
}
