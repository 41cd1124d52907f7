using System.Runtime.CompilerServices;

namespace Rung.Core.Time.Compiled;

/// <summary>What can be looked for from an instant.</summary>
internal enum Quest
{
    Forward,
    Backward,
    Opening,
    Closing,
}

/// <summary>
/// The open spans of <c>[From, To)</c>, compiled: where each begins, how much was worked before it, and an index into
/// both. Immutable; every question takes the same few steps whatever its length.
/// </summary>
internal sealed class OpenTable
{
    private const ulong ForGood = 400 * (ulong)Nanos.Day;

    public static readonly OpenTable Nothing = new(0, 0, []);

    // Entry 0 is the empty time before the first span; the last entry is the end of the range.
    private readonly OpenStep[] _steps;
    private readonly ulong _length;
    private readonly ulong _total;
    private readonly StepIndex<OpenStep.ByStart> _byTime;
    private readonly StepIndex<OpenStep.ByWorked> _byWork;

    public OpenTable(long from, long to, List<OpenSpan> spans)
    {
        (From, To, Count) = (from, to, spans.Count);
        (_length, _steps) = (Offset(to), new OpenStep[spans.Count + 2]);
        for (var i = 0; i < spans.Count; i++)
        {
            _steps[i + 1] = new OpenStep(Offset(spans[i].From), _total);
            _total += unchecked((ulong)(spans[i].To - spans[i].From));
        }

        _steps[^1] = new OpenStep(_length, _total);
        _byTime = new(_steps);
        _byWork = new(_steps);
    }

    public long From { get; }

    public long To { get; }

    public int Count { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Covers(long at) => Offset(at) < _length;

    public bool IsOpen(long at)
    {
        var offset = Offset(at);
        var i = _byTime.Floor(offset);
        return offset - _steps[i].Start < Length(i);
    }

    /// <summary>Time worked from the beginning of the range to a covered instant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong WorkedAt(long at)
    {
        var offset = Offset(at);
        var i = _byTime.Floor(offset);
        var (step, next) = (_steps[i], _steps[i + 1]);
        return unchecked(step.Worked + Math.Min(offset - step.Start, next.Worked - step.Worked));
    }

    /// <summary>
    /// Both of the following in one for an amount of at most 200 years, negative to look back; false if instant or answer
    /// is not in range or there is nothing to add.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryMove(long at, long amount, out long end)
    {
        end = 0;
        if (!Covers(at) || amount == 0)
        {
            return false;
        }

        var target = unchecked(WorkedAt(at) + (ulong)amount);
        if (target > _total)
        {
            return false;
        }

        end = InstantOf(target, unchecked(target - (amount > 0 ? 1ul : 0ul)));
        return true;
    }

    /// <summary>Time worked between two instants, negative when reversed; false if not in range or 146 years apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryMeasure(long first, long last, out long worked)
    {
        worked = 0;
        if (!Covers(first) || !Covers(last) || unchecked((ulong)(last - first + (1L << 62))) >= 1ul << 63)
        {
            return false;
        }

        worked = unchecked((long)(WorkedAt(last) - WorkedAt(first)));
        return true;
    }

    /// <summary>The earliest instant by which <paramref name="amount"/> was worked; false if not in range.</summary>
    public bool TryForward(long at, ulong amount, out long end)
    {
        var worked = WorkedAt(at);
        var enough = amount <= _total - worked;
        end = amount == 0 || !enough ? at : InstantOf(worked + amount, worked + amount - 1);
        return enough;
    }

    /// <summary>The latest instant from which <paramref name="amount"/> (not nothing) is worked; false if not in range.</summary>
    public bool TryBackward(long at, ulong amount, out long begin)
    {
        var worked = WorkedAt(at);
        begin = worked < amount ? 0 : InstantOf(worked - amount, worked - amount);
        return worked >= amount;
    }

    /// <summary>The instant itself while open, else the next span's begin; false if it or there is none in range.</summary>
    public bool TryOpening(long at, out long opening)
    {
        opening = 0;
        if (!Covers(at))
        {
            return false;
        }

        var offset = Offset(at);
        var i = _byTime.Floor(offset);
        var open = offset - _steps[i].Start < Length(i);
        opening = open ? at : InstantAt(_steps[i + 1].Start);
        return open || i < Count;
    }

    /// <summary>The end of the span that contains or follows the instant; false if it is not in range.</summary>
    public bool TryClosing(long at, out long closing)
    {
        var offset = Offset(at);
        var i = _byTime.Floor(offset);
        i += offset - _steps[i].Start < Length(i) ? 0 : 1;
        closing = i > Count ? To : InstantAt(_steps[i].Start + Length(i));
        return closing < To;
    }

    /// <summary>The answer to a question about a covered instant; false if it is not in range.</summary>
    public bool TryAnswer(Quest quest, long at, ulong amount, out long answer) =>
        quest switch
        {
            Quest.Forward => TryForward(at, amount, out answer),
            Quest.Backward => TryBackward(at, amount, out answer),
            Quest.Opening => TryOpening(at, out answer),
            _ => TryClosing(at, out answer),
        };

    /// <summary>No open time from here to the edge that the question looks towards, for longer than any yearly hours leave.</summary>
    public bool IsClosedForGood(Quest quest) =>
        Count == 0
        || (
            quest == Quest.Backward
                ? _steps[1].Start > ForGood
                : _length - (_steps[Count].Start + Length(Count)) > ForGood
        );

    /// <summary>The spans between two covered instants, cut to them.</summary>
    public IEnumerable<OpenSpan> Slice(long from, long to)
    {
        for (var i = Math.Max(1, _byTime.Floor(Offset(from))); i <= Count && InstantAt(_steps[i].Start) < to; i++)
        {
            var (begin, end) = (InstantAt(_steps[i].Start), InstantAt(_steps[i].Start + Length(i)));
            if (end > from)
            {
                yield return new OpenSpan(Math.Max(begin, from), Math.Min(end, to));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Offset(long at) => unchecked((ulong)(at - From));

    private long InstantAt(ulong offset) => unchecked(From + (long)offset);

    private ulong Length(int i) => unchecked(_steps[i + 1].Worked - _steps[i].Worked);

    // A boundary between two spans is the end of the one before or the begin of the one after: `inside` chooses.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long InstantOf(ulong worked, ulong inside)
    {
        var i = _byWork.Floor(inside);
        var step = _steps[i];
        return unchecked(From + (long)(step.Start + worked - step.Worked));
    }
}
