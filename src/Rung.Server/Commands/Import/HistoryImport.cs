using NodaTime;
using Rung.Core.Cases;
using Rung.Core.History;
using Rung.Core.History.Lines;
using Rung.Core.History.Mapping;
using Rung.Server.Desk;
using Rung.Storage.Cases;

namespace Rung.Server.Commands.Import;

/// <summary>
/// Puts a log into the database, a case whole or not at all. What is there already is left alone, so that an import that
/// was interrupted is completed by doing it again.
/// </summary>
internal sealed class HistoryImport(HistoryData data, HistoryMap map, Instant now)
{
    private const int CasesInOne = 128;
    private const int MostAtOnce = 4;

    private readonly Queue<Task<WriteResult>> _writes = new();

    /// <exception cref="IOException">Somebody else imports the same log at the same time.</exception>
    public async Task<ImportOutcome> Run(Casebook book, Progress progress)
    {
        var stored = (await data.Cases(map.Desk)).ToDictionary(one => one.Case.Key, StringComparer.Ordinal);
        var work = book
            .Cases.Select(one => Fresh(one, stored.GetValueOrDefault(one.Key)))
            .Where(fresh => fresh.Lines.Count > 0)
            .ToList();
        var id = await data.Database.Cases.NextIds(work.Count + 1);
        var done = (long)book.Cases.Count - work.Count;
        foreach (var cases in work.Chunk(CasesInOne))
        {
            _writes.Enqueue(data.Database.Cases.Save(new CaseWrite([.. cases.Select(fresh => Change(fresh, id++))])));
            if (_writes.Count >= MostAtOnce)
            {
                await Settle();
            }
            progress.At(done += cases.Length);
        }
        while (_writes.Count > 0)
        {
            await Settle();
        }
        return new ImportOutcome(work.Sum(fresh => (long)fresh.Lines.Count), book.Refused.Count)
        {
            ToldOtherwise = Count(book, LineFate.ToldOtherwise),
            HoldsAll =
                Count(book, LineFate.AlreadyThere) + Count(book, LineFate.ReadOtherwise)
                == stored.Values.Sum(one => (long)one.Case.Lines.Count),
        };
    }

    private static long Count(Casebook book, LineFate fate) =>
        book.Cases.Sum(one => (long)one.Lines.Count(line => line.Fate == fate));

    private FreshLines Fresh(BookedCase one, StoredCase? stored)
    {
        var isChanged = stored is not null && IsChanged(one, stored.Case.Lines);
        var known = stored is null
            ? []
            : ToldLine.Of(stored.Case.Lines).ToDictionary(line => line, line => line.Said.State);
        var fresh = new List<Imported>();
        foreach (var line in one.Lines.Where(line => line.Fate != LineFate.Twice))
        {
            if (known.TryGetValue(line.Told, out var state))
            {
                line.Fate = state == line.Event.State ? LineFate.AlreadyThere : LineFate.ReadOtherwise;
            }
            else if (isChanged)
            {
                line.Fate = LineFate.ToldOtherwise;
            }
            else
            {
                line.Fate = LineFate.Imported;
                fresh.Add(line.Event);
            }
        }
        return new FreshLines(one, stored, fresh);
    }

    // A log grows, and may be exported in pieces: a piece says nothing of what lies outside it. But what was imported and
    // stands no longer where the log tells of the same time was changed there, and two tellings make no true case. A row
    // that is a whole case tells of all of it.
    private bool IsChanged(BookedCase one, IReadOnlyList<Imported> stored)
    {
        var told = one.Lines.Select(line => line.Told).ToHashSet();
        var (first, last) = (one.Lines[0].Event.At, one.Lines[^1].Event.At);
        return ToldLine
            .Of(stored)
            .Any(line => !told.Contains(line) && (map.Rows is null || (line.Said.At >= first && line.Said.At <= last)));
    }

    private CaseChange Change(FreshLines fresh, long newId)
    {
        var stored = fresh.Stored;
        var logged = stored?.Case.Logged ?? ImportedCase.Begin(map, fresh.Case);
        var condition = CaseState.Of([logged, .. stored?.Case.Lines ?? [], .. fresh.Lines]).Condition;
        return new CaseChange(
            stored?.Id ?? newId,
            stored?.Version ?? 0,
            stored is null ? [logged, .. fresh.Lines] : fresh.Lines,
            ImportedRows.Of(logged, condition, now),
            []
        );
    }

    private async Task Settle()
    {
        if (await _writes.Dequeue() is not WriteResult.Committed)
        {
            throw new IOException("somebody else imports the same log just now: wait for that, then do it again.");
        }
    }

    /// <param name="Lines">What is not there yet.</param>
    private sealed record FreshLines(BookedCase Case, StoredCase? Stored, List<Imported> Lines);
}

/// <summary>What an import of one file came to.</summary>
/// <param name="Added">Lines that are new.</param>
/// <param name="LeftOut">Rows that could not be read and were left out.</param>
internal sealed record ImportOutcome(long Added, long LeftOut)
{
    /// <summary>Lines of cases that the log told differently before.</summary>
    public required long ToldOtherwise { get; init; }

    /// <summary>Whether the file tells every line that was here before it.</summary>
    public required bool HoldsAll { get; init; }

    /// <summary>Lines of the file that are not here.</summary>
    public long NotAdded => LeftOut + ToldOtherwise;

    /// <summary>Why some of the file is not here.</summary>
    public IEnumerable<string> Lacking
    {
        get
        {
            if (LeftOut > 0)
            {
                yield return $"left out, since they could not be read: {TextLines.Count(LeftOut, "row")}";
            }
            if (ToldOtherwise > 0)
            {
                yield return $"not added, since the log told differently before: {TextLines.Count(ToldOtherwise, "line")}";
            }
        }
    }
}
