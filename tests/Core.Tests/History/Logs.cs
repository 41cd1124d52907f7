using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Rung.Core.History;
using Rung.Core.History.Lines;
using Rung.Core.History.Mapping;
using Xunit;

namespace Rung.Core.Tests.History;

/// <summary>Small logs for tests: a mapping, and rows as lists of cells.</summary>
internal static class Logs
{
    public const string Head = """
        rung-history: 1
        desk: old-desk
        name: The old desk
        times: { zone: Europe/London, format: yyyy-MM-dd HH:mm }
        columns: { case: ref, at: at, state: status, impact: impact, person: who }
        states: { New: open, Working: assigned, Vendor: waiting, Customer: onHold, Solved: resolved, Shut: closed, Dropped: cancelled, Odd: noted }

        """;

    public const string Plain = Head + "priorities: { high: P2, low: P3 }\n";

    public static Instant Now { get; } = Instant.FromUtc(2026, 6, 1, 12, 0);

    public static HistoryMap Map(string yaml = Plain)
    {
        var reading = HistoryMapReader.Read(Encoding.UTF8.GetBytes(yaml));
        Assert.True(reading.Map is not null, string.Join('\n', reading.Problems));
        return reading.Map;
    }

    /// <param name="lines">Reference, time, state, and perhaps who and the impact, low if left out.</param>
    public static Casebook Book(params string[] lines)
    {
        var map = Map();
        var header = new LogHeader(["ref", "at", "status", "impact", "who"], map);
        var reader = new RowReader(map, header, Now);
        var book = new Casebook();
        for (var index = 0; index < lines.Length; index++)
        {
            var cells = lines[index].Split(", ");
            book.Add(
                reader.Read(
                    index + 2,
                    [.. cells.Take(3), cells.ElementAtOrDefault(4) ?? "low", cells.ElementAtOrDefault(3) ?? "Ann"]
                )
            );
        }
        book.Settle();
        return book;
    }

    public static ImportedCase Only(Casebook book)
    {
        var one = Assert.Single(book.Cases);
        return ImportedCase.Of([ImportedCase.Begin(Map(), one), .. one.Lines.Select(line => line.Event)]);
    }

    /// <summary>An instant as <c>2026-03-02T09:00:00Z</c>.</summary>
    public static Instant At(string text) => InstantPattern.General.Parse(text).GetValueOrThrow();

    public static string Said(Instant at) => InstantPattern.General.Format(at).ToString(CultureInfo.InvariantCulture);
}
