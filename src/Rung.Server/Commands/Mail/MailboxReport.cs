using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Rung.Mail.Inbound;
using Rung.Mail.Transport;

namespace Rung.Server.Commands.Mail;

/// <summary>What is in a mailbox as a person reads it at a terminal.</summary>
internal static class MailboxReport
{
    private const int LongestPart = 60;

    public static string Write(ImapAddress mailbox, MailboxLook look)
    {
        var text = new StringBuilder();
        text.AppendLine($"{mailbox}, for {mailbox.For}: it can be read. {Count(look)}");
        foreach (var (message, header) in look.Newest)
        {
            text.AppendLine($"  {When(message)}  {OneLine(From(header))}: {OneLine(header.Subject)}");
        }
        return text.ToString();
    }

    private static string Count(MailboxLook look) =>
        look.Count switch
        {
            0 => "It is empty.",
            1 => "It has 1 message:",
            var count when count == look.Newest.Count => $"It has {count} messages:",
            var count => string.Create(
                CultureInfo.InvariantCulture,
                $"It has {count:N0} messages, the newest of them:"
            ),
        };

    private static string When(MailboxMessage message) =>
        message.ReceivedAt is { } at
            ? InstantPattern.General.Format(Instant.FromDateTimeOffset(at))
            : "no time            ";

    private static string From(ReceivedMail header) => header.From?.ToString() ?? "nobody it names";

    // Whatever a stranger wrote stays on its line and moves no cursor.
    private static string OneLine(string text)
    {
        var line = string.Concat(text.Select(letter => IsPlain(letter) ? letter : ' ')).Trim();
        return line.Length <= LongestPart ? line : line[..(LongestPart - 1)] + "…";
    }

    private static bool IsPlain(char letter) =>
        CharUnicodeInfo.GetUnicodeCategory(letter)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.Surrogate
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
            );
}
