using NodaTime;
using Rung.Mail.Outbound;
using Rung.Mail.Transport;

namespace Rung.Server.Desk.Mails;

/// <summary>A mail by which somebody who sets up Rung sees whether mail goes out. No case has it, and nothing of it is kept.</summary>
internal static class TestMail
{
    private const string Subject = "Test mail from Rung";

    private const string Text = """
        Somebody who sets up Rung sent this mail, to see whether mail goes out. You need not do anything.

        No case has it. An answer to it is not an answer to a case.
        """;

    /// <param name="from">The desk's address.</param>
    public static async Task<TestedMail> Send(
        SmtpAddress server,
        NamedAddress from,
        NamedAddress to,
        CancellationToken stop
    )
    {
        var (line, why) = await SmtpLine.Open(server, stop);
        if (line is null)
        {
            return new TestedMail($"there is no line to the mail server. {why}", "") { HasLine = false };
        }
        await using (line)
        {
            var mail = Write(from, to);
            return Told(await line.Hand(mail, stop), mail, server);
        }
    }

    private static OutgoingMail Write(NamedAddress from, NamedAddress to) =>
        new()
        {
            From = from,
            To = to,
            ReturnTo = from,
            Subject = Subject,
            Text = Text,
            MessageId = $"{Guid.NewGuid():N}@{from.Address[(from.Address.IndexOf('@') + 1)..]}",
            WrittenAt = OffsetDateTime.FromDateTimeOffset(TimeProvider.System.GetLocalNow()),
            Language = "en-GB",
        };

    private static TestedMail Told(Handed handed, OutgoingMail mail, SmtpAddress server) =>
        handed switch
        {
            Handed.Taken taken => new TestedMail(
                null,
                $"""
                {server} took the mail to {mail.To.Address}: {taken.Answer}
                Its Message-ID is <{mail.MessageId}>. Look whether it arrives, and not among what is unwanted.
                """
            ),
            Handed.Later later => Trouble($"for now it does not take this mail: {later.Why}"),
            Handed.Never never => Trouble($"it refuses this mail: {never.Why}"),
            Handed.Lost lost => Trouble($"the line broke, and whether it has the mail is not known: {lost.Why}"),
            _ => throw new InvalidOperationException($"{handed} is no way in which a mail can be handed over."),
        };

    private static TestedMail Trouble(string why) => new(why, "");
}

/// <param name="Trouble">Why the server did not take it; null: it did.</param>
/// <param name="Words">What it answered, and what to look for, in two lines.</param>
internal sealed record TestedMail(string? Trouble, string Words)
{
    /// <summary>False: the server could not be talked to at all.</summary>
    public bool HasLine { get; init; } = true;
}
