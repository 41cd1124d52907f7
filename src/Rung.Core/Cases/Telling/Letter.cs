using Rung.Core.Guides;

namespace Rung.Core.Cases.Telling;

/// <summary>Writes a message by a rule of the guide: its text, and below it what stands under every message.</summary>
internal static class Letter
{
    /// <summary>The line above what stands under every message; mail programs know it and set the rest apart (RFC 3676, 4.3).</summary>
    private const string Mark = "-- ";

    /// <returns>Without key and address.</returns>
    public static OutgoingMessage Write(NotificationRule rule, Guide guide, Func<string, string?> word)
    {
        var foot = Template.Fill((guide.Letterhead ?? Letterhead.Usual).Foot, word);
        var text = Template.Fill(rule.Template.Text, word);
        return new OutgoingMessage(
            "",
            rule.Id,
            rule.On,
            rule.To,
            rule.By,
            null,
            OneLine(Template.Fill(rule.Template.Subject, word)),
            rule.By == Channel.Email && foot.Length > 0 ? $"{text}\n\n{Mark}\n{foot}" : text,
            null
        );
    }

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
