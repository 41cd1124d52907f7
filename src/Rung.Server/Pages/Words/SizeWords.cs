using System.Globalization;

namespace Rung.Server.Pages.Words;

/// <summary>The size of a file as people read it.</summary>
internal static class SizeWords
{
    /// <summary>"880 bytes", "120 KB", "2.5 MB".</summary>
    public static string Of(long bytes) =>
        bytes < 1024 ? $"{bytes} bytes"
        : bytes < 1024 * 1024 ? $"{bytes / 1024} KB"
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024 * 1024.0):0.#} MB");
}
