using System.Diagnostics;

namespace Rung.Storage.Postgres.Private;

/// <summary>
/// The shell that starts a server and waits on its standard input. When that ends, because it was closed or because
/// whoever held it was killed, it stops the server and removes the folder.
/// </summary>
internal static class PostgresKeeper
{
    public const string Owner = "rung";
    public const string Ready = "ready";

    // Text and time are told by Rung itself; no locale of the machine may matter.
    private const string Make = """
        exec "$1/initdb" --pgdata="$2/data" --username=rung --pwfile="$3" --auth=scram-sha-256 \
            --encoding=UTF8 --locale=C --no-sync --no-instructions 2>&1
        """;

    private const string Keep = """
        exec 3<&0 </dev/null 2>&1
        trap '' INT TERM HUP
        options="-c listen_addresses=127.0.0.1 -c port=$3 -c unix_socket_directories='' -c max_connections=200"
        "$1/pg_ctl" start -w -t 60 -D "$2/data" -l "$2/log" -o "$options" >/dev/null 3<&- || { tail -n 20 "$2/log"; exit 1; }
        echo ready
        read -r end <&3
        "$1/pg_ctl" stop -w -m fast -D "$2/data" >/dev/null
        rm -rf "$2"
        """;

    // PostgreSQL refuses to run as root, and Debian's package brings this user.
    private static readonly string[] Users = ["postgres", "nobody"];

    /// <summary>A folder for the server's user alone.</summary>
    public static void MakeFolder(string folder)
    {
        string[] owner = Environment.IsPrivilegedProcess ? ["-o", User().Id, "-g", User().Group] : [];
        using var make = Run(["install", "-d", "-m", "700", .. owner, folder]);
        make.WaitForExit();
    }

    public static Process Prepare(string programs, string folder, string secret) =>
        AsUser(Make, [programs, folder, secret]);

    public static Process Start(string programs, string folder, int port) =>
        AsUser(Keep, [programs, folder, $"{port}"]);

    private static Process AsUser(string script, string[] arguments)
    {
        string[] command = ["sh", "-c", script, "rung", .. arguments];
        if (!Environment.IsPrivilegedProcess)
        {
            return Run(command);
        }
        var (id, group) = User();
        return Run(["setpriv", "--reuid", id, "--regid", group, "--clear-groups", .. command]);
    }

    private static Process Run(string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
            WorkingDirectory = "/",
        };
        return Process.Start(start)!;
    }

    private static (string Id, string Group) User()
    {
        var known = File.ReadAllLines("/etc/passwd")
            .Select(line => line.Split(':'))
            .ToDictionary(fields => fields[0], fields => (fields[2], fields[3]), StringComparer.Ordinal);
        return known[Users.First(known.ContainsKey)];
    }
}
