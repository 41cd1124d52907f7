using System.CommandLine;
using Rung.Server.Hosting;
using Rung.Storage;
using Rung.Storage.Postgres;
using Rung.Storage.Sqlite;

namespace Rung.Server.Commands.Database;

/// <summary>How verbs are told which database they are about.</summary>
internal static class DatabaseOptions
{
    public static Option<string> Data() =>
        DataOption.Create(
            "The folder that holds the database and, in its folder guides, your own guides.",
            "rung-data"
        );

    public static Option<string?> Address()
    {
        var address = new Option<string?>("--database")
        {
            Description =
                $"A PostgreSQL database instead of the SQLite file in the folder; better in the environment, as {DatabaseSetting.Name} or in a file that {DatabaseSetting.FileName} names.",
            HelpName = "postgresql://role@host/database",
        };
        address.Validators.Add(given =>
        {
            if (given.Tokens is [var text, ..] && !PostgresAddress.TryParse(text.Value, out _, out var problem))
            {
                given.AddError($"--database: {problem}.");
            }
        });
        return address;
    }

    /// <exception cref="StartException">The address in the environment is no good.</exception>
    public static DatabaseAddress Of(string? address, string folder) =>
        DatabaseSetting.Find(address) ?? new SqliteFile(DataFolder.DatabaseIn(Path.GetFullPath(folder)));

    /// <summary>For verbs that make nothing.</summary>
    /// <exception cref="StartException">There is no such file.</exception>
    public static DatabaseAddress Existing(string? address, string folder)
    {
        var database = Of(address, folder);
        return database is not SqliteFile file || File.Exists(file.Path)
            ? database
            : throw new StartException($"There is no database {file.Path}: name its folder with --data.");
    }
}
