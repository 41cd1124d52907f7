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
        var text = Template.Fill(rule.Template.Text, word);
        return new OutgoingMessage(
            "",
            rule.Id,
            rule.On,
            rule.To,
            rule.By,
            null,
            OneLine(Template.Fill(rule.Template.Subject, word)),
            rule.By == Channel.Email ? WithFoot(text, guide, word) : text,
            null
        );
    }

    /// <summary>A mail's text, and below it what stands under every one.</summary>
    internal static string WithFoot(string text, Guide guide, Func<string, string?> word)
    {
        var foot = Template.Fill((guide.Letterhead ?? Letterhead.Usual).Foot, word);
        return foot.Length > 0 ? $"{text}\n\n{Mark}\n{foot}" : text;
    }

    /// <summary>The text without breaks of lines, as a subject has to be.</summary>
    internal static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
