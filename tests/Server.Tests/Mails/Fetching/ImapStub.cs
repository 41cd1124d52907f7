using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Rung.Server.Tests.Mails.Fetching;

/// <summary>How the stub hands a message over.</summary>
internal enum Handing
{
    Whole,

    /// <summary>It says no.</summary>
    Refused,

    /// <summary>It closes the line in the midst of it.</summary>
    Broken,

    /// <summary>It says that it is larger than any message may be, and says so again when it is asked for it.</summary>
    Huge,

    /// <summary>It says nothing more on this line.</summary>
    Silent,

    /// <summary>It says a byte a second, and never ends.</summary>
    Dripping,

    /// <summary>It takes its leave.</summary>
    Leaving,

    /// <summary>It says that 4 GB come, and then nothing.</summary>
    Boasting,
}

/// <summary>
/// A mail server that misbehaves as a test wants it to, with a mailbox of messages numbered from 1. It knows no IDLE and
/// offers no TLS.
/// </summary>
internal sealed class ImapStub : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;

    public ImapStub(params (string Message, Handing How)[] messages)
    {
        Messages = [.. messages];
        _listener.Start();
        _accepting = Accept();
    }

    public List<(string Message, Handing How)> Messages { get; }

    /// <summary>Numbers whose content was asked for, in the order asked.</summary>
    public List<string> Asked { get; } = [];

    public string Address =>
        $"imap://desk%40schools.example.org:secret@127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/INBOX";

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task Accept()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
            {
                talks.Add(Talk(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task Talk(TcpClient client)
    {
        using var _ = client;
        try
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await Say(stream, "* OK [CAPABILITY IMAP4rev1] here");
            while (await reader.ReadLineAsync(_stop.Token) is { } line && await Answer(stream, line)) { }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The other side is gone, or the test is over.
        }
    }

    // False: the line is closed.
    private async Task<bool> Answer(NetworkStream stream, string line)
    {
        var words = line.Split(' ', 3);
        var (tag, verb, rest) = (words[0], words[1].ToUpperInvariant(), words.Length > 2 ? words[2] : "");
        switch (verb)
        {
            case "CAPABILITY":
                await Say(stream, "* CAPABILITY IMAP4rev1");
                break;
            case "LIST":
                await Say(stream, "* LIST () \"/\" INBOX");
                break;
            case "SELECT":
                await Say(stream, $"* {Messages.Count} EXISTS", "* OK [UIDVALIDITY 7] ok", "* FLAGS (\\Seen)");
                await Say(stream, $"{tag} OK [READ-WRITE] open");
                return true;
            case "NOOP":
                await Say(stream, $"* {Messages.Count} EXISTS");
                break;
            case "UID" when rest.StartsWith("SEARCH", StringComparison.OrdinalIgnoreCase):
                await Say(stream, $"* SEARCH {string.Join(' ', Enumerable.Range(1, Messages.Count))}");
                break;
            case "UID" when rest.StartsWith("FETCH", StringComparison.OrdinalIgnoreCase):
                return await Fetch(stream, tag, rest);
        }
        await Say(stream, $"{tag} OK done");
        return true;
    }

    private async Task<bool> Fetch(NetworkStream stream, string tag, string rest)
    {
        var (numbers, isHeader) = (Numbers(rest.Split(' ')[1]), rest.Contains("HEADER", StringComparison.Ordinal));
        var isContent = rest.Contains("BODY.PEEK[", StringComparison.Ordinal);
        if (isContent && !isHeader)
        {
            lock (Asked)
            {
                Asked.Add(string.Join(',', numbers));
            }
        }
        foreach (var number in numbers)
        {
            var (message, how) = Messages[number - 1];
            var size = how == Handing.Huge ? 70_000_000 : message.Length;
            if (!isContent)
            {
                await Say(
                    stream,
                    $"* {number} FETCH (UID {number} RFC822.SIZE {size} INTERNALDATE \"14-Dec-2026 09:00:00 +0000\")"
                );
                continue;
            }
            switch (isHeader ? Handing.Whole : how)
            {
                case Handing.Refused:
                    await Say(stream, $"{tag} NO [SERVERBUG] the file is damaged");
                    return true;
                case Handing.Broken:
                    await Say(stream, $"* {number} FETCH (UID {number} BODY[] {{{message.Length}}}");
                    return false;
                case Handing.Silent:
                    // A server that says nothing more, until the test takes it down.
                    await Task.Delay(Timeout.InfiniteTimeSpan, _stop.Token);
                    return false;
                case Handing.Dripping:
                    await Drip(stream);
                    return false;
                case Handing.Leaving:
                    await Say(stream, "* BYE see you");
                    return false;
                case Handing.Boasting:
                    await Say(stream, $"* {number} FETCH (UID {number} BODY[] {{4294967296}}");
                    await Task.Delay(Timeout.InfiniteTimeSpan, _stop.Token);
                    return false;
                default:
                    await Say(stream, Content(number, message, isHeader));
                    break;
            }
        }
        await Say(stream, $"{tag} OK done");
        return true;
    }

    private async Task Drip(NetworkStream stream)
    {
        using var seconds = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await seconds.WaitForNextTickAsync(_stop.Token))
        {
            await stream.WriteAsync("*"u8.ToArray(), _stop.Token);
        }
    }

    private static string Content(int number, string message, bool isHeader)
    {
        var end = message.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        var content = isHeader ? message[..end] : message;
        return $"* {number} FETCH (UID {number} BODY[{(isHeader ? "HEADER" : "")}] {{{content.Length}}}\r\n{content})";
    }

    private IEnumerable<int> Numbers(string set) =>
        set.Split(',')
            .SelectMany(part =>
                part.Split(':') is [var from, var to]
                    ? Enumerable.Range(Number(from), Math.Max(0, Number(to) - Number(from) + 1))
                    : [Number(part)]
            );

    private int Number(string text) => text == "*" ? Messages.Count : int.Parse(text, CultureInfo.InvariantCulture);

    private static async Task Say(NetworkStream stream, params string[] lines) =>
        await stream.WriteAsync(Encoding.Latin1.GetBytes(string.Join("\r\n", lines) + "\r\n"));
}
