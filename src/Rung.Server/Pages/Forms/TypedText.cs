namespace Rung.Server.Pages.Forms;

/// <summary>Text from a form or an address, without the character NUL: nobody types it, and not every database keeps it.</summary>
internal static class TypedText
{
    public static string Of(string? text) => (text ?? "").Replace("\0", "", StringComparison.Ordinal);
}
