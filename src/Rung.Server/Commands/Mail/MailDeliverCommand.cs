using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Rung.Server.Hosting;

namespace Rung.Server.Commands.Mail;

/// <summary>
/// <c>rung mail deliver</c>: the end of a mail server's pipe. It says that a message was delivered only when the running
/// desk has it on disk; whatever else happens, the mail server keeps the message and tries again.
/// </summary>
internal static class MailDeliverCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly Option<string> Data = DataOption.Create(
        "The data folder of the desk that runs on this machine.",
        "rung-data"
    );

    private static readonly Option<string> Recipient = new("--recipient")
    {
        Description = "The address the message came to, as the mail server was told.",
        HelpName = "address",
        Required = true,
    };

    private static readonly Option<string?> Sender = new("--sender")
    {
        Description = "The sender the mail server was told; empty for a bounce. Left out: not known.",
        HelpName = "address",
    };

    public static Command Create()
    {
        var command = new Command(
            "deliver",
            "Hand the message on standard input to the running desk. Exits with 0 once it is on disk, with 75 when the mail server should try again, with 69 when the message can never be taken."
        )
        {
            Data,
            Recipient,
            Sender,
        };
        command.SetAction((parsed, stop) => Run(parsed, stop));
        return command;
    }

    /// <summary>Whether a wrong command line was meant for this verb: then the mail server must not bounce the message.</summary>
    public static bool IsMeant(ParseResult parsed) => parsed.CommandResult.Command.Name == "deliver";

    private static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        try
        {
            await using var input = Console.OpenStandardInput();
            var message = await MessageBytes.Read(input, stop);
            return message.Length > Rung.Mail.Inbound.MailReader.MostBytes
                ? await Say("the message is larger than 50 MB.", ExitCode.Unacceptable)
                : await Deliver(parsed, message, stop);
        }
        catch (Exception e)
        {
            // Whatever it is, the message is safe where it is.
            return await Say(Why(e, parsed.GetRequiredValue(Data)), ExitCode.TryAgain);
        }
    }

    private static async Task<int> Deliver(ParseResult parsed, byte[] message, CancellationToken stop)
    {
        var folder = Path.GetFullPath(parsed.GetRequiredValue(Data));
        if (!MailSocket.Fits(folder))
        {
            return await Say($"{folder} is too long a path for a socket: choose a shorter one.", ExitCode.TryAgain);
        }
        using var client = Client(MailSocket.In(folder));
        using var content = new ByteArrayContent(message);
        content.Headers.ContentType = new("message/rfc822");
        using var answer = await client.PostAsync(new Uri(Query(parsed), UriKind.Relative), content, stop);
        return answer.StatusCode switch
        {
            HttpStatusCode.OK => ExitCode.Ok,
            HttpStatusCode.RequestEntityTooLarge => await Say("the message is too large.", ExitCode.Unacceptable),
            var other => await Say($"the desk did not take the message ({(int)other}).", ExitCode.TryAgain),
        };
    }

    private static HttpClient Client(string socket) =>
        new(
            new SocketsHttpHandler
            {
                ConnectCallback = async (_, stop) =>
                {
                    var line = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                    await line.ConnectAsync(new UnixDomainSocketEndPoint(socket), stop);
                    return new NetworkStream(line, ownsSocket: true);
                },
            }
        )
        {
            BaseAddress = new Uri("http://localhost"),
            Timeout = Patience,
        };

    private static string Query(ParseResult parsed)
    {
        var query = $"{MailSocket.Path}?recipient={Uri.EscapeDataString(parsed.GetRequiredValue(Recipient))}";
        return parsed.GetValue(Sender) is { } sender
            ? $"{query}&sender={Uri.EscapeDataString(sender.Trim('<', '>'))}"
            : query;
    }

    private static string Why(Exception failure, string folder) =>
        failure is HttpRequestException
            ? $"no desk runs on {Path.GetFullPath(folder)}: start it with 'rung serve'."
            : failure.Message;

    private static async Task<int> Say(string why, int code)
    {
        await Console.Error.WriteLineAsync($"rung: {why}");
        return code;
    }
}
