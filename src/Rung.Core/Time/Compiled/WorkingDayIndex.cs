using System.Numerics;

namespace Rung.Core.Time.Compiled;

/// <summary>Which dates are working days: a bit each, with a running count, so that the nth one is found at once.</summary>
internal sealed class WorkingDayIndex
{
    private readonly ulong[] _bits;
    private readonly int[] _before;

    public WorkingDayIndex(IEnumerable<int> workingDays)
    {
        _bits = new ulong[((Days.Last - Days.First) / 64) + 1];
        foreach (var day in workingDays)
        {
            _bits[(day - Days.First) / 64] |= 1ul << ((day - Days.First) % 64);
        }

        _before = new int[_bits.Length + 1];
        for (var i = 0; i < _bits.Length; i++)
        {
            _before[i + 1] = _before[i] + BitOperations.PopCount(_bits[i]);
        }
    }

    /// <summary>The nth working day counted from a day: 0 is the first one on or after it, 1 the next.</summary>
    public int? Nth(int day, int n)
    {
        var rank = (long)Rank(day) + n;
        return rank >= 0 && rank < _before[^1] ? Select((int)rank) : null;
    }

    private int Rank(int day)
    {
        var (word, bit) = Math.DivRem(Math.Clamp(day, Days.First, Days.Last) - Days.First, 64);
        return _before[word] + BitOperations.PopCount(_bits[word] & ((1ul << bit) - 1));
    }

    private int Select(int rank)
    {
        var (low, high) = (0, _bits.Length);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = _before[middle] <= rank ? (middle, high) : (low, middle);
        }

        var bits = _bits[low];
        for (var skip = rank - _before[low]; skip > 0; skip--)
        {
            bits &= bits - 1;
        }

        return Days.First + (low * 64) + BitOperations.TrailingZeroCount(bits);
    }
}
