using System.Runtime.CompilerServices;

namespace Rung.Core.Time.Compiled;

/// <summary>
/// The compiled range of a calendar. It begins with ten years about the first question and doubles towards whatever is
/// asked beyond. A grown table is published at once and whole; readers never wait.
/// </summary>
internal sealed class HoursTable(HoursSource source)
{
    private const long Year = 366 * Nanos.Day;

    private OpenTable _table = OpenTable.Nothing;

    /// <summary>What is compiled so far.</summary>
    public OpenTable Current => Volatile.Read(ref _table);

    /// <summary>A table that covers a supported instant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public OpenTable Covering(long at)
    {
        var table = Volatile.Read(ref _table);
        return table.Covers(at) ? table : Cover(at, at);
    }

    /// <summary>A table that covers two supported instants in any order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public OpenTable Covering(long first, long second)
    {
        var table = Volatile.Read(ref _table);
        return table.Covers(first) && table.Covers(second)
            ? table
            : Cover(Math.Min(first, second), Math.Max(first, second));
    }

    /// <summary>Looks for an answer further and further away, to the edge of the supported years.</summary>
    public ReckoningProblem Search(Quest quest, long at, ulong amount, out long answer)
    {
        var table = Covering(at);
        while (!table.TryAnswer(quest, at, amount, out answer))
        {
            if (Further(table, later: quest != Quest.Backward) is not { } further)
            {
                return table.IsClosedForGood(quest) ? ReckoningProblem.NeverOpen : ReckoningProblem.OutOfRange;
            }

            table = further;
        }

        return ReckoningProblem.None;
    }

    private OpenTable Cover(long from, long to)
    {
        var table = Volatile.Read(ref _table);
        while (!table.Covers(from) || !table.Covers(to))
        {
            table = Publish(table, Wider(table, from, to));
        }

        return table;
    }

    // Null at the edge of the supported years.
    private OpenTable? Further(OpenTable table, bool later)
    {
        var length = (Int128)table.To - table.From;
        var (from, to) = (Sum(table.From, later ? 0 : -length), Sum(table.To, later ? length : 0));
        return from == table.From && to == table.To ? null : Publish(table, Compile(from, to));
    }

    private static long Sum(long at, Int128 length) => (long)Int128.Clamp(at + length, Nanos.Earliest, Nanos.Latest);

    private OpenTable Wider(OpenTable table, long from, long to)
    {
        if (source.IsAlwaysOpen)
        {
            return Compile(Nanos.Earliest, Nanos.Latest);
        }

        var fresh = table.From == table.To;
        var low = fresh || from < table.From ? Sum(from, -2 * Year) : table.From;
        var high = fresh || to >= table.To ? Sum(to, 8 * Year) : table.To;
        return Compile(low, high);
    }

    private OpenTable Compile(long from, long to) => new(from, to, source.Spans(from, to));

    private OpenTable Publish(OpenTable seen, OpenTable wider)
    {
        var found = Interlocked.CompareExchange(ref _table, wider, seen);
        return found == seen ? wider : found;
    }
}
