namespace Rung.Mail.Transport;

/// <summary>Says that there may be news, also to whoever begins to listen only afterwards.</summary>
internal sealed class Bell
{
    private readonly Lock _lock = new();
    private CancellationTokenSource? _listener;

    public bool HasRung { get; private set; }

    public void Silence()
    {
        lock (_lock)
        {
            HasRung = false;
        }
    }

    public void Ring()
    {
        lock (_lock)
        {
            HasRung = true;
            // Later, and by another thread: whoever rings is in the midst of reading.
            _listener?.CancelAfter(TimeSpan.Zero);
        }
    }

    /// <summary>Cancels it when there may be news, until the answer is disposed of.</summary>
    public IDisposable Listen(CancellationTokenSource listener)
    {
        lock (_lock)
        {
            _listener = listener;
            if (HasRung)
            {
                listener.CancelAfter(TimeSpan.Zero);
            }
        }
        return new Listening(this);
    }

    private sealed class Listening(Bell bell) : IDisposable
    {
        public void Dispose()
        {
            lock (bell._lock)
            {
                bell._listener = null;
            }
        }
    }
}
