namespace Rung.Storage.Postgres.Private;

/// <summary>The programs of a PostgreSQL that is installed on this machine.</summary>
public static class PostgresPrograms
{
    /// <summary>In the environment: the folder of the programs, where it is none of those that are looked into.</summary>
    public const string NamedBy = "RUNG_POSTGRES_PROGRAMS";

    private static readonly string[] Needed = ["initdb", "pg_ctl", "postgres"];

    // Where Debian, Red Hat and Homebrew put them: not on the PATH, one folder for each version.
    private static readonly (string Folder, string Pattern, string Bin)[] Places =
    [
        ("/usr/lib/postgresql", "*", "bin"),
        ("/usr", "pgsql-*", "bin"),
        ("/opt/homebrew/opt", "postgresql*", "bin"),
        ("/usr/local/opt", "postgresql*", "bin"),
    ];

    /// <summary>The command that installs them on this kind of machine.</summary>
    public static string HowToInstall =>
        OperatingSystem.IsMacOS() ? "brew install postgresql@17"
        : File.Exists("/etc/debian_version") ? "sudo apt-get install postgresql"
        : File.Exists("/etc/redhat-release") ? "sudo dnf install postgresql-server"
        : "see https://www.postgresql.org/download/";

    /// <returns>The folder that is named, or of the newest that is installed; null: there is none.</returns>
    public static string? Find() =>
        (Named is { } named ? [named] : Installed().Concat(OnPath())).FirstOrDefault(folder =>
            Needed.All(name => IsThere(Path.Combine(folder, name)))
        );

    /// <summary>Why there is none, and what to do.</summary>
    public static string Missing =>
        Named is { } named
            ? $"There is no PostgreSQL in {named}, the folder that {NamedBy} names: initdb, pg_ctl and postgres are needed. Install it with: {HowToInstall}"
            : $"PostgreSQL is not installed here. Install it with: {HowToInstall}";

    private static string? Named => Environment.GetEnvironmentVariable(NamedBy) is { Length: > 0 } named ? named : null;

    private static IEnumerable<string> Installed() =>
        Places
            .Where(place => Directory.Exists(place.Folder))
            .SelectMany(place =>
                Directory
                    .GetDirectories(place.Folder, place.Pattern)
                    .OrderByDescending(Version)
                    .Select(version => Path.Combine(version, place.Bin))
            );

    private static string[] OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(
            Path.PathSeparator,
            StringSplitOptions.RemoveEmptyEntries
        );

    // A link that leads nowhere is there and is none.
    private static bool IsThere(string program) =>
        File.Exists(program) && File.ResolveLinkTarget(program, returnFinalTarget: true) is null or { Exists: true };

    private static int Version(string folder) =>
        int.TryParse(string.Concat(Path.GetFileName(folder).Where(char.IsAsciiDigit)), out var version) ? version : 0;
}
