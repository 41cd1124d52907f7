namespace Rung.Mail.Inbound.Parsing;

/// <summary>Names for attachments that no file system, page or header stumbles over. S35</summary>
internal static class FileNames
{
    private const string Unwanted = "<>:\"/\\|?*;%&'`$";

    public static string Safe(ScannedPart part, int number, MailNotes notes)
    {
        var given = PlainText.OneLine(part.Name ?? "", MailLimits.FieldLength * 2, notes);
        var name = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        name = string.Concat(name.Select(letter => Unwanted.Contains(letter, StringComparison.Ordinal) ? '_' : letter));
        name = name.Trim(' ', '.');
        if (name.Length > MailLimits.FileNameLength)
        {
            var end = Path.GetExtension(name) is { Length: <= 12 } extension ? extension : "";
            name = WholeLetters(name[..(MailLimits.FileNameLength - end.Length)]) + end;
        }
        return name.Length > 0 ? name : $"attachment-{number}{Ending(part)}";
    }

    /// <summary>The media type in its plain form; what is not well formed is just bytes.</summary>
    public static string MediaType(ScannedPart part) =>
        IsToken(part.MediaType) && IsToken(part.MediaSubtype)
            ? $"{part.MediaType}/{part.MediaSubtype}"
            : "application/octet-stream";

    private static bool IsToken(string text) =>
        text.Length is > 0 and <= 80
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '+' or '.' or '_');

    private static string WholeLetters(string text) => char.IsHighSurrogate(text[^1]) ? text[..^1] : text;

    private static string Ending(ScannedPart part) =>
        MediaType(part) switch
        {
            "message/rfc822" => ".eml",
            "text/plain" => ".txt",
            "text/html" => ".html",
            "text/calendar" => ".ics",
            "image/png" => ".png",
            "image/jpeg" => ".jpg",
            "image/gif" => ".gif",
            "application/pdf" => ".pdf",
            _ => ".bin",
        };
}
