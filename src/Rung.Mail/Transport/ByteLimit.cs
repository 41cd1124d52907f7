using MailKit;

namespace Rung.Mail.Transport;

/// <summary>Stops a transfer that becomes larger than it may, whatever the server announced.</summary>
internal sealed class ByteLimit : ITransferProgress, IDisposable
{
    private readonly long _most;
    private readonly CancellationTokenSource _stop;

    public ByteLimit(long most, CancellationToken outer)
    {
        _most = most;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(outer);
    }

    public CancellationToken Token => _stop.Token;

    public void Report(long bytesTransferred, long totalSize) => Report(bytesTransferred);

    public void Report(long bytesTransferred)
    {
        if (bytesTransferred > _most)
        {
            _stop.Cancel();
        }
    }

    public void Dispose() => _stop.Dispose();
}
