using Rung.Core.Guides.Reading;

namespace Rung.Server.Commands.Guides;

/// <summary>Loads a guide and the public holidays it needs from disk.</summary>
internal static class GuideFile
{
    // One byte more than a guide may have shows that there is more, however long the file is.
    private const int MostBytes = (2 * 1024 * 1024) + 1;

    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not read it.</exception>
    public static GuideReading Read(string file) => GuideReader.Read(file, Bytes(file), HolidayFolders.For(file));

    /// <summary>As much of a file as a guide or a scenario may have, and one byte more where there is more.</summary>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not read it.</exception>
    public static byte[] Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[MostBytes];
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return bytes[..read];
    }
}
