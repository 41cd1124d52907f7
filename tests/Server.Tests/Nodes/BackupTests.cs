using Rung.Server.Tests.Accounts;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Commands;
using Rung.Server.Tests.Hosting;
using Rung.Storage.Accounts;
using Xunit;

namespace Rung.Server.Tests.Nodes;

/// <summary>A backup is a folder that can be served at once; it and what is restored from it are muted until told otherwise.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rung-backup-").FullName;

    private string Backup => Path.Combine(_folder, "2026-11-27");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_is_served_is_copied_whole_and_a_restored_copy_goes_on_from_there_muted()
    {
        var folder = await ServedDesk.NewFolder();
        OwnGuides(folder);
        await using var desk = await ServedDesk.Start(folder);
        await desk.Client.GetStringAsync("/sign-in", TestContext.Current.CancellationToken);
        var reference = await desk.Log("before-the-copy");
        var (code, output, _) = await RungProgram.Run("db", "backup", Backup, "--data", folder);
        Assert.Equal((0, $"{Backup} is a whole copy of {folder}, and muted.\n"), (code, output));
        // More than a block of numbers.
        var given = new List<string?>();
        for (var one = 0; one < 70; one++)
        {
            given.Add(await desk.Log($"after-the-copy-{one}"));
        }

        var (refused, _, error) = await RungProgram.Run("db", "restore", Backup, "--data", folder);
        Assert.Equal(3, refused);
        Assert.StartsWith("rung: Another rung is using", error, StringComparison.Ordinal);
        var elsewhere = Path.Combine(_folder, "elsewhere");
        (code, output, error) = await RungProgram.Run("db", "restore", Backup, "--data", elsewhere);
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(
            $"{elsewhere} holds what {Backup} held.\n"
                + $"It is muted: no mail leaves and none is fetched until 'rung db unmute --data {elsewhere}'.\n",
            output
        );
        Assert.Contains(Names(folder), name => name.StartsWith("keys/key-", StringComparison.Ordinal));
        Assert.Equal(Names(folder), Names(elsewhere));

        await using var restored = await ServedDesk.Start(elsewhere);
        Assert.Equal([], await restored.Notes(reference!));
        Assert.Equal(reference, await restored.Log("before-the-copy"));
        Assert.DoesNotContain(await restored.Log("in-the-restored-one"), given);
        Assert.Equal(
            "ready, but no mail leaves and none is fetched: it is a copy of another installation",
            await restored.Client.GetStringAsync("/healthz/ready", TestContext.Current.CancellationToken)
        );
        Assert.Equal(0, await restored.Terminate());
        Assert.Equal(0, await desk.Terminate());
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Every_page_of_a_muted_desk_says_that_it_is()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add("Alex Agent", new Right("smc", "agent"));
        using var visitor = await desk.SignIn("Alex Agent");
        const string Words = "No mail leaves and none is fetched: it is a copy.";
        Assert.DoesNotContain(Words, await visitor.Page("/smc/queue"), StringComparison.Ordinal);
        await desk.Database.Settings.Mute("it is a copy");
        Assert.Contains(Words, await visitor.Page("/smc/queue"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_there_is_set_aside_and_speaks_no_more_until_it_is_unmuted()
    {
        var folder = await ServedDesk.NewFolder();
        await RungProgram.Run("db", "backup", Backup, "--data", folder);
        var (code, _, error) = await RungProgram.Run("db", "restore", Backup, "--data", folder);
        Assert.Equal(
            (
                3,
                $"rung: {folder} holds an installation: restore into another folder, or add --replace, which sets aside what is there.\n"
            ),
            (code, error)
        );
        foreach (var aside in (string[])["before-restore", "before-restore-2"])
        {
            (code, var output, _) = await RungProgram.Run("db", "restore", Backup, "--data", folder, "--replace");
            Assert.Equal(0, code);
            Assert.Contains($" What was there is in {folder}/{aside}.\n", output, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(folder, aside, "rung.db")));
        }
        var (_, words, _) = await RungProgram.Run("db", "unmute", "--data", folder);
        Assert.Equal($"{folder}/rung.db speaks again: what waits is sent, and mail is fetched.\n", words);
        (_, words, _) = await RungProgram.Run("db", "unmute", "--data", folder);
        Assert.Equal($"{folder}/rung.db was not muted.\n", words);
        (_, words, _) = await RungProgram.Run("db", "mute", "--data", folder);
        Assert.Equal(
            $"{folder}/rung.db is muted: no mail leaves and none is fetched until 'rung db unmute'. Nobody is signed in any more, and links that were given out lead nowhere.\n",
            words
        );
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Nothing_is_written_over_and_nothing_is_made_of_what_is_no_backup()
    {
        var folder = await ServedDesk.NewFolder();
        Directory.CreateDirectory(Backup);
        // What an attempt that was broken off left behind, beside an empty folder named with a stroke.
        Directory.CreateDirectory(Path.Combine(Backup + ".part", "guides"));
        await File.WriteAllTextAsync(
            Path.Combine(Backup + ".part", "guides", "old.yaml"),
            "old",
            TestContext.Current.CancellationToken
        );
        var (made, words, _) = await RungProgram.Run("db", "backup", Backup + "/", "--data", folder);
        Assert.Equal((0, $"{Backup} is a whole copy of {folder}, and muted.\n"), (made, words));
        Assert.Equal([Path.Combine(Backup, "rung.db")], Directory.EnumerateFileSystemEntries(Backup));
        Assert.False(Path.Exists(Backup + ".part"));
        Directory.CreateDirectory(Path.Combine(Backup + "3.part", "letters"));
        var (inTheWay, _, why) = await RungProgram.Run("db", "backup", Backup + "3", "--data", folder);
        Assert.Equal((3, $"rung: {Backup}3.part is in the way: take it away.\n"), (inTheWay, why));
        var (code, _, error) = await RungProgram.Run("db", "backup", Backup, "--data", folder);
        Assert.Equal((3, $"rung: {Backup} is there already: choose another name.\n"), (code, error));
        var none = Path.Combine(_folder, "none");
        (code, _, error) = await RungProgram.Run("db", "backup", Backup + "2", "--data", none);
        Assert.Equal((3, $"rung: There is no database {none}/rung.db: name its folder with --data.\n"), (code, error));
        foreach (var verb in (string[])["mute", "unmute"])
        {
            (code, _, error) = await RungProgram.Run("db", verb, "--data", none);
            Assert.Equal(3, code);
            Assert.StartsWith("rung: There is no database", error, StringComparison.Ordinal);
        }
        (code, _, error) = await RungProgram.Run("account", "first-run", "--data", none);
        Assert.Equal((3, $"rung: There is no database {none}/rung.db: name its folder with --data.\n"), (code, error));
        Assert.False(Path.Exists(none));
        foreach (var verb in (string[])["backup", "restore"])
        {
            (code, _, error) = await RungProgram.Run("db", verb, "", "--data", folder);
            Assert.Equal((2, "rung: '' is not the name of a file or folder.\n"), (code, error));
        }
        (code, _, error) = await RungProgram.Run("db", "restore", none, "--data", folder);
        Assert.Equal((3, $"rung: There is no {none}: name a folder that 'rung db backup' made.\n"), (code, error));
        var text = Path.Combine(_folder, "text.db");
        await File.WriteAllTextAsync(text, "no database at all", TestContext.Current.CancellationToken);
        (code, _, error) = await RungProgram.Run("db", "restore", text, "--data", none);
        Assert.Equal(3, code);
        Assert.StartsWith("rung: The file is damaged or is no database", error, StringComparison.Ordinal);
        var empty = Path.Combine(_folder, "empty.db");
        await File.WriteAllTextAsync(empty, "", TestContext.Current.CancellationToken);
        (code, _, error) = await RungProgram.Run("db", "restore", empty, "--data", none);
        Assert.Equal((3, $"rung: {empty} is no database of Rung.\n"), (code, error));
        Assert.False(File.Exists(Path.Combine(none, "rung.db")));
        Directory.Delete(folder, recursive: true);
    }

    private static void OwnGuides(string folder)
    {
        var guides = Path.Combine(folder, "guides");
        Directory.CreateDirectory(Path.Combine(guides, "holidays"));
        foreach (var name in (string[])["schools-desk.yaml", "holidays/england-wales.ics"])
        {
            File.Copy(Documents.Path("guides", name), Path.Combine(guides, name));
        }
    }

    private static string[] Names(string folder) =>
        [
            .. ((string[])["guides", "keys"])
                .SelectMany(name =>
                    Directory.EnumerateFiles(Path.Combine(folder, name), "*", SearchOption.AllDirectories)
                )
                .Select(file => Path.GetRelativePath(folder, file))
                .Order(StringComparer.Ordinal),
        ];
}
