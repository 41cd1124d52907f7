using Rung.Server.Hosting;
using Rung.Storage;
using Rung.Storage.Sqlite;

namespace Rung.Server.Commands.Database;

/// <summary>What the verbs of <c>rung db</c> do.</summary>
internal static class DatabaseWork
{
    public static async Task<int> Status(DatabaseAddress database)
    {
        var status = await database.Status();
        await Console.Out.WriteLineAsync($"{database}");
        foreach (var migration in status.Applied)
        {
            await Console.Out.WriteLineAsync($"  has    {migration}");
        }
        foreach (var migration in status.Missing)
        {
            await Console.Out.WriteLineAsync($"  lacks  {migration}");
        }
        if (!status.IsCurrent)
        {
            await Console.Out.WriteLineAsync("Bring it to this version's schema with 'rung db migrate'.");
        }
        return status.IsCurrent ? ExitCode.Ok : ExitCode.Problems;
    }

    public static async Task<int> Migrate(DatabaseAddress database)
    {
        // Nobody may be using the file meanwhile.
        using var folder = database is SqliteFile file ? DataFolder.Open(Path.GetDirectoryName(file.Path)!) : null;
        var applied = await database.Migrate();
        foreach (var migration in applied)
        {
            await Console.Out.WriteLineAsync($"applied {migration}");
        }
        await Console.Out.WriteLineAsync($"{database} is at this version's schema.");
        return ExitCode.Ok;
    }

    public static async Task<int> Script(DatabaseAddress database)
    {
        await Console.Out.WriteAsync(database.Script(await database.Status()));
        return ExitCode.Ok;
    }

    public static async Task<int> Backup(DatabaseAddress database, string to)
    {
        if (database is not SqliteFile file)
        {
            throw new StartException(
                $"PostgreSQL is copied by its own tool: pg_dump --format=custom --file={to} --dbname=…"
            )
            {
                Code = ExitCode.Usage,
            };
        }
        if (!File.Exists(file.Path))
        {
            throw new StartException($"There is no database {file.Path}: name its folder with --data.");
        }
        if (File.Exists(to))
        {
            throw new StartException($"{to} is there already: choose another name.");
        }
        file.CopyTo(to);
        await Console.Out.WriteLineAsync($"{to} is a whole copy of {database}.");
        return ExitCode.Ok;
    }
}
