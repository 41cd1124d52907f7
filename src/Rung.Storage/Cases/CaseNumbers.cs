namespace Rung.Storage.Cases;

/// <summary>
/// Numbers for new cases, taken from the database in blocks so that a new case costs no write for its number. A block
/// is on disk before its first number is given out: never the same twice. What a crash leaves of a block is lost.
/// </summary>
internal sealed class CaseNumbers(RungDatabase database)
{
    internal const int Block = 64;

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
