using Rung.Server.Hosting;
using Rung.Storage;
using Rung.Storage.Sqlite;

namespace Rung.Server.Commands.Database;

/// <summary>
/// A backup is a data folder of its own: the database, whole as of one moment, the installation's own guides with their
/// holidays, and its keys. It is muted, so that no second installation speaks to the customers of the first.
/// </summary>
internal static class BackupWork
{
    private const string SetAside = "before-restore";

    // Without the keys nobody who has set up one-time codes could sign in.
    private static readonly string[] Folders = [GuideFiles.FolderName, DataFolder.KeysName];

    /// <summary>Makes one, while the installation is served.</summary>
    /// <param name="to">A folder that is not there yet, or is empty.</param>
    public static async Task<int> Make(DatabaseAddress database, string to)
    {
        var file =
            database as SqliteFile
            ?? throw Refused(
                $"PostgreSQL is copied by its own tool: pg_dump --format=custom --file={to} --dbname=…",
                ExitCode.Usage
            );
        if (File.Exists(to) || (Directory.Exists(to) && Directory.EnumerateFileSystemEntries(to).Any()))
        {
            throw Refused($"{to} is there already: choose another name.");
        }
        var unfinished = to + ".part";
        Copy(file, unfinished);
        if (Directory.Exists(to))
        {
            Directory.Delete(to);
        }
        Directory.Move(unfinished, to);
        await Console.Out.WriteLineAsync($"{to} is a whole copy of {Path.GetDirectoryName(file.Path)}, and muted.");
        return ExitCode.Ok;
    }

    /// <summary>Puts one into a folder, which is held meanwhile.</summary>
    /// <param name="from">What <see cref="Make"/> made, or a database alone.</param>
    /// <param name="folder">Has no installation in it, or one that is set aside.</param>
    public static async Task<int> Restore(string from, string folder, bool replaces)
    {
        var backup = new SqliteFile(Directory.Exists(from) ? DataFolder.DatabaseIn(from) : from);
        if (!File.Exists(backup.Path))
        {
            throw Refused($"There is no {backup.Path}: name a folder that 'rung db backup' made.");
        }
        if ((await backup.Status()).Applied.Count == 0)
        {
            throw Refused($"{backup.Path} is no database of Rung.");
        }
        using var held = DataFolder.Open(folder);
        string[] present = [.. Parts(folder).Where(Path.Exists)];
        if (present.Length > 0 && !replaces)
        {
            throw Refused(
                $"{folder} holds an installation: restore into another folder, or add --replace, which sets aside what is there."
            );
        }
        var unfinished = Path.Combine(folder, "restore.part");
        Copy(backup, unfinished);
        var aside = MoveAside(folder, present);
        // The database last: without it nothing is served, and what is set aside is whole.
        foreach (var part in Parts(unfinished).Where(Path.Exists).Reverse())
        {
            Directory.Move(part, Path.Combine(folder, Path.GetFileName(part)));
        }
        Directory.Delete(unfinished);
        await Console.Out.WriteLineAsync(Words(from, folder, aside));
        return ExitCode.Ok;
    }

    private static string Words(string from, string folder, string? aside)
    {
        var before = aside is null ? "" : $" What was there is in {aside}.";
        return $"""
            {folder} holds what {from} held.{before}
            It is muted: no mail leaves and none is fetched until 'rung db unmute --data {folder}'.
            """;
    }

    private static string? MoveAside(string folder, string[] present)
    {
        if (present.Length == 0)
        {
            return null;
        }
        var names = Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? SetAside : $"{SetAside}-{n}");
        var aside = names.Select(name => Path.Combine(folder, name)).First(free => !Path.Exists(free));
        DataFolder.Create(aside);
        foreach (var part in present)
        {
            Directory.Move(part, Path.Combine(aside, Path.GetFileName(part)));
        }
        return aside;
    }

    private static string[] Parts(string folder)
    {
        var database = DataFolder.DatabaseIn(folder);
        return [database, database + "-wal", database + "-shm", .. Folders.Select(name => Path.Combine(folder, name))];
    }

    // What an attempt that was broken off left behind is begun anew.
    private static void Copy(SqliteFile file, string to)
    {
        if (Directory.Exists(to))
        {
            if (
                Directory
                    .EnumerateFileSystemEntries(to)
                    .Except([.. Parts(to), DataFolder.DatabaseIn(to) + ".part"])
                    .Any()
            )
            {
                throw Refused($"{to} is in the way: take it away.");
            }
            Directory.Delete(to, recursive: true);
        }
        DataFolder.Create(to);
        file.CopyTo(DataFolder.DatabaseIn(to));
        CopyFolders(Path.GetDirectoryName(file.Path)!, to);
    }

    private static void CopyFolders(string from, string to)
    {
        foreach (var file in Folders.Select(name => Path.Combine(from, name)).Where(Directory.Exists).SelectMany(Files))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories);

    private static StartException Refused(string why, int code = ExitCode.Environment) => new(why) { Code = code };
}
