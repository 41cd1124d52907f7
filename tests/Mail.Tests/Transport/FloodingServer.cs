using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Rung.Mail.Tests.Transport;

/// <summary>A mail server that at one place sends without end, and counts what it got rid of.</summary>
internal sealed class FloodingServer : IAsyncDisposable
{
    private static readonly byte[] Flood = [.. Enumerable.Repeat((byte)'a', 65536)];

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly string _at;
    private readonly string _before;
    private readonly Task _talking;

    /// <param name="at">The word of the client after which it begins; empty: its greeting.</param>
    /// <param name="before">What it says first there.</param>
    public FloodingServer(string at, string before)
    {
        (_at, _before) = (at, before);
        _listener.Start();
        _talking = Talk();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public long Sent { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _talking;
        _stop.Dispose();
    }

    private async Task Talk()
    {
        try
        {
            using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            if (_at.Length > 0)
            {
                await Say(stream, "* OK [CAPABILITY IMAP4rev1] here\r\n");
                while (
                    await reader.ReadLineAsync(_stop.Token) is { } line && !line.Contains(_at, StringComparison.Ordinal)
                )
                {
                    await Answer(stream, line.Split(' '));
                }
            }
            await Say(stream, _before);
            while (true)
            {
                await stream.WriteAsync(Flood, _stop.Token);
                Sent += Flood.Length;
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
        {
            // The other side has had enough, or the test is over.
        }
    }

    private static async Task Answer(NetworkStream stream, string[] words)
    {
        var first = words[1] switch
        {
            "CAPABILITY" => "* CAPABILITY IMAP4rev1\r\n",
            "LIST" => "* LIST () \"/\" INBOX\r\n",
            "SELECT" or "EXAMINE" => "* 1 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n* FLAGS (\\Seen)\r\n",
            _ => "",
        };
        await Say(stream, $"{first}{words[0]} OK done\r\n");
    }

    private static async Task Say(NetworkStream stream, string text) =>
        await stream.WriteAsync(Encoding.Latin1.GetBytes(text));
}
