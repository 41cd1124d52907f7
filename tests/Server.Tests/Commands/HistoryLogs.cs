using System.Globalization;
using System.IO.Compression;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Rung.Server.Tests.Api;

namespace Rung.Server.Tests.Commands;

/// <summary>Logs to import: the published one where it is at hand, else one of the same shape made here.</summary>
internal static class HistoryLogs
{
    private const string Published = "volvo-incidents-2013.csv.gz";
    private const string NamedBy = "RUNG_HISTORY_LOG";

    public static string Example(string name) => Documents.Path("docs", "examples", "history", name);

    public static string Guide(string name) => Documents.Path("guides", $"{name}.yaml");

    /// <summary>
    /// The published log of Volvo IT Belgium, which may not be passed on with this checkout: named by RUNG_HISTORY_LOG, or
    /// in a folder <c>shared/data</c> above it. Without it a log of the same shape is made.
    /// </summary>
    public static HistoryLog Whole(string folder)
    {
        if (Find() is { } file)
        {
            // Counted in the log itself: 22 cases whose first state is a wait or an end, 8 whose last is none, and 130 times work
            // on one that had been closed.
            return new HistoryLog(file, 65_533, 7_554)
            {
                GoneBack = 514,
                Reopened = 119,
                Lives = 7_554 + 130,
                InTheMiddle = 22,
                NoEnd = 8,
            };
        }
        var made = System.IO.Path.Combine(folder, Published);
        using var packed = new GZipStream(File.Create(made), CompressionLevel.Fastest);
        packed.Write(Encoding.UTF8.GetBytes(Made(7_554)));
        return new HistoryLog(made, 7_554 * Round.Length, 7_554)
        {
            GoneBack = 7_554,
            Reopened = 7_554,
            Lives = 2 * 7_554,
        };
    }

    /// <summary>So many cases, each of which is closed, comes back and is closed again.</summary>
    public static string Made(int cases)
    {
        var csv = new StringBuilder("case,at,status,substatus,impact,product,team,resource,country\n");
        var begins = Instant.FromUtc(2012, 4, 2, 7, 0);
        for (var number = 0; number < cases; number++)
        {
            var at = begins + Duration.FromMinutes(number * 7);
            foreach (var (status, hours) in Round)
            {
                at += Duration.FromHours(hours);
                csv.Append(
                    CultureInfo.InvariantCulture,
                    $"1-{number},{InstantPattern.General.Format(at)},{status},Medium,PROD{number % 9},G{number % 5},R{number % 31:0000},se\n"
                );
            }
        }
        return csv.ToString();
    }

    private static (string Status, int Hours)[] Round { get; } =
    [
        ("Queued,Awaiting Assignment", 0),
        ("Accepted,In Progress", 1),
        ("Accepted,Wait - User", 2),
        ("Accepted,In Progress", 24),
        ("Completed,Resolved", 1),
        ("Completed,Closed", 24),
        ("Accepted,In Progress", 48),
        ("Completed,Closed", 2),
    ];

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable(NamedBy) is { Length: > 0 } named)
        {
            return named;
        }
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = System.IO.Path.Combine(folder.FullName, "shared", "data", Published);
            if (File.Exists(file))
            {
                return file;
            }
        }
        return null;
    }
}

internal sealed record HistoryLog(string File, int Rows, int Cases)
{
    /// <summary>Cases that were worked on again after they were done.</summary>
    public int GoneBack { get; init; }

    /// <summary>Those of them that had been closed.</summary>
    public int Reopened { get; init; }

    /// <summary>Cases, and each time that one was worked on again after it was closed.</summary>
    public int Lives { get; init; }

    /// <summary>Cases that begin in the middle of their story.</summary>
    public int InTheMiddle { get; init; }

    /// <summary>Cases whose last state is no end.</summary>
    public int NoEnd { get; init; }
}
