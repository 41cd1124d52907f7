using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Rung.Storage.Promises;

/// <summary>
/// Where a page of the book ended: the last line's place in the order, so that lines that come or go meanwhile neither
/// repeat nor hide the others. At one due mails come before cases. Its text is for URLs.
/// </summary>
public sealed record PromiseCursor
{
    internal const long OfMail = 0;
    internal const long OfCase = 1;
    private const char Between = '~';

    internal PromiseCursor(long dueAt, long source, long id, string key) =>
        (DueAt, Source, Id, Key) = (dueAt, source, id, key);

    internal long DueAt { get; }
    internal long Source { get; }

    /// <summary>Of the mail or of the case.</summary>
    internal long Id { get; }
    internal string Key { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out PromiseCursor? cursor)
    {
        var parts = (text ?? "").Split(Between);
        cursor =
            parts.Length == 4
            && Number(parts[0]) is { } due
            && Number(parts[1]) is OfMail or OfCase
            && Number(parts[2]) is { } id
            && Uri.UnescapeDataString(parts[3]) is var key
            && StorableText.Is(key)
                ? new PromiseCursor(due, Number(parts[1])!.Value, id, key)
                : null;
        return cursor is not null;
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{DueAt}~{Source}~{Id}~{Uri.EscapeDataString(Key).Replace("~", "%7E", StringComparison.Ordinal)}"
        );

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
