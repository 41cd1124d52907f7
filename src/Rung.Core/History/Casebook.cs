using Rung.Core.Cases;
using Rung.Core.History.Lines;

namespace Rung.Core.History;

/// <summary>The cases of a log, put together from its rows, with what became of every line.</summary>
public sealed class Casebook
{
    private readonly Dictionary<string, BookedCase> _byKey = new(StringComparer.Ordinal);
    private readonly List<BookedCase> _cases = [];
    private readonly List<LogRow.Refused> _refused = [];

    /// <summary>In the order in which the log first names them.</summary>
    public IReadOnlyList<BookedCase> Cases => _cases;

    /// <summary>Rows that could not be read, in the order of the log; <see cref="Rows"/> counts them as well.</summary>
    public IReadOnlyList<LogRow.Refused> Refused => _refused;

    /// <summary>How many rows were added, read or not.</summary>
    public long Rows { get; private set; }

    /// <summary>Takes the next row of the log; not after <see cref="Settle"/>.</summary>
    public void Add(LogRow row)
    {
        Rows++;
        switch (row)
        {
            case LogRow.Read read:
                CaseOf(read).Add(read);
                break;
            case LogRow.Refused refused:
                _refused.Add(refused);
                break;
        }
    }

    /// <summary>Puts the lines of each case in the order of time and says what became of each. Once, after the last row.</summary>
    public void Settle()
    {
        var steps = _cases.ConvertAll(one => one.Steps());
        var direction = steps.Sum(one => one.Forth) - steps.Sum(one => one.Back);
        foreach (var one in _cases)
        {
            one.Settle(direction);
        }
    }

    private BookedCase CaseOf(LogRow.Read row)
    {
        if (!_byKey.TryGetValue(row.Case, out var one))
        {
            _byKey[row.Case] = one = new BookedCase(row.Case);
            _cases.Add(one);
        }
        return one;
    }
}

/// <summary>One case of a log.</summary>
public sealed class BookedCase(string key)
{
    private List<BookedLine> _lines = [];
    private bool _hasWholeRows;

    /// <summary>The case's own reference in the log, to the letter.</summary>
    public string Key { get; } = key;

    /// <summary>The first that a row gives; null: none does.</summary>
    public string? Subject { get; private set; }

    /// <summary>The first that a row gives, in the log's words; null: none does.</summary>
    public string? Customer { get; private set; }

    /// <summary>In the order of time once settled, lines of one instant as the log has them, which may begin with the newest.</summary>
    public IReadOnlyList<BookedLine> Lines => _lines;

    /// <summary>What the case ended as; null when no line says anything of its state.</summary>
    public ImportedState? Last { get; private set; }

    internal void Add(LogRow.Read row)
    {
        Subject ??= row.Subject;
        Customer ??= row.Customer;
        _hasWholeRows |= row.Lines.Count > 1;
        foreach (var line in row.Lines)
        {
            _lines.Add(new BookedLine(row.Line, _lines.Count == 0 ? line : line.NotBefore(_lines[^1].Event.At)));
        }
    }

    /// <summary>How often a line is earlier than the one before it in the log, and how often later.</summary>
    internal (int Back, int Forth) Steps()
    {
        var (back, forth) = (0, 0);
        for (var index = 1; index < _lines.Count; index++)
        {
            var step = _lines[index].Event.At.CompareTo(_lines[index - 1].Event.At);
            _lines[index].IsOutOfOrder = step < 0;
            back += step < 0 ? 1 : 0;
            forth += step > 0 ? 1 : 0;
        }
        return (back, forth);
    }

    /// <param name="direction">Of the whole log: below zero, it goes back in time.</param>
    internal void Settle(int direction)
    {
        var (back, forth) = Steps();
        if (back + forth == 0 ? direction < 0 : forth == 0)
        {
            // The newest row stands first, also among those of one instant.
            _lines = [.. _lines.GroupBy(line => line.Line).Reverse().SelectMany(row => row)];
        }
        CountTimes();
        if (back > 0)
        {
            _lines = [.. _lines.OrderBy(line => line.Event.At)];
        }
        var seen = new HashSet<ToldLine>();
        foreach (var line in _lines)
        {
            if (seen.Add(line.Told))
            {
                line.Meaning = Next(line.Event.State);
            }
            else
            {
                line.Fate = LineFate.Twice;
            }
        }
    }

    // A row that tells of several moments tells of the whole case, in which nothing comes again.
    private void CountTimes()
    {
        var count = new LineCount();
        foreach (var line in _hasWholeRows ? [] : _lines)
        {
            line.Time = count.Next(line.Event);
        }
    }

    private LineMeaning Next(ImportedState state)
    {
        if (state == ImportedState.Noted)
        {
            return LineMeaning.Noted;
        }
        var before = Last;
        Last = state;
        return before switch
        {
            null => state.IsWork() ? LineMeaning.Began : LineMeaning.BeganInTheMiddle,
            { } was when was == state => LineMeaning.Repeated,
            { } was when was.IsClosed() && !state.IsEnd() => LineMeaning.BackFromClosed,
            { } was when was.IsEnd() && !state.IsEnd() => LineMeaning.BackFromResolved,
            _ => LineMeaning.Changed,
        };
    }
}

/// <summary>A line of a log and what became of it.</summary>
/// <param name="line">Line of the file.</param>
public sealed class BookedLine(long line, ReadLine read)
{
    /// <summary>Line of the file, from 1.</summary>
    public long Line { get; } = line;

    /// <summary>What the line is read as.</summary>
    public Imported Event { get; } = read.Event;

    /// <summary>Which line of its case it is, once settled.</summary>
    public ToldLine Told => new(Event, Time);

    /// <summary>Whether its wall time was in doubt.</summary>
    public ClockChange Change { get; } = read.Change;

    /// <summary>What it says of its case; null for a line that stands in the file before.</summary>
    public LineMeaning? Meaning { get; internal set; }

    /// <summary>Readable, until an import says what became of it.</summary>
    public LineFate Fate { get; set; }

    /// <summary>The how manieth it is that says the same at the same time.</summary>
    internal int Time { get; set; } = 1;

    /// <summary>It stands in the log after a later one of its case.</summary>
    public bool IsOutOfOrder { get; internal set; }
}

/// <summary>What a line says of its case, seen from the line before.</summary>
public enum LineMeaning
{
    /// <summary>The case begins, open or assigned.</summary>
    Began,

    /// <summary>The first line of a case that had begun before the log.</summary>
    BeganInTheMiddle,

    /// <summary>Another state, as work goes.</summary>
    Changed,

    /// <summary>The same state again, perhaps with another person or team.</summary>
    Repeated,

    /// <summary>Worked on again after it was resolved, and not closed.</summary>
    BackFromResolved,

    /// <summary>Kept as it was; this product never re-opens a closed case.</summary>
    BackFromClosed,

    /// <summary>Says nothing about the state.</summary>
    Noted,
}

/// <summary>What became of a line.</summary>
public enum LineFate
{
    /// <summary>Nothing yet: it can be read.</summary>
    Readable,

    /// <summary>New, and kept.</summary>
    Imported,

    /// <summary>Imported before.</summary>
    AlreadyThere,

    /// <summary>Imported before by a mapping that gave its state another meaning, which stands.</summary>
    ReadOtherwise,

    /// <summary>
    /// New, but the log has changed what was imported of its case before; that stands, and nothing is mixed into it.
    /// </summary>
    ToldOtherwise,

    /// <summary>The same line stands in the file before; kept once.</summary>
    Twice,
}

/// <summary>Kinds of state.</summary>
public static class ImportedStates
{
    /// <summary>A state in which a case normally begins.</summary>
    public static bool IsWork(this ImportedState state) => state is ImportedState.Open or ImportedState.Assigned;

    /// <summary>Nothing more is to happen: closed, or ended without a resolution.</summary>
    public static bool IsClosed(this ImportedState state) => state is ImportedState.Closed or ImportedState.Cancelled;

    /// <summary>Done with, for better or worse.</summary>
    public static bool IsEnd(this ImportedState state) =>
        state.IsClosed() || state is ImportedState.Resolved or ImportedState.ResolvedOnFirstCall;
}
