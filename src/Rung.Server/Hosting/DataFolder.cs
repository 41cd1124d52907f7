namespace Rung.Server.Hosting;

/// <summary>
/// The folder that an installation keeps its data in, held by one process at a time: two would answer from different
/// clocks and guides.
/// </summary>
internal sealed class DataFolder : IDisposable
{
    /// <summary>The folder of the keys by which forms, links and codes are sealed.</summary>
    public const string KeysName = "keys";

    private const string DatabaseName = "rung.db";
    private const string LockName = "rung.lock";

    // Beside a demo's database, so that no demo throws away a real desk's data.
    private const string DemoMark = "demo";

    private readonly FileStream _lock;

    private DataFolder(string path, FileStream held) => (Path, _lock) = (path, held);

    public string Path { get; }
    public string Database => DatabaseIn(Path);

    public static string DatabaseIn(string path) => System.IO.Path.Combine(path, DatabaseName);

    /// <summary>Whether what is there belongs to a demo.</summary>
    public static bool IsDemo(string path) => File.Exists(System.IO.Path.Combine(path, DemoMark));

    public static bool HasData(string path) => File.Exists(DatabaseIn(path));

    /// <summary>Whether a process has it; nothing is made for asking.</summary>
    public static bool IsHeld(string path)
    {
        try
        {
            var file = System.IO.Path.Combine(path, LockName);
            new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
            return false;
        }
        catch (Exception e)
            when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>Makes the folder when there is none and keeps other processes out until it is disposed of.</summary>
    /// <exception cref="StartException">It cannot be written to, or another process has it.</exception>
    public static DataFolder Open(string path)
    {
        try
        {
            Create(path);
            return new DataFolder(path, Hold(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"The folder {path} cannot be used: {e.Message} Choose another with --data.");
        }
    }

    /// <summary>Throws away what the last demo left here.</summary>
    /// <exception cref="StartException">The data is not a demo's.</exception>
    public void BeginDemo()
    {
        var mark = System.IO.Path.Combine(Path, DemoMark);
        if (File.Exists(Database) && !File.Exists(mark))
        {
            throw new StartException(
                $"{Path} holds the data of a real desk, which a demo would throw away: choose another folder with --data."
            );
        }
        File.WriteAllText(
            mark,
            "The database beside this file belongs to 'rung demo', which begins afresh at every start.\n"
        );
        foreach (var file in (string[])[Database, Database + "-wal", Database + "-shm"])
        {
            File.Delete(file);
        }
    }

    /// <summary>
    /// What a server is about to write into the folder is its owner's alone, also where the folder is not: whoever made that may
    /// have left it open.
    /// </summary>
    /// <param name="hasDatabase">The database is a file here.</param>
    public void Begin(bool hasDatabase)
    {
        Create(System.IO.Path.Combine(Path, KeysName));
        if (hasDatabase && !OperatingSystem.IsWindows() && !File.Exists(Database))
        {
            const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            var own = new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = Owner,
            };
            new FileStream(Database, own).Dispose();
        }
    }

    public void Dispose() => _lock.Dispose();

    /// <summary>Makes the folder when there is none: its owner's alone, since it will hold what customers said.</summary>
    public static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            Directory.CreateDirectory(path, Owner);
        }
    }

    private static FileStream Hold(string path)
    {
        var file = System.IO.Path.Combine(path, LockName);
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(file))
        {
            throw new FolderInUseException(path);
        }
    }
}
