using System.Buffers;
using System.Text;

namespace Rung.Storage;

/// <summary>
/// Which text every database keeps as it is: no NUL, which PostgreSQL refuses, and no half of a surrogate pair, which is
/// no character at all.
/// </summary>
internal static class StorableText
{
    private static readonly SearchValues<char> Suspicious = SearchValues.Create([
        '\0',
        .. Enumerable.Range(0xD800, 0x800).Select(code => (char)code),
    ]);

    public static bool Is(string? text) => text is null || !text.AsSpan().ContainsAny(Suspicious) || IsWhole(text);

    private static bool IsWhole(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (text[0] == '\0' || Rune.DecodeFromUtf16(text, out _, out var length) != OperationStatus.Done)
            {
                return false;
            }
            text = text[length..];
        }
        return true;
    }
}
