using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Rung.Mail.Inbound;

namespace Rung.Server.Tests.Mails.Sending;

/// <summary>The named steps of handing a mail over, in their order. R16</summary>
public enum SmtpStep
{
    Connected,
    Hello,
    MailFrom,
    Recipient,
    Data,

    /// <summary>In the midst of the message.</summary>
    Content,

    /// <summary>The message is whole, and nothing was said about it.</summary>
    Dot,

    /// <summary>The sender was told that it is taken, and may not have read it yet.</summary>
    Taken,
    Quit,
}

/// <summary>A mail that was taken, as it came.</summary>
public sealed record SunkMail(string From, IReadOnlyList<string> To, string Content)
{
    public ReceivedMail Read() => MailReader.Read(Encoding.Latin1.GetBytes(Content));
}

/// <summary>
/// A mail server of our own that does what a test wants at every step: takes, refuses, says nothing, hangs up, or lets the
/// test do something first. What it took it keeps, repeats included.
/// </summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<SunkMail> _mails = new();
    private readonly ConcurrentQueue<string> _commands = new();
    private readonly Task _serving;

    public SmtpSink()
    {
        _listener.Start();
        _serving = Serve();
    }

    /// <summary>What is answered at a step; null: as a server that takes everything.</summary>
    public Func<SmtpStep, string?> Answer { get; set; } = _ => null;

    /// <summary>Called at a step before anything is said; false: the line is cut.</summary>
    public Func<SmtpStep, Task<bool>> At { get; set; } = _ => Task.FromResult(true);

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Address => $"smtp://127.0.0.1:{Port}";

    public IReadOnlyList<SunkMail> Mails => [.. _mails];

    /// <summary>Every line that was said to it outside messages.</summary>
    public IReadOnlyList<string> Commands => [.. _commands];

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _serving;
        _end.Dispose();
    }

    private async Task Serve()
    {
        var lines = new List<Task>();
        try
        {
            while (true)
            {
                lines.Add(Talk(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(lines);
        }
    }

    private async Task Talk(TcpClient client)
    {
        using (client)
        {
            try
            {
                using var conversation = new Conversation(this, client.GetStream());
                await conversation.Run();
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
            {
                // The other end is gone, or the test is over.
            }
        }
    }

    private sealed class Conversation(SmtpSink sink, NetworkStream stream) : IDisposable
    {
        private readonly StreamReader _reader = new(stream, Encoding.Latin1);
        private readonly List<string> _to = [];
        private string _from = "";

        public void Dispose() => _reader.Dispose();

        public async Task Run()
        {
            var goesOn = await Say(SmtpStep.Connected, "220 sink.test ESMTP");
            while (goesOn && await _reader.ReadLineAsync(sink._end.Token) is { } line)
            {
                sink._commands.Enqueue(line);
                goesOn = await Obey(line);
            }
        }

        private Task<bool> Obey(string line)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            switch (verb)
            {
                case "EHLO" or "HELO":
                    return Say(SmtpStep.Hello, "250 sink.test");
                case "MAIL":
                    _from = Path(line);
                    _to.Clear();
                    return Say(SmtpStep.MailFrom, "250 2.1.0 Ok");
                case "RCPT":
                    _to.Add(Path(line));
                    return Say(SmtpStep.Recipient, "250 2.1.5 Ok");
                case "DATA":
                    return Content();
                case "RSET" or "NOOP":
                    return Write("250 2.0.0 Ok");
                case "QUIT":
                    return Say(SmtpStep.Quit, "221 2.0.0 Bye");
                default:
                    return Write("500 5.5.2 What?");
            }
        }

        private async Task<bool> Content()
        {
            if (!await Say(SmtpStep.Data, "354 Go on") || sink.Answer(SmtpStep.Data) is not null)
            {
                return sink.Answer(SmtpStep.Data) is not null;
            }
            var content = new StringBuilder();
            for (var first = true; await _reader.ReadLineAsync(sink._end.Token) is { } line; first = false)
            {
                if (first && !await sink.At(SmtpStep.Content))
                {
                    return false;
                }
                if (line == ".")
                {
                    return await Take(content.ToString());
                }
                content.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
            }
            return false;
        }

        // Kept before the step: from the dot on it may be there, whatever the sender learns of it.
        private async Task<bool> Take(string content)
        {
            var answer = sink.Answer(SmtpStep.Dot);
            if (answer is null || answer.StartsWith('2'))
            {
                sink._mails.Enqueue(new SunkMail(_from, [.. _to], content));
            }
            return await Say(SmtpStep.Dot, "250 2.0.0 Ok: queued as 1") && await sink.At(SmtpStep.Taken);
        }

        private async Task<bool> Say(SmtpStep step, string usual) =>
            await sink.At(step) && await Write(sink.Answer(step) ?? usual) && step != SmtpStep.Quit;

        private async Task<bool> Write(string line)
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes($"{line}\r\n"), sink._end.Token);
            return true;
        }

        private static string Path(string line)
        {
            var from = line.IndexOf('<', StringComparison.Ordinal);
            return line[(from + 1)..line.IndexOf('>', from)];
        }
    }
}
