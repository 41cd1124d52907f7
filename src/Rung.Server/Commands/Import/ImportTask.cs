using NodaTime;
using Rung.Core.History;
using Rung.Server.Commands.Replay;
using Rung.Server.Hosting;

namespace Rung.Server.Commands.Import;

/// <summary>One import from beginning to end: may it be, what is in the log, put it there, say what came of it.</summary>
/// <param name="leaveOut">Import the other rows although some cannot be read.</param>
internal sealed class ImportTask(string log, MapFile map, HistoryPlace place, string? report, bool leaveOut)
{
    private const int MostNamed = 5;

    private readonly Instant _now = HistoryData.Now();

    public async Task<int> Run()
    {
        // Whatever holds the folder, or stands there by another mapping, is told before a long log is read.
        await using var existing = await HistoryData.OpenExisting(place.Folder, place.Database);
        await using var alone = existing is null ? null : await existing.Alone(map.Map);
        return existing is not null && await Refuses(existing) ? ExitCode.Problems : await Read(existing);
    }

    private async Task<bool> Refuses(HistoryData data)
    {
        var changes = await data.Changes(map.Map);
        if (changes.Count == 0)
        {
            return false;
        }
        var desk = map.Map.Desk;
        await Console.Error.WriteLineAsync(
            $"rung: the history '{desk}' was imported by another mapping, under which the lines of this log are other lines:"
        );
        foreach (var change in changes)
        {
            await Console.Error.WriteLineAsync($"  {change}");
        }
        await Console.Error.WriteLineAsync(
            $"Nothing was imported: what happened is never changed. Write another name as `desk`, such as {desk}-2, to import it anew beside the first, and choose it with: rung replay --desk {desk}-2"
        );
        return true;
    }

    private async Task<int> Read(HistoryData? existing)
    {
        var progress = new Progress("Reading", "rows", null);
        var reading = LogReading.Of(log, map.Map, _now, progress);
        progress.End();
        if (reading.Problems.Count > 0)
        {
            foreach (var problem in reading.Problems)
            {
                await Console.Error.WriteLineAsync($"rung: {problem}");
            }
            await Console.Error.WriteLineAsync("Nothing was imported.");
            return ExitCode.Problems;
        }
        using var rows = report is null ? null : RowsReport.Open(report);
        var isComplete = reading.Book.Refused.Count == 0;
        if (!isComplete && !leaveOut)
        {
            Say(reading);
            Write(rows, reading.Book);
            await Console.Error.WriteLineAsync(
                "Nothing was imported: mend the mapping, or import the other rows with --leave-out-unread."
            );
            return ExitCode.Problems;
        }
        if (existing is not null)
        {
            await Save(existing, reading, progress.Elapsed);
        }
        else
        {
            await using var data = await HistoryData.Open(place.Folder, place.Database);
            await Save(data, reading, progress.Elapsed);
        }
        Write(rows, reading.Book);
        var isWhole = !await SaysChanged(reading.Book);
        return isComplete && isWhole ? ExitCode.Ok : ExitCode.Problems;
    }

    private async Task<bool> SaysChanged(Casebook book)
    {
        var changed = book
            .Cases.Where(one => one.Lines.Any(line => line.Fate == LineFate.ToldOtherwise))
            .Select(one => one.Key)
            .ToList();
        if (changed.Count > 0)
        {
            var desk = map.Map.Desk;
            await Console.Error.WriteLineAsync(
                $"rung: the log tells of {TextLines.Count(changed.Count, "case")} differently than when they were imported ({Some(changed)}). What was imported stands, and nothing was added to these cases, since two tellings make no true one. Write another name as `desk`, such as {desk}-2, to import the log as it is now."
            );
        }
        return changed.Count > 0;
    }

    private static string Some(List<string> keys) =>
        string.Join(", ", keys.Take(MostNamed)) + (keys.Count > MostNamed ? ", …" : "");

    private async Task Save(HistoryData data, LogReading reading, TimeSpan read)
    {
        var progress = new Progress("Writing", "cases", reading.Book.Cases.Count);
        var file = LogName.Of(log);
        await data.Begin(map.Map, map.Text, file);
        var outcome = await new HistoryImport(data, map.Map, _now).Run(reading.Book, progress);
        await data.End(map.Map, file, outcome);
        progress.End();
        Say(reading);
        await Console.Out.WriteLineAsync(Told(outcome, read, progress.Elapsed));
    }

    private static string Told(ImportOutcome outcome, TimeSpan read, TimeSpan written)
    {
        var lacking =
            $"{TextLines.Count(outcome.NotAdded, "line")} of it {(outcome.NotAdded == 1 ? "was" : "were")} not added";
        return (outcome.Added, outcome.NotAdded) switch
        {
            (0, 0) =>
                $"Nothing new: all of it was imported before. Read in {Seconds(read)}, compared in {Seconds(written)}.",
            (0, _) => $"Nothing new, but {lacking}. Read in {Seconds(read)}, compared in {Seconds(written)}.",
            _ =>
                $"{TextLines.Count(outcome.Added, "line")} imported and on disk in {Seconds(read + written)}: read in {Seconds(read)}, written in {Seconds(written)}.{(outcome.NotAdded > 0 ? $" But {lacking}." : "")}",
        };
    }

    private void Say(LogReading reading)
    {
        new ImportSummary(Console.Out, map.Map, reading.Book).Print();
        if (reading.Unread.Count > 0)
        {
            Console.Out.WriteLine(TextLines.Wrap($"Columns not read: {string.Join(", ", reading.Unread)}.", "  "));
        }
        if (reading.Unseen > 0)
        {
            Console.Out.WriteLine(TextLines.Wrap(ImportWords.Unseen(reading.Unseen), "  "));
        }
    }

    // Last, so that whoever reads that it failed has read before what is on disk.
    private void Write(RowsReport? rows, Casebook book)
    {
        if (rows is not null)
        {
            rows.Write(book);
            Console.Out.WriteLine($"Every row: {report}");
        }
    }

    private static string Seconds(TimeSpan time) => $"{time.TotalSeconds:0.0} s";
}
