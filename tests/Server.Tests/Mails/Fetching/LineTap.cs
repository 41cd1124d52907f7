using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Rung.Server.Tests.Mails.Fetching;

/// <summary>
/// A line through which everything goes that a desk and a mail server say to each other, so that a test can do something
/// just before one hears the other.
/// </summary>
internal sealed class LineTap : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly int _to;
    private readonly Task _accepting;
    private int _open;

    public LineTap(int to)
    {
        _to = to;
        _listener.Start();
        _accepting = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Asked with each piece and who said it; false: it is not passed on, and the line is closed.</summary>
    public Func<Heard, Task<bool>> Passes { get; set; } = _ => Task.FromResult(true);

    /// <summary>The most lines that stood at the same time.</summary>
    public int MostOpen { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task Accept()
    {
        var lines = new List<Task>();
        try
        {
            while (true)
            {
                lines.Add(Connect(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(lines);
        }
    }

    private async Task Connect(TcpClient desk)
    {
        MostOpen = Math.Max(MostOpen, Interlocked.Increment(ref _open));
        using var server = new TcpClient();
        using var closed = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _to, closed.Token);
            await Task.WhenAny(
                Pass(desk, server, isDesk: true, closed.Token),
                Pass(server, desk, isDesk: false, closed.Token)
            );
        }
        catch (SocketException)
        {
            // The server is not there: the desk is told by the end of the line.
        }
        finally
        {
            await closed.CancelAsync();
            desk.Dispose();
            Interlocked.Decrement(ref _open);
        }
    }

    private async Task Pass(TcpClient from, TcpClient to, bool isDesk, CancellationToken stop)
    {
        var piece = new byte[65_536];
        try
        {
            while (await from.GetStream().ReadAsync(piece, stop) is > 0 and var read)
            {
                if (!await Passes(new Heard(isDesk, Encoding.Latin1.GetString(piece, 0, read))))
                {
                    return;
                }
                await to.GetStream().WriteAsync(piece.AsMemory(0, read), stop);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // One of the two is gone.
        }
    }
}

/// <summary>What one of the two said.</summary>
internal sealed record Heard(bool IsDesk, string Text);
