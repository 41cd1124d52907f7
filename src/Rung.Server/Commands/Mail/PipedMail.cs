using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Rung.Mail.Inbound;
using Rung.Server.Hosting;

namespace Rung.Server.Commands.Mail;

/// <summary>
/// A message on standard input that goes to the running desk. A mail server starts this program once for each message, so
/// that its start is nearly all of the time: it is written for the least to be loaded and compiled, with a socket alone.
/// </summary>
/// <param name="Folder">The data folder of the desk that runs on this machine.</param>
/// <param name="Recipient">The address the message came to.</param>
/// <param name="Sender">The envelope sender, empty for a bounce; null: not known.</param>
internal sealed record PipedMail(string Folder, string Recipient, string? Sender)
{
    public const string UsualFolder = "rung-data";

    // Each time that the desk has something to say or to take.
    private const int PatienceMilliseconds = 60_000;
    private const string Version = "HTTP/1.1 ";

    /// <summary>
    /// Reads the command line as mail servers write it: <c>mail deliver</c>, then names and values, each once.
    /// </summary>
    /// <returns>Null: it is something else, or wrong, or asks for help.</returns>
    public static PipedMail? Of(string[] args)
    {
        if (args is not ["mail", "deliver", .. var rest] || rest.Length % 2 != 0)
        {
            return null;
        }
        string? folder = null;
        string? recipient = null;
        string? sender = null;
        for (var at = 0; at < rest.Length; at += 2)
        {
            ref var place = ref sender;
            switch (rest[at])
            {
                case "--data":
                    place = ref folder;
                    break;
                case "--recipient":
                    place = ref recipient;
                    break;
                case "--sender":
                    break;
                default:
                    return null;
            }
            if (place is not null || IsOption(rest[at + 1]))
            {
                return null;
            }
            place = rest[at + 1];
        }
        return recipient is null || string.IsNullOrWhiteSpace(folder ?? UsualFolder)
            ? null
            : new PipedMail(folder ?? UsualFolder, recipient, sender);
    }

    // An address may begin with a hyphen.
    private static bool IsOption(string text) => text.StartsWith('-') && !text.Contains('@', StringComparison.Ordinal);

    /// <summary>Reads the message and hands it over.</summary>
    /// <returns>An <see cref="ExitCode"/>: 0 only when the desk has the message on disk.</returns>
    public int Deliver()
    {
        try
        {
            using var input = Console.OpenStandardInput();
            var message = MessageBytes.Read(input);
            return message.Length > MailReader.MostBytes
                ? Say("the message is larger than 50 MB.", ExitCode.Unacceptable)
                : Deliver(message);
        }
        catch (Exception e)
        {
            // Whatever it is, the message is safe where it is.
            return Say(e is SocketException ? NoDesk() : e.Message, ExitCode.TryAgain);
        }
    }

    private int Deliver(byte[] message)
    {
        var folder = Path.GetFullPath(Folder);
        if (!MailSocket.Fits(folder))
        {
            return Say($"{folder} is too long a path for a socket: choose a shorter one.", ExitCode.TryAgain);
        }
        using var line = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        line.SendTimeout = line.ReceiveTimeout = PatienceMilliseconds;
        line.Connect(new UnixDomainSocketEndPoint(MailSocket.In(folder)));
        line.Send(Encoding.ASCII.GetBytes(Head(message.Length)));
        line.Send(message);
        return Answer(Status(line));
    }

    private string Head(int length)
    {
        var query = $"recipient={Escaped(Recipient)}";
        if (Sender is not null)
        {
            query += $"&sender={Escaped(Sender.Trim('<', '>'))}";
        }
        var size = length.ToString(CultureInfo.InvariantCulture);
        return $"POST {MailSocket.Path}?{query} {Version.TrimEnd()}\r\nHost: localhost\r\nConnection: close\r\n"
            + $"Content-Type: message/rfc822\r\nContent-Length: {size}\r\n\r\n";
    }

    // As a query has it. The library's way has to be compiled first, for longer than this takes.
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var one in Encoding.UTF8.GetBytes(text))
        {
            if (char.IsAsciiLetterOrDigit((char)one))
            {
                escaped.Append((char)one);
            }
            else
            {
                escaped.Append('%').Append(one.ToString("X2", CultureInfo.InvariantCulture));
            }
        }
        return escaped.ToString();
    }

    // The first line of the answer says it all: "HTTP/1.1 200 OK".
    private static string Status(Socket line)
    {
        var start = new byte[Version.Length + 3];
        var length = 0;
        while (length < start.Length)
        {
            var read = line.Receive(start, length, start.Length - length, SocketFlags.None);
            if (read == 0)
            {
                return "no answer";
            }
            length += read;
        }
        return Encoding.ASCII.GetString(start, Version.Length, 3);
    }

    private static int Answer(string status) =>
        status switch
        {
            "200" => ExitCode.Ok,
            "413" => Say("the message is too large.", ExitCode.Unacceptable),
            _ => Say($"the desk did not take the message ({status}).", ExitCode.TryAgain),
        };

    private string NoDesk() => $"no desk runs on {Path.GetFullPath(Folder)}: start it with 'rung serve'.";

    private static int Say(string why, int code)
    {
        Console.Error.WriteLine($"rung: {why}");
        return code;
    }
}
