namespace Rung.Bench.Clock;

/// <summary>
/// The floor to compare with: reads from a table about as large as ten years of a calendar, in which every read says
/// where the next one is, so that none can begin before the one before has arrived.
/// </summary>
public sealed class Chase
{
    /// <summary>Reads in a batch.</summary>
    public const int Operations = 65_536;

    private const int Bytes = 96 * 1024;

    private readonly int[] _next = new int[Bytes / sizeof(int)];

    /// <summary>One closed tour through all places, at random and always the same (Sattolo).</summary>
    public Chase()
    {
        var random = new Random(7);
        for (var i = 0; i < _next.Length; i++)
        {
            _next[i] = i;
        }

        for (var i = _next.Length - 1; i > 0; i--)
        {
            var j = random.Next(i);
            (_next[i], _next[j]) = (_next[j], _next[i]);
        }
    }

    /// <summary>One batch.</summary>
    public long Run()
    {
        var at = 0;
        for (var i = 0; i < Operations; i++)
        {
            at = _next[at];
        }

        return at;
    }
}
