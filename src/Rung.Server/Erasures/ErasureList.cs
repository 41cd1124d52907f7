using Rung.Server.Hosting;
using Rung.Storage.Erasures;

namespace Rung.Server.Erasures;

/// <summary>
/// What was erased, as a file beside the database: a backup that is older knows nothing of it, and brings the words back. A line for each,
/// with nobody's name.
/// </summary>
internal sealed partial class ErasureList(RungOptions options, ILogger<ErasureList> log)
{
    /// <summary>In the data folder.</summary>
    public const string FileName = "erasures.txt";

    private const int Parts = 3;

    private readonly Lock _gate = new();
    private readonly string _path = Path.Combine(options.DataFolder, FileName);

    /// <summary>Every line that can be read.</summary>
    public IReadOnlyList<ErasedThing> Read()
    {
        lock (_gate)
        {
            return File.Exists(_path) ? [.. File.ReadLines(_path).Select(Thing).OfType<ErasedThing>()] : [];
        }
    }

    /// <summary>On disk when this comes back; where that is not possible the next start does it, since the database has them.</summary>
    public void Add(params IReadOnlyList<ErasedThing> things)
    {
        try
        {
            lock (_gate)
            {
                Append(things);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            NotListed(log, _path, e);
        }
    }

    private void Append(IReadOnlyList<ErasedThing> things)
    {
        if (things.Count == 0)
        {
            return;
        }
        using var file = new FileStream(_path, FileMode.Append, FileAccess.Write);
        using var writer = new StreamWriter(file);
        foreach (var thing in things)
        {
            writer.WriteLine($"{thing.Kind} {thing.Desk} {thing.Subject}");
        }
        writer.Flush();
        file.Flush(flushToDisk: true);
    }

    private static ErasedThing? Thing(string line) =>
        line.Split(' ') is { Length: Parts } parts && Enum.TryParse<ErasureKind>(parts[0], out var kind)
            ? new ErasedThing(parts[1], kind, parts[2])
            : null;

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "What was erased could not be put on the list {Path}; the next start tries again. An older backup would bring it back."
    )]
    private static partial void NotListed(ILogger logger, string path, Exception why);
}
