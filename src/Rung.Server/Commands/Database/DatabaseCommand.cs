using System.CommandLine;
using Rung.Server.Hosting;
using Rung.Storage;

namespace Rung.Server.Commands.Database;

/// <summary><c>rung db …</c>: looks after the database.</summary>
internal static class DatabaseCommand
{
    public static Command Create() =>
        new("db", "Look after the database: its schema, a copy of it, and whether it is sound.")
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
            VerifyCommand.Create(Run),
        };

    private static Command Verb(string name, string what, Func<DatabaseAddress, Task<int>> work)
    {
        var (data, address) = (DatabaseOptions.Data(), DatabaseOptions.Address());
        var command = new Command(name, what) { data, address };
        command.SetAction(
            (parsed, _) => Run(() => work(DatabaseOptions.Of(parsed.GetValue(address), parsed.GetRequiredValue(data))))
        );
        return command;
    }

    private static Command Backup()
    {
        var (data, address) = (DatabaseOptions.Data(), DatabaseOptions.Address());
        var to = new Argument<string>("file") { Description = "Where the copy is made; nothing may be there yet." };
        var command = new Command("backup", "Copy the SQLite database while it is in use.") { to, data, address };
        command.SetAction(
            (parsed, _) =>
                Run(() =>
                    DatabaseWork.Backup(
                        DatabaseOptions.Of(parsed.GetValue(address), parsed.GetRequiredValue(data)),
                        Path.GetFullPath(parsed.GetRequiredValue(to))
                    )
                )
        );
        return command;
    }

    private static async Task<int> Run(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (StorageException e)
        {
            throw new StartException(e.Message);
        }
    }
}
