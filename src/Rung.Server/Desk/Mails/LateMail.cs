using NodaTime;
using Rung.Core.Cases.Telling;
using Rung.Core.Guides;
using Rung.Core.Wording;
using Rung.Storage.Outbox;

namespace Rung.Server.Desk.Mails;

/// <summary>
/// What a mail server kept us from sending says so itself, since its words may have aged; and what waited for the same reader
/// on one case is one mail, in the order in which it was written. R19
/// </summary>
internal static class LateMail
{
    private const string BeforeFoot = "\n\n-- \n";
    private static readonly Duration After = Duration.FromHours(1);

    /// <summary>What could have left by then is late.</summary>
    public static Instant Until(Instant now) => now - After;

    /// <summary>Whether it may go in one mail with others.</summary>
    public static bool MayGather(OutboxMessage message, Instant now) =>
        message is { CaseId: not null, Encloses: null, Cause: Cause.TheDesk } && message.NotBefore <= Until(now);

    /// <param name="before">What goes in the same mail and was written before it.</param>
    /// <param name="leavesAt">The desk's time at which it is sent; null: it is only looked at.</param>
    public static string Text(
        OutboxMessage message,
        IReadOnlyList<OutboxMessage> before,
        Guide guide,
        Instant? leavesAt
    )
    {
        var zone = guide.DeskCalendar.Zone;
        if (before.Count > 0)
        {
            var parts = before.Append(message).Select(one => $"{WrittenOn(one, zone)}\n\n{Split(one.Text).Words}");
            var late =
                $"These {before.Count + 1} messages are late: we could not send them before. They are in the order in which we wrote them.";
            return $"{late}\n\n{string.Join("\n\n", parts)}{Split(message.Text).Foot}";
        }
        if (leavesAt is not { } at || message.NotBefore > Until(at))
        {
            return message.Text;
        }
        var written = Say.AtInFull(message.NotBefore, zone);
        var (words, foot) = Split(message.Text);
        return $"{words}\n\nThis mail is late: we wrote it on {written} and could not send it before.{foot}";
    }

    private static string WrittenOn(OutboxMessage message, DateTimeZone zone) =>
        $"Written on {Say.AtInFull(message.NotBefore, zone)}:";

    private static (string Words, string Foot) Split(string text)
    {
        var foot = text.LastIndexOf(BeforeFoot, StringComparison.Ordinal);
        return foot < 0 ? (text, "") : (text[..foot], text[foot..]);
    }
}
