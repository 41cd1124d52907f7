using System.CommandLine;
using Rung.Storage;

namespace Rung.Server.Commands.Database;

/// <summary><c>rung db …</c>: looks after the database.</summary>
internal static class DatabaseCommand
{
    public static Command Create() =>
        new("db", "Look after the database: its schema, backups, and whether it is sound.")
        {
            Verb("status", "Say which migrations the database has and which it lacks.", DatabaseWork.Status),
            Verb(
                "migrate",
                "Bring the database to this version's schema. 'rung serve' does so by itself on SQLite, never on PostgreSQL.",
                DatabaseWork.Migrate
            ),
            Verb(
                "script",
                "Print the SQL that 'rung db migrate' would run, for somebody else to run.",
                DatabaseWork.Script
            ),
            Backup(),
            Restore(),
            Of(
                "mute",
                "Let no mail leave and none be fetched, and sign everybody out, as after a restore; what is queued waits.",
                DatabaseWork.Mute
            ),
            Of("unmute", "Let mail leave and be fetched again, as after a restore.", DatabaseWork.Unmute),
            VerifyCommand.Create(),
        };

    // About one that is there.
    private static Command Of(string name, string what, Func<DatabaseAddress, Task<int>> work) =>
        Verb(name, what, work, DatabaseOptions.Existing);

    private static Command Verb(string name, string what, Func<DatabaseAddress, Task<int>> work) =>
        Verb(name, what, work, DatabaseOptions.Of);

    private static Command Verb(
        string name,
        string what,
        Func<DatabaseAddress, Task<int>> work,
        Func<string?, string, DatabaseAddress> find
    )
    {
        var (data, address) = (DatabaseOptions.Data(), DatabaseOptions.Address());
        var command = new Command(name, what) { data, address };
        command.SetAction((parsed, _) => work(find(parsed.GetValue(address), parsed.GetRequiredValue(data))));
        return command;
    }

    private static Command Backup()
    {
        var (data, address) = (DatabaseOptions.Data(), DatabaseOptions.Address());
        var to = new Argument<string>("folder")
        {
            Description = "Where the copy is made: a data folder of its own. Nothing may be there yet.",
        };
        var command = new Command(
            "backup",
            "Copy the SQLite database and your own guides while they are in use. The copy is muted."
        )
        {
            to,
            data,
            address,
        };
        command.SetAction(
            (parsed, _) =>
                BackupWork.Make(
                    DatabaseOptions.Existing(parsed.GetValue(address), parsed.GetRequiredValue(data)),
                    Path.TrimEndingDirectorySeparator(Path.GetFullPath(parsed.GetRequiredValue(to)))
                )
        );
        return command;
    }

    private static Command Restore()
    {
        var data = DatabaseOptions.Data();
        var from = new Argument<string>("backup") { Description = "What 'rung db backup' made." };
        var replaces = new Option<bool>("--replace")
        {
            Description = "Set aside the installation that is in the folder, in a folder before-restore.",
        };
        var command = new Command(
            "restore",
            "Put a backup into a data folder that nobody is using. It is muted: no mail leaves and none is fetched until 'rung db unmute'."
        )
        {
            from,
            data,
            replaces,
        };
        command.SetAction(
            (parsed, _) =>
                BackupWork.Restore(
                    Path.TrimEndingDirectorySeparator(Path.GetFullPath(parsed.GetRequiredValue(from))),
                    Path.GetFullPath(parsed.GetRequiredValue(data)),
                    parsed.GetValue(replaces)
                )
        );
        return command;
    }
}
