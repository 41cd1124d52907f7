using System.CommandLine.Parsing;
using System.Text;
using Rung.Server.Hosting;

namespace Rung.Server.Commands;

/// <summary>
/// A file that a verb writes. It is opened before anything is done, so that a place that cannot be written is told
/// while nothing has happened yet; what stands in it is replaced only when it is written, and only by its own kind: what
/// somebody brought, or the installation keeps, may be all there is of it.
/// </summary>
internal sealed class OutputFile : IDisposable
{
    private const string StandardOutput = "/dev/stdout";

    private readonly Stream _stream;
    private readonly string _file;
    private readonly byte[] _header;
    private bool _isNew;

    private OutputFile(string file, string header)
    {
        (_file, _header) = (file, Encoding.UTF8.GetBytes(header));
        _isNew = new FileInfo(file) is { Exists: false, LinkTarget: null };
        _stream =
            file == StandardOutput
                ? Console.OpenStandardOutput()
                : new FileStream(file, FileMode.OpenOrCreate, FileAccess.Write);
    }

    /// <param name="header">How every file of its kind begins.</param>
    /// <param name="advice">What is told beside the reason why it cannot be written.</param>
    /// <exception cref="StartException">The file cannot be written, or is something else than an earlier one of its kind.</exception>
    public static OutputFile Open(string file, string header, string advice)
    {
        try
        {
            var output = new OutputFile(file, header);
            if (!output.IsAnother())
            {
                return output;
            }
            output.Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new StartException($"the report {file} cannot be written: {e.Message} {advice}");
        }
        throw new StartException($"{Another(file)}. {advice}");
    }

    /// <summary>A wrong command line where both are one file, also by another path or through a symbolic link.</summary>
    public static void MustNotBe(CommandResult given, string? output, IEnumerable<string?> inputs)
    {
        if (output is null || inputs.OfType<string>().FirstOrDefault(input => IsSame(input, output)) is not { } read)
        {
            return;
        }
        given.AddError($"{output} would be written over {read}, which is read: name another file to write.");
    }

    /// <summary>To be written from the beginning. Devices and pipes are written as they are.</summary>
    /// <exception cref="IOException">Meanwhile the file has become something else.</exception>
    public Stream Cleared()
    {
        if (IsAnother())
        {
            throw new IOException($"{Another(_file)}: it is left as it is.");
        }
        _isNew = false;
        if (_stream.CanSeek)
        {
            _stream.SetLength(0);
        }
        return _stream;
    }

    /// <summary>A file that was made and never written is taken away again.</summary>
    public void Dispose()
    {
        var isLeft = _isNew && _stream is { CanSeek: true, Length: 0 };
        _stream.Dispose();
        if (isLeft)
        {
            File.Delete(_file);
        }
    }

    private static string Another(string file) => $"{file} is there already and is no such report";

    private bool IsAnother()
    {
        if (_stream is not { CanSeek: true, Length: > 0 })
        {
            return false;
        }
        using var there = new FileStream(_file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var begins = new byte[_header.Length];
        return there.ReadAtLeast(begins, begins.Length, throwOnEndOfStream: false) < begins.Length
            || !begins.AsSpan().SequenceEqual(_header);
    }

    private static bool IsSame(string one, string other)
    {
        try
        {
            return Resolved(one) == Resolved(other);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Whoever opens it says what is wrong with it.
            return false;
        }
    }

    private static string Resolved(string path)
    {
        var file = new FileInfo(path);
        var target = file.ResolveLinkTarget(returnFinalTarget: true) ?? file;
        var folder = new DirectoryInfo(Path.GetDirectoryName(target.FullName)!);
        return Path.Combine((folder.ResolveLinkTarget(returnFinalTarget: true) ?? folder).FullName, target.Name);
    }
}
