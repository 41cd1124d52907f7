using Rung.Storage;
using Rung.Storage.Postgres;

namespace Rung.Server.Hosting;

/// <summary>
/// Which database an installation uses: the one on the command line, else that of the environment, else none but the
/// SQLite file in its folder. An address has a password in it and is never shown.
/// </summary>
internal static class DatabaseSetting
{
    public const string Name = "Rung__Database";

    /// <summary>Names a file that holds the address, as secrets are handed to services.</summary>
    public const string FileName = Name + "_FILE";

    /// <returns>Null: SQLite in the data folder.</returns>
    /// <exception cref="StartException">The address in the environment is no good.</exception>
    public static DatabaseAddress? Find(string? given)
    {
        var address = given ?? SecretSetting.Read(Name);
        if (address is null)
        {
            return null;
        }
        return PostgresAddress.TryParse(address.Trim(), out var postgres, out var problem)
            ? postgres
            : throw new StartException($"{(given is null ? Name : "--database")}: {problem}.");
    }
}
