using System.Numerics;
using System.Runtime.CompilerServices;

namespace Rung.Core.Time.Compiled;

/// <summary>Which of the two ascending numbers of an <see cref="OpenStep"/> an index is about.</summary>
internal interface IStepKey
{
    static abstract ulong Of(in OpenStep step);
}

/// <summary>
/// Finds in constant time the last step whose key is not above a value. Equal buckets over the keys' range remember the
/// step they begin on; buckets are at most as long as the smallest distance between keys where that is affordable, so
/// that one comparison settles the rest.
/// </summary>
internal sealed class StepIndex<TKey>
    where TKey : struct, IStepKey
{
    private const int Crowd = 8;

    private readonly OpenStep[] _steps;
    private readonly int[] _buckets;
    private readonly int _shift;

    /// <summary>Builds the buckets.</summary>
    /// <param name="steps">Keys ascend, the first is 0, the last is above every value that will be asked for.</param>
    public StepIndex(OpenStep[] steps)
    {
        _steps = steps;
        _shift = Shift(steps);
        _buckets = new int[(TKey.Of(steps[^1]) >> _shift) + 2];
        for (int bucket = 0, step = 0; bucket < _buckets.Length; bucket++)
        {
            while (step + 2 < steps.Length && TKey.Of(steps[step + 1]) <= (ulong)bucket << _shift)
            {
                step++;
            }

            _buckets[bucket] = step;
        }
    }

    /// <summary>The last step with a key of at most <paramref name="value"/>, for a value below the last key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Floor(ulong value)
    {
        unchecked
        {
            var (steps, bucket) = (_steps, (int)(value >> _shift));
            var step = _buckets[bucket];
            step += TKey.Of(steps[step + 1]) <= value ? 1 : 0;
            return TKey.Of(steps[step + 1]) <= value ? Search(value, step, bucket) : step;
        }
    }

    private static int Shift(OpenStep[] steps)
    {
        var smallest = ulong.MaxValue;
        for (var i = 1; i < steps.Length; i++)
        {
            var distance = TKey.Of(steps[i]) - TKey.Of(steps[i - 1]);
            smallest = distance > 0 ? Math.Min(smallest, distance) : smallest;
        }

        var affordable = TKey.Of(steps[^1]) / (4 * (ulong)steps.Length);
        return Math.Min(62, BitOperations.Log2(Math.Max(Math.Max(smallest, affordable), 1)));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Search(ulong value, int low, int bucket)
    {
        var high = _buckets[bucket + 1];
        while (high - low > Crowd)
        {
            var middle = (low + high) / 2;
            (low, high) = TKey.Of(_steps[middle]) <= value ? (middle, high) : (low, middle);
        }

        while (TKey.Of(_steps[low + 1]) <= value)
        {
            low++;
        }

        return low;
    }
}
