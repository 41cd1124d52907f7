using System.Buffers.Binary;

namespace Rung.Storage.Tests.Databases;

/// <summary>The write-ahead log of a SQLite database, read as its file format says.</summary>
internal sealed class WriteAheadLog(string path)
{
    private const int Header = 32;
    private const int FrameHeader = 24;

    /// <summary>How many commits are in it: frames that name the size of the database after them.</summary>
    public int Commits()
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var log = new byte[file.Length];
        file.ReadExactly(log);
        if (log.Length < Header)
        {
            return 0;
        }
        var pageSize = BinaryPrimitives.ReadInt32BigEndian(log.AsSpan(8));
        var salts = log.AsSpan(16, 8);
        var commits = 0;
        for (var at = Header; at + FrameHeader + pageSize <= log.Length; at += FrameHeader + pageSize)
        {
            // What has other salts is left over from before the log was begun again.
            if (!log.AsSpan(at + 8, 8).SequenceEqual(salts))
            {
                break;
            }
            commits += BinaryPrimitives.ReadInt32BigEndian(log.AsSpan(at + 4)) == 0 ? 0 : 1;
        }
        return commits;
    }
}
