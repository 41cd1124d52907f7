using System.Buffers.Text;
using Rung.Server.Hosting;
using Rung.Storage;

namespace Rung.Server.Commands.Doctor;

/// <summary>
/// The folder of keys: whether it still has those by which what the database keeps encrypted can be read. Only their names are
/// looked at; each encrypted text begins with that of its key.
/// </summary>
internal static class KeysCheck
{
    private const string About = "keys";
    private const int Magic = 4;
    private const int Name = 16;

    public static async Task<Finding> Of(RungDatabase database, string dataFolder)
    {
        var folder = Path.Combine(dataFolder, DataFolder.KeysName);
        var accounts = await database.Accounts.All();
        var lost = accounts.Count(one => one.Account.CodeKey is { } kept && !IsThere(folder, kept));
        return lost > 0
                ? new Finding(
                    Grade.Problem,
                    About,
                    $"{folder} has not the keys of {TextLines.Count(lost, "one-time code")}: nobody signs in with them",
                    "put the folder back from the backup that the database is from; else an administrator takes the codes away"
                )
            : Directory.Exists(folder) ? Finding.Good(About, "every one-time code can be read")
            : new Finding(
                Grade.Note,
                About,
                $"there is no {folder}",
                "put it back from a backup, if there was one: forms that are open and links on their way by mail count no more without it"
            );
    }

    private static bool IsThere(string folder, string kept) =>
        KeyOf(kept) is { } key && File.Exists(Path.Combine(folder, $"key-{key:D}.xml"));

    private static Guid? KeyOf(string kept)
    {
        try
        {
            var bytes = Base64Url.DecodeFromChars(kept);
            return bytes.Length < Magic + Name ? null : new Guid(bytes.AsSpan(Magic, Name));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
