using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Guides;
using Rung.Core.Guides.Showing;
using Rung.Core.Time;

namespace Rung.Core.Wording;

/// <summary>
/// A ledger in words, the same for the command line, the API and the pages: one sentence, every segment, the sums.
/// Times are the desk's wall time whatever the zone of the clock's calendar, which is named where it is another; lengths
/// are whole minutes that add up (<see cref="LedgerSheet"/>).
/// </summary>
public static class LedgerText
{
    /// <summary>The sentence, the segments, each on its line, and the sums; lines end in <c>\n</c>.</summary>
    /// <param name="state">Null: the clock is not a case's.</param>
    public static string Of(Guide guide, CaseState? state, Ledger ledger) =>
        string.Concat(
            new[] { Sentence(guide, state, ledger) }
                .Concat(Lines(guide, ledger).Select(line => $"  {line}"))
                .Append($"  {Sums(guide, ledger)}")
                .Select(line => $"{line}\n")
        );

    /// <summary>"3 working days (30 h) from the reference. Counted 15 h 29 min, paused 18 h 30 min (…). Due Tue 5 Jan 14:01 GMT."</summary>
    /// <param name="state">Null: the clock is not a case's, and runs from its start.</param>
    public static string Sentence(Guide guide, CaseState? state, Ledger ledger)
    {
        var reading = ledger.Reading;
        var allowed = new AllowanceWords(guide).Of(
            reading.Time.Allow,
            reading.Time.Calendar ?? reading.Target.Clock.Calendar
        );
        if (reading.CountsWorkingTime && !allowed.Contains("working time", StringComparison.Ordinal))
        {
            allowed += $" ({LengthWords.Left(reading.Total)})";
        }
        var paused =
            ledger.Withheld == Duration.Zero ? "" : $", paused {LengthWords.Left(ledger.Withheld)} ({Pauses(ledger)})";
        var counted = $"Counted {LengthWords.Used(reading.Used)}{paused}";
        return $"{reading.Target.Name}: {allowed} from {Start(guide, state, reading)}. {counted}. {Verdict(guide, state, ledger)}.{Notes(guide, ledger)}";
    }

    /// <summary>What bears on the whole reckoning, each a sentence after a space; empty: nothing does.</summary>
    public static string Notes(Guide guide, Ledger ledger)
    {
        var elsewhere = Elsewhere(guide, ledger.Reading);
        var beyond =
            ledger.Reading.Note == CalendarNote.BeyondHolidayData
                ? " Beyond holiday data: reckoned as if the years without data had no holidays."
                : "";
        return ledger.IsOutdated
            ? $"{elsewhere}{beyond} This stands as it was when the case was closed, or moved to another version of the guide; the guide, its holidays or zone rules have changed since."
            : elsewhere + beyond;
    }

    private static string Elsewhere(Guide guide, ClockReading reading)
    {
        var (desk, counts) = (guide.DeskCalendar.Zone, reading.Calendar.Zone);
        return counts.Id == desk.Id
            ? ""
            : $" Its hours are those of {counts.Id}; all times here are the desk's, {desk.Id}.";
    }

    /// <summary>"Thu 24 Dec 15:31 – 18:00  counted 2 h 29 min  open hours (Case priorities)", in order.</summary>
    public static IReadOnlyList<string> Lines(Guide guide, Ledger ledger)
    {
        var rows = LedgerSheet
            .Of(ledger, guide.DeskCalendar.Zone)
            .Rows.Zip(
                ledger.Segments,
                (row, segment) =>
                    (
                        Span: $"{row.From} – {row.To}",
                        Amount: $"{row.What} {row.Amount}".TrimEnd(),
                        Why: $"{row.Why} ({guide.Heading(segment.Cite)})"
                    )
            )
            .ToList();
        var (span, amount) = (
            rows.Select(row => row.Span.Length).DefaultIfEmpty().Max(),
            rows.Select(row => row.Amount.Length).DefaultIfEmpty().Max()
        );
        return [.. rows.Select(row => $"{row.Span.PadRight(span)}  {row.Amount.PadRight(amount)}  {row.Why}")];
    }

    /// <summary>"counted 15 h 29 min, to come 14 h 31 min, of 30 h; paused 18 h 30 min".</summary>
    public static string Sums(Guide guide, Ledger ledger)
    {
        var sums = LedgerSheet.Of(ledger, guide.DeskCalendar.Zone).Sums;
        var allowance = sums.TakeWhile(sum => sum.Name != "of").Count() + 1;
        string[] parts =
        [
            Joined(sums.Take(allowance)),
            .. sums.Skip(allowance).Select(sum => $"{sum.Name} {sum.Amount}"),
        ];
        return string.Join("; ", parts);
    }

    private static string Joined(IEnumerable<LedgerSum> sums) =>
        string.Join(", ", sums.Select(sum => $"{sum.Name} {sum.Amount}"));

    private static string Start(Guide guide, CaseState? state, ClockReading reading)
    {
        var at = Say.AtWithZone(reading.Start, guide.DeskCalendar.Zone);
        return state?.Logged is not { } logged || reading.Round > 1 || reading.Start != logged.ClockStart ? at
            : reading.Start == logged.At ? $"the reference ({at})"
            : reading.Start == logged.DetectedAt ? $"detection ({at})"
            : reading.Start == logged.ReceivedAt ? $"receipt ({at})"
            : $"the desk's opening ({at}), as {guide.Heading(logged.StartCite)} says";
    }

    private static string Verdict(Guide guide, CaseState? state, Ledger ledger)
    {
        var (reading, zone) = (ledger.Reading, guide.DeskCalendar.Zone);
        var late = reading.Arrival == Arrival.LateOnArrival ? ", late on arrival" : "";
        return reading.State switch
        {
            ClockState.Met =>
                $"Met {Say.AtWithZone(reading.StoppedAt!.Value, zone)} with {LengthWords.Left(reading.Left)} left",
            ClockState.Missed =>
                $"Missed {Say.AtWithZone(reading.MissedAt!.Value, zone)}{late}, stopped {Say.AtWithZone(reading.StoppedAt!.Value, zone)}",
            ClockState.Paused =>
                $"Paused since {Say.AtWithZone(reading.PausedSince!.Value, zone)} ({Hold(guide, state, reading)}), {LengthWords.Left(reading.Left)} left",
            ClockState.Impossible => ReckoningProblems.Sentence(reading.Problem).TrimEnd('.'),
            ClockState.Running when ledger.Overdue > Duration.Zero =>
                $"Was due {Say.AtWithZone(reading.Due!.Value, zone)}, over by {LengthWords.Used(ledger.Overdue)}{late}",
            ClockState.Running =>
                $"Due {Say.AtWithZone(reading.Due!.Value, zone)}{(reading.IsMissed ? "; a breach is on record" : "")}",
            _ => throw new NotSupportedException($"No words for {reading.State}."),
        };
    }

    private static string Hold(Guide guide, CaseState? state, ClockReading reading) =>
        state?.Hold is { } hold ? $"waiting for {hold.Awaiting}" : guide.PauseName(reading.PauseReason) ?? "on hold";

    private static string Pauses(Ledger ledger) =>
        string.Join(
            "; ",
            ledger.Segments.Where(segment => segment.Withheld > Duration.Zero).Select(segment => segment.Why).Distinct()
        );
}
