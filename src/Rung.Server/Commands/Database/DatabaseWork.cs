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
        using var folder = Hold(database);
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

    /// <summary>No mail leaves and none is fetched from now on, on whatever node, and nobody is signed in: it may be a copy.</summary>
    public static async Task<int> Mute(DatabaseAddress database)
    {
        using var folder = Hold(database);
        await using var opened = await database.Open(TimeProvider.System);
        await opened.Settings.Mute("it was muted by hand");
        await opened.Cases.LeaveOutNumbers();
        await opened.Sessions.EndEverybodys();
        await Console.Out.WriteLineAsync(
            $"{database} is muted: no mail leaves and none is fetched until 'rung db unmute'. Nobody is signed in any more, and links that were given out lead nowhere."
        );
        return ExitCode.Ok;
    }

    /// <summary>Mail leaves and is fetched again.</summary>
    public static async Task<int> Unmute(DatabaseAddress database)
    {
        using var folder = Hold(database);
        await using var opened = await database.Open(TimeProvider.System);
        await Console.Out.WriteLineAsync(
            await opened.Settings.Unmute()
                ? $"{database} speaks again: what waits is sent, and mail is fetched."
                : $"{database} was not muted."
        );
        return ExitCode.Ok;
    }

    // Nobody may be using the file meanwhile.
    private static DataFolder? Hold(DatabaseAddress database) =>
        database is SqliteFile file ? DataFolder.Open(Path.GetDirectoryName(file.Path)!) : null;
}
