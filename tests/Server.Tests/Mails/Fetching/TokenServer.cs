using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Rung.Server.Tests.Mails.Fetching;

/// <summary>Says whose an access token is, as a provider of identities does: only the one that is good just now is known.</summary>
internal sealed class TokenServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _answering;

    public TokenServer()
    {
        _listener.Start();
        _answering = Answer();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The token that is good.</summary>
    public string Good { get; set; } = "";

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _answering;
        _stop.Dispose();
    }

    private async Task Answer()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await Answer(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or IOException)
        {
            // The test is over.
        }
    }

    private async Task Answer(TcpClient client)
    {
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var asked = await reader.ReadLineAsync(_stop.Token) ?? "";
        while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 }) { }
        var isGood = asked.Contains($"access_token={Good} ", StringComparison.Ordinal);
        var body = isGood ? $$"""{"email":"{{DovecotServer.User}}"}""" : """{"error":"invalid_token"}""";
        var head = $"HTTP/1.1 {(isGood ? "200 OK" : "401 Unauthorized")}\r\nContent-Type: application/json\r\n";
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"{head}Content-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}"),
            _stop.Token
        );
    }
}
