namespace Rung.Storage.Postgres;

/// <summary>Whoever writes to the same row in this process does so one after the other, so that only nodes still meet there.</summary>
internal sealed class PostgresTurns
{
    // Two keys may share one, and then wait for each other too.
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    /// <returns>To be disposed of when it is done.</returns>
    public async Task<IDisposable> Of(string key)
    {
        var turn = _turns[(uint)StringComparer.Ordinal.GetHashCode(key) % _turns.Length];
        await turn.WaitAsync();
        return new Turn(turn);
    }

    private sealed class Turn(SemaphoreSlim taken) : IDisposable
    {
        public void Dispose() => taken.Release();
    }
}
