using System.IO.Compression;
using System.Text;
using Rung.Core.History.Mapping;

namespace Rung.Server.Commands.Import;

/// <summary>The text of a log file, packed with gzip or not. What is no text is told apart before anything is read.</summary>
internal sealed class LogBytes : IDisposable
{
    /// <summary>More than this is not unpacked.</summary>
    public const long MostBytes = 4L * 1024 * 1024 * 1024;

    private const int HeadLength = 64 * 1024;
    private const int TrailerLength = 8;

    private readonly CountedStream _counted;
    private readonly uint? _unpackedLength;

    private LogBytes(CountedStream counted, uint? unpackedLength) =>
        (_counted, _unpackedLength) = (counted, unpackedLength);

    /// <summary>Whether the end was reached although a packed file says that there is more.</summary>
    public bool IsCutOff =>
        _unpackedLength is { } length && _counted.IsAtEnd && unchecked((uint)_counted.Count) != length;

    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    public static LogBytes Open(string file)
    {
        var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (!stream.CanSeek)
        {
            stream.Dispose();
            throw new IOException(
                $"{file} is a pipe or a device, and a log is read more than once: put it into a file first, such as: cat > log.csv"
            );
        }
        return IsPacked(stream)
            ? new LogBytes(
                new CountedStream(new GZipStream(stream, CompressionMode.Decompress), MostBytes),
                LengthIn(stream)
            )
            : new LogBytes(new CountedStream(stream, MostBytes), null);
    }

    /// <summary>Why the file is no log, by its first bytes; null when it may be one.</summary>
    public static string? Suspect(string file, LogEncoding encoding)
    {
        using var bytes = Open(file);
        var head = new byte[HeadLength];
        int read;
        try
        {
            read = bytes._counted.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException)
        {
            return "it begins like a gzip file but cannot be unpacked";
        }
        return Suspect(head.AsSpan(0, read), encoding);
    }

    /// <summary>Text that is strict: a byte that is none of the encoding's stops the reading.</summary>
    public StreamReader Text(LogEncoding encoding) =>
        new(_counted, Strict(encoding), detectEncodingFromByteOrderMarks: true);

    public void Dispose() => _counted.Dispose();

    private static string? Suspect(ReadOnlySpan<byte> head, LogEncoding encoding)
    {
        var isWide =
            encoding == LogEncoding.Utf16
            || head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])
            || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
        return head.Length == 0 ? "it is empty"
            : head.StartsWith("PK\u0003\u0004"u8)
                ? "it is a zip archive or a workbook: unpack it, or save the sheet as CSV"
            : head.StartsWith("\u001f\u008b"u8) || head.Contains((byte)0) && !isWide
                ? "it is not a text: there are zero bytes in it (if it is UTF-16, say `encoding: utf-16`)"
            : null;
    }

    private static Encoding Strict(LogEncoding encoding) =>
        encoding switch
        {
            LogEncoding.Utf8 => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
            LogEncoding.Utf16 => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
            LogEncoding.Latin1 => Encoding.Latin1,
            LogEncoding.Windows1252 => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
            _ => throw new NotSupportedException($"No encoding for {encoding}."),
        };

    private static bool IsPacked(FileStream stream)
    {
        Span<byte> magic = stackalloc byte[2];
        var read = stream.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return read == magic.Length && magic[0] == 0x1F && magic[1] == 0x8B;
    }

    // The unpacked length, modulo 2^32, ends a gzip file; the runtime does not look at it when a file was cut off.
    private static uint LengthIn(FileStream stream)
    {
        Span<byte> length = stackalloc byte[sizeof(uint)];
        if (stream.Length > TrailerLength)
        {
            stream.Position = stream.Length - length.Length;
            stream.ReadExactly(length);
            stream.Position = 0;
        }
        return BitConverter.ToUInt32(length);
    }
}
