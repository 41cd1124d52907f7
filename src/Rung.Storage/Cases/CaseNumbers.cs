using System.Globalization;

namespace Rung.Storage.Cases;

/// <summary>
/// Numbers for new cases, taken from the database in blocks so that a new case costs no write for its number. A block
/// is on disk before its first number is given out: never the same twice. What a crash leaves of a block is lost.
/// </summary>
internal sealed class CaseNumbers(RungDatabase database)
{
    internal const int Block = 64;

    /// <summary>
    /// So many a copy leaves out: what the original gave out after the copy was made, it is not to give to other cases. Customers have
    /// those references, and what was erased is known by them.
    /// </summary>
    public const int LeftOutByCopies = 100_000;

    /// <summary>Leaves them out, on whatever version's schema.</summary>
    internal static readonly string LeaveOut = string.Create(
        CultureInfo.InvariantCulture,
        $"UPDATE numbers SET next = next + {LeftOutByCopies} WHERE name = 'case'"
    );

    private const string TakeBlock = """
        INSERT INTO numbers (name, next) VALUES ('case', 1 + @block)
        ON CONFLICT (name) DO UPDATE SET next = numbers.next + @block
        RETURNING next
        """;

    private readonly Lock _gate = new();
    private long _next;
    private long _end;
    private Task? _refill;

    public async ValueTask<long> Next()
    {
        while (true)
        {
            Task refill;
            lock (_gate)
            {
                if (_next < _end)
                {
                    return _next++;
                }
                refill = _refill ??= Refill();
            }
            await refill;
        }
    }

    /// <summary>Takes numbers that follow one another; answers the first.</summary>
    public async Task<long> Take(int count) =>
        (await database.Write(session => session.Number(TakeBlock, ("block", count))))!.Value - count;

    private async Task Refill()
    {
        await Task.Yield();
        try
        {
            var first = await Take(Block);
            lock (_gate)
            {
                _next = first;
                _end = first + Block;
            }
        }
        finally
        {
            lock (_gate)
            {
                _refill = null;
            }
        }
    }
}
