namespace Rung.Bench.Creating;

/// <summary>Callers that log cases at the same time, each waiting for its answer before the next.</summary>
internal sealed class Crowd : IDisposable
{
    private readonly List<ApiCaller> _callers;

    public Crowd(Uri address, byte[] request, int callers) =>
        _callers = [.. Enumerable.Range(0, callers).Select(_ => ApiCaller.Connect(address, request))];

    /// <summary>So many cases, by so many of the callers.</summary>
    public Task Create(int cases, int callers)
    {
        var left = cases;
        return Task.WhenAll(_callers.Take(callers).Select(caller => OnThread(() => Create(caller))));

        void Create(ApiCaller caller)
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                caller.Send();
            }
        }
    }

    public void Dispose() => _callers.ForEach(caller => caller.Dispose());

    private static Task OnThread(Action work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
