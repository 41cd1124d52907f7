using System.Diagnostics;
using Rung.Server.Tests.Hosting;
using Rung.Storage.Inbound;
using Rung.Storage.Sqlite;
using Xunit;

namespace Rung.Server.Tests.Mails;

/// <summary><c>rung mail deliver</c> as the end of a mail server's pipe: 0 only when the message is on disk. R1</summary>
public sealed class MailDeliverTests
{
    private const string Desk = "desk@schools.example.org";
    private const int Delivered = 0;
    private const int TryAgain = 75;
    private const int TooLarge = 69;

    // R1: killed while mail comes in by the pipe.
    [Fact]
    public async Task A_message_that_was_acknowledged_is_there_after_kill_9_once_however_often_it_was_delivered()
    {
        var folder = await ServedDesk.NewFolder();
        var acknowledged = new HashSet<int>();
        for (var round = 0; round < 3; round++)
        {
            await using var desk = await ServedDesk.Start(folder);
            // What was not acknowledged is delivered again, as a mail server does; so is everything else, for good measure.
            var numbers = Enumerable.Range(0, 4 * (round + 1));
            var deliveries = numbers.Select(number => Deliver(folder, Message(number))).ToList();
            if (round < 2)
            {
                await Task.WhenAny(deliveries.Skip(2));
                await desk.Kill();
            }
            var codes = await Task.WhenAll(deliveries);
            Assert.All(codes, code => Assert.Contains(code, (int[])[Delivered, TryAgain]));
            acknowledged.UnionWith(numbers.Where(number => codes[number] == Delivered));
            if (round == 2)
            {
                Assert.All(codes, code => Assert.Equal(Delivered, code));
                await desk.Terminate();
            }
        }
        Assert.Equal(12, acknowledged.Count);
        await Once(folder, 12);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Where_no_desk_runs_the_mail_server_keeps_the_message()
    {
        var folder = Directory.CreateTempSubdirectory("rung-deliver-").FullName;

        Assert.Equal(TryAgain, await Deliver(folder, Message(1)));

        Directory.Delete(folder);
    }

    // A local part may begin with a hyphen, as no option with an at sign does.
    [Fact]
    public async Task A_sender_whose_address_begins_with_a_hyphen_is_a_sender()
    {
        var folder = await ServedDesk.NewFolder();
        await using (var desk = await ServedDesk.Start(folder))
        {
            string[] piped = ["mail", "deliver", "--data", folder, "--recipient", Desk];
            Assert.Equal(
                Delivered,
                (await Run(Message(1), [.. piped, "--sender", "-office@ashgrove.example.org"])).Code
            );
            await desk.Terminate();
        }
        await Once(folder, 1);
        Directory.Delete(folder, recursive: true);
    }

    // S42: it reads no more of it than it may take.
    [Fact]
    public async Task A_message_of_300_MB_is_refused_for_good_and_no_desk_is_needed_for_that()
    {
        var line = new string('a', 76) + "\r\n";
        var message = MailServer.Message(
            "office@ashgrove.example.org",
            "Scan",
            string.Concat(Enumerable.Repeat(line, 300_000_000 / line.Length))
        );
        var (code, error) = await Run(message, "mail", "deliver", "--recipient", Desk);

        Assert.Equal((TooLarge, "rung: the message is larger than 50 MB."), (code, error.Trim()));
    }

    [Fact]
    public async Task A_wrong_command_line_bounces_nothing() =>
        Assert.Equal(TryAgain, (await Run(Message(1), "mail", "deliver", "--nonsense")).Code);

    [Fact]
    public async Task The_socket_is_the_owners_and_the_port_takes_no_mail()
    {
        var folder = await ServedDesk.NewFolder();
        await using (var desk = await ServedDesk.Start(folder))
        {
            Assert.Equal(Delivered, await Deliver(folder, Message(1)));
            if (!OperatingSystem.IsWindows())
            {
                var others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
                Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(Path.Combine(folder, "mail.sock")) & others);
            }
            using var content = new StringContent(Message(2));
            using var answer = await desk.Client.PostAsync(
                new Uri($"/mail?recipient={Desk}", UriKind.Relative),
                content,
                TestContext.Current.CancellationToken
            );
            Assert.Equal(404, (int)answer.StatusCode);
            await desk.Terminate();
        }
        await Once(folder, 1);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task Once(string folder, int messages)
    {
        await using var database = SqliteDatabase.Open(Path.Combine(folder, "rung.db"));
        var waiting = await database.Inbound.Of("schools-desk", InboundState.Unlogged, 1000);
        var received = await database.Inbound.Of("schools-desk", InboundState.Received, 1000);
        var subjects = waiting.Select(mail => mail.Subject).Concat(received.Select(mail => mail.Subject)).ToList();
        Assert.Equal(messages, subjects.Count);
        Assert.Equal(subjects.Count, waiting.Concat(received).DistinctBy(mail => mail.Id).Count());
    }

    private static string Message(int number) =>
        MailServer.Message("office@ashgrove.example.org", $"Printer {number}", "It fails.");

    private static async Task<int> Deliver(string folder, string message) =>
        (
            await Run(
                message,
                "mail",
                "deliver",
                "--data",
                folder,
                "--recipient",
                Desk,
                "--sender",
                "office@ashgrove.example.org"
            )
        ).Code;

    private static async Task<(int Code, string Error)> Run(string input, params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "rung.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        await Feed(process, input);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, error);
    }

    // A program that ends before it has read everything closes its end of the pipe.
    private static async Task Feed(Process process, string input)
    {
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            process.StandardInput.BaseStream.Close();
        }
    }
}
