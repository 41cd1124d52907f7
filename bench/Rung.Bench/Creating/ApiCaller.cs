using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Rung.Bench.Creating;

/// <summary>
/// One connection that sends the same request again and again. A plain socket and a thread that waits at it, because the
/// caller shares the machine with what it measures: an ordinary client takes as much of it as the server.
/// </summary>
internal sealed class ApiCaller : IDisposable
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] EndOfChunks = "\r\n0\r\n\r\n"u8.ToArray();

    private readonly Socket _socket;
    private readonly byte[] _request;
    private readonly byte[] _buffer = new byte[64 * 1024];

    private ApiCaller(Socket socket, byte[] request) => (_socket, _request) = (socket, request);

    public static ApiCaller Connect(Uri address, byte[] request)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(IPAddress.Loopback, address.Port);
        return new ApiCaller(socket, request);
    }

    /// <summary>The bytes of a POST with a JSON body.</summary>
    public static byte[] Post(Uri address, string path, string body) =>
        Encoding.UTF8.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: localhost:{address.Port}\r\nRung-Actor: Bench\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"
        );

    /// <summary>Sends the request and reads the whole answer.</summary>
    /// <exception cref="InvalidOperationException">It is not 201 Created.</exception>
    public void Send()
    {
        _socket.Send(_request);
        var read = 0;
        do
        {
            var more = _socket.Receive(_buffer.AsSpan(read));
            read = more > 0 ? read + more : throw new InvalidOperationException("The server hung up.");
        } while (!IsWhole(_buffer.AsSpan(0, read)));
        if (!_buffer.AsSpan(0, read).StartsWith("HTTP/1.1 201"u8))
        {
            throw new InvalidOperationException(Encoding.UTF8.GetString(_buffer, 0, read));
        }
    }

    public void Dispose() => _socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf(EndOfHead);
        if (head < 0)
        {
            return false;
        }
        var length = Encoding
            .ASCII.GetString(answer[..head])
            .Split("\r\n")
            .FirstOrDefault(line => line.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase));
        return length is null
            ? answer.EndsWith(EndOfChunks)
            : answer.Length
                >= head + EndOfHead.Length + int.Parse(length[16..], System.Globalization.CultureInfo.InvariantCulture);
    }
}
