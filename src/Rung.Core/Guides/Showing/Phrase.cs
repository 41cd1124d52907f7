using System.Globalization;
using NodaTime;
using Rung.Core.Cases;

namespace Rung.Core.Guides.Showing;

/// <summary>Small words: lists, lengths, dates and names of things, as a guide's reader expects them.</summary>
internal static class Phrase
{
    /// <summary>A space at which no line is broken.</summary>
    public const char NoBreak = '\u00A0';

    public static string And(IEnumerable<string> items) => Listed([.. items], "and");

    public static string Or(IEnumerable<string> items) => Listed([.. items], "or");

    public static string Length(Duration length)
    {
        var (hours, minutes, seconds) = ((long)length.TotalHours, length.Minutes, length.Seconds);
        var parts = new[] { Count(hours, "hour"), Count(minutes, "minute"), Count(seconds, "second") };
        var said = parts.OfType<string>().ToArray();
        return said.Length == 0 ? "no time" : string.Join(' ', said);
    }

    public static string Days(int days, string what) => days == 1 ? $"1 {what}" : $"{days} {what}s";

    public static string Nth(int number) =>
        (number % 100) is >= 11 and <= 13
            ? $"{number}th"
            : (number % 10) switch
            {
                1 => $"{number}st",
                2 => $"{number}nd",
                3 => $"{number}rd",
                _ => $"{number}th",
            };

    public static string Date(LocalDate date) => Together(date.ToString("d MMM uuuu", CultureInfo.InvariantCulture));

    /// <summary>"24 Dec": a date of which the year is of no account.</summary>
    public static string DayOfYear(LocalDate date) => Together(date.ToString("d MMM", CultureInfo.InvariantCulture));

    /// <summary>The text with its spaces made such that no line breaks at them: dates, telephone numbers.</summary>
    public static string Together(string text) => text.Replace(' ', NoBreak);

    public static string Time(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string Share(decimal share) => (share * 100).ToString("0.####", CultureInfo.InvariantCulture) + " %";

    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    public static string Of(Channel channel) =>
        channel switch
        {
            Channel.Phone => "telephone",
            Channel.Email => "e-mail",
            Channel.Portal => "customer portal",
            Channel.Monitoring => "monitoring",
            Channel.Letter => "letter",
            Channel.Form => "web form",
            Channel.InPerson => "in person",
            _ => throw new ArgumentOutOfRangeException(nameof(channel)),
        };

    /// <summary>As a way in which something is done: "by telephone".</summary>
    public static string By(Channel channel) =>
        channel switch
        {
            Channel.Portal => "in the customer portal",
            Channel.InPerson => "in person",
            _ => $"by {Of(channel)}",
        };

    public static string Of(Condition condition) =>
        condition switch
        {
            Condition.Open => "open",
            Condition.Assigned => "assigned",
            Condition.OnHold => "on hold",
            Condition.Resolved => "resolved",
            Condition.ResolvedToConfirm => "resolved, to be confirmed",
            Condition.Closed => "closed",
            _ => throw new ArgumentOutOfRangeException(nameof(condition)),
        };

    private static string? Count(long count, string what) =>
        count switch
        {
            0 => null,
            1 => $"1 {what}",
            _ => $"{count} {what}s",
        };

    private static string Listed(string[] items, string word) =>
        items.Length switch
        {
            0 => "",
            1 => items[0],
            _ => $"{string.Join(", ", items[..^1])} {word} {items[^1]}",
        };
}
