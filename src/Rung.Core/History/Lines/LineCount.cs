using Rung.Core.Cases;

namespace Rung.Core.History.Lines;

/// <summary>
/// Counts lines of a case that say the same, in the order of the log. One that has another beside it within the minute and
/// comes after that once more came again: work, solved, work is three lines. What is merely repeated is not counted, whether
/// it stands just below or where the log begins anew, as a file does that was put together from overlapping pieces.
/// </summary>
internal sealed class LineCount
{
    private readonly Dictionary<Imported, int> _times = new(SameLine.Comparer);
    private Imported? _last;

    /// <summary>The how manieth such line of its moment it is, from 1.</summary>
    public int Next(Imported line)
    {
        if (_last?.At != line.At)
        {
            _times.Clear();
        }
        var time = _times.GetValueOrDefault(line);
        if (time == 0 || !SameLine.Comparer.Equals(_last, line))
        {
            _times[line] = ++time;
        }
        _last = line;
        return time;
    }
}
