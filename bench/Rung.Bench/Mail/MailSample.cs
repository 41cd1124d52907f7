using System.Diagnostics;
using System.Globalization;
using System.Text;
using MimeKit;
using NodaTime;

namespace Rung.Bench.Mail;

/// <summary>Mails such as schools write, and the ways they come.</summary>
internal static class MailSample
{
    /// <summary>The first of each kind are not counted: the compiler works on them.</summary>
    public const int Warm = 8;

    public static Instant Now { get; } = Instant.FromUtc(2026, 12, 14, 10, 0);

    public static MimeMessage Message(string subject)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(Text(subject)));
        return MimeMessage.Load(bytes);
    }

    public static string Text(string subject)
    {
        var id = string.Concat(subject.Where(char.IsLetterOrDigit));
        string[] lines =
        [
            "From: School office <office@larkmere.example.org>",
            "To: desk@schools.example.org",
            "Date: Mon, 14 Dec 2026 09:58:00 +0000",
            $"Message-ID: <{id}@larkmere.example.org>",
            $"Subject: {subject}",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "",
            "Good morning,",
            "",
            "e-mail is slow for two of our teachers since this morning, in rooms 4 and 5.",
            "We have restarted both machines and followed the help guide.",
            "Phone: 01632 960301",
            "",
            .. Enumerable
                .Range(1, 20)
                .Select(line => string.Create(CultureInfo.InvariantCulture, $"> line {line} of an earlier mail")),
        ];
        return string.Join("\r\n", lines) + "\r\n";
    }

    /// <summary>Hands a mail over as the pipe of a mail server does.</summary>
    public static Task Deliver(string folder, string subject) => Deliver(folder, Encoding.UTF8.GetBytes(Text(subject)));

    /// <summary>Hands a message over as the pipe of a mail server does.</summary>
    public static async Task Deliver(string folder, byte[] message)
    {
        string[] arguments =
        [
            RungProgram.File,
            "mail",
            "deliver",
            "--data",
            folder,
            "--recipient",
            MailBench.Desk,
            "--sender",
            "office@larkmere.example.org",
        ];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardInput = true })!;
        await process.StandardInput.BaseStream.WriteAsync(message);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"rung mail deliver ended with {process.ExitCode}.");
        }
    }
}
