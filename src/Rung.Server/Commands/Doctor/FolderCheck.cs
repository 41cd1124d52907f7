using Rung.Server.Hosting;

namespace Rung.Server.Commands.Doctor;

/// <summary>The data folder: whether it is there, can be written to, is nobody else's to read, and has room.</summary>
internal static class FolderCheck
{
    private const string About = "folder";

    private const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    public static IEnumerable<Finding> Of(string folder)
    {
        if (!Directory.Exists(folder))
        {
            yield return File.Exists(folder)
                ? new Finding(Grade.Problem, About, $"{folder} is a file", "name a folder with --data")
                : new Finding(
                    Grade.Problem,
                    About,
                    $"there is no {folder}",
                    $"'rung serve --data {folder}' makes it; or name another with --data"
                );
            yield break;
        }
        yield return Writing(folder) is { } why
            ? new Finding(Grade.Problem, About, why, "let the user that Rung runs as own the folder")
            : Finding.Good(About, $"{folder} can be written to");
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(folder) & Others) != UnixFileMode.None)
        {
            yield return new Finding(
                Grade.Note,
                About,
                "everybody on this machine may look into it, and it holds what customers said",
                $"chmod o-rwx {folder}"
            );
        }
        yield return Room(folder);
    }

    private static string? Writing(string folder)
    {
        var file = Path.Combine(folder, "doctor.tmp");
        try
        {
            File.WriteAllText(file, "");
            File.Delete(file);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"it cannot be written to: {e.Message.TrimEnd('.')}";
        }
    }

    private static Finding Room(string folder)
    {
        var room = DiskRoom.Of(folder);
        return room.IsShort
            ? new Finding(
                room.IsFull ? Grade.Problem : Grade.Note,
                "disk",
                room.Words,
                "make room: what cannot be written is not acknowledged, and nobody can log a case"
            )
            : Finding.Good("disk", room.Words);
    }
}
