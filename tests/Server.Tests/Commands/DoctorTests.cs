using System.Diagnostics;
using Microsoft.AspNetCore.DataProtection;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Hosting;
using Rung.Storage.Accounts;
using Rung.Storage.Sqlite;
using Xunit;

namespace Rung.Server.Tests.Commands;

/// <summary><c>rung doctor</c>: what is wrong is said with what to do, and a doctor changes nothing.</summary>
public sealed class DoctorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rung-doctor-").FullName;

    private string Database => Path.Combine(_folder, "rung.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Of_a_desk_that_runs_and_is_ready_nothing_is_wrong()
    {
        var folder = await ServedDesk.NewFolder();
        await using var desk = await ServedDesk.Start(folder);
        var (code, output, error) = await RungProgram.Run("doctor", "--data", folder);
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("\nok       desk          it runs, and is ready\n", output, StringComparison.Ordinal);
        Assert.Contains("\nok       guide         schools-desk 2.0 can be enforced", output, StringComparison.Ordinal);
        Assert.Contains("\nok       database      every page of it is sound\n", output, StringComparison.Ordinal);
        Assert.EndsWith("\n\nNothing is wrong.\n", output, StringComparison.Ordinal);
        Assert.Equal(0, await desk.Terminate());
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_desk_that_hangs_is_told_from_one_that_does_not_run()
    {
        var folder = await ServedDesk.NewFolder();
        await using var desk = await ServedDesk.Start(folder);
        await Signal(desk, "-STOP");
        Assert.Contains(
            "PROBLEM  desk          a process holds the folder and does not answer\n",
            await Problems(folder),
            StringComparison.Ordinal
        );
        await Signal(desk, "-CONT");
        Assert.Equal(0, await desk.Terminate());
        var (_, output, _) = await RungProgram.Run("doctor", "--data", folder);
        Assert.Contains("note     desk          none runs on the folder\n", output, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Nothing_is_made_where_nothing_is()
    {
        var none = Path.Combine(_folder, "none");
        Assert.Contains($"PROBLEM  folder        there is no {none}\n", await Problems(none), StringComparison.Ordinal);
        Assert.False(Path.Exists(none));
        await File.WriteAllTextAsync(none, "", TestContext.Current.CancellationToken);
        Assert.Contains($"PROBLEM  folder        {none} is a file\n", await Problems(none), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_none_or_is_damaged_is_said_once_with_the_way_back()
    {
        await File.WriteAllTextAsync(Database, "no database at all", TestContext.Current.CancellationToken);
        var output = await Problems(_folder);
        Assert.Contains(
            "PROBLEM  database      The file is damaged or is no database",
            output,
            StringComparison.Ordinal
        );
        Assert.EndsWith("\n\nProblems: 1.\n", output, StringComparison.Ordinal);

        File.Delete(Database);
        await SqliteDatabase.Open(Database).DisposeAsync();
        Spoil(Database);
        output = await Problems(_folder);
        Assert.Contains("PROBLEM  database      it is damaged: ", output, StringComparison.Ordinal);
        Assert.Contains("put the last backup there with", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guide_with_errors_and_mail_servers_that_do_not_answer_are_problems()
    {
        var guides = Directory.CreateDirectory(Path.Combine(_folder, "guides"));
        var text = await File.ReadAllTextAsync(
            Documents.Path("guides", "smc.yaml"),
            TestContext.Current.CancellationToken
        );
        await File.WriteAllTextAsync(
            Path.Combine(guides.FullName, "own.yaml"),
            text.Replace("version:", "verzion:", StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );
        var output = await Problems(
            _folder,
            "--smtp",
            "smtp://127.0.0.1:9",
            "--imap",
            "imaps://me:secret@127.0.0.1:9/INBOX?for=desk@example.org"
        );
        Assert.Contains($"PROBLEM  guide         {guides.FullName}/own.yaml has ", output, StringComparison.Ordinal);
        Assert.Contains("PROBLEM  mail out      127.0.0.1:9 ", output, StringComparison.Ordinal);
        Assert.Contains("PROBLEM  mail in       127.0.0.1:9 ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", output, StringComparison.Ordinal);
        Assert.EndsWith("\n\nProblems: 3.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_one_time_code_whose_key_is_gone_is_a_problem_and_a_folder_of_keys_that_is_gone_is_said()
    {
        var keys = Directory.CreateDirectory(Path.Combine(_folder, "keys"));
        var kept = DataProtectionProvider.Create(keys).CreateProtector("a code").Protect("secret");
        var kim = new Account("kim", "kim@desk.example.org", "Kim Agent", "stamp")
        {
            CodeKey = kept,
            CreatedAt = NodaTime.Instant.FromUtc(2026, 5, 4, 9, 0),
        };
        await using (var database = SqliteDatabase.Open(Database))
        {
            Assert.True(await database.Accounts.Add(kim, []));
            await database.Accounts.SaveCode(kim, []);
        }
        var (_, output, _) = await RungProgram.Run("doctor", "--data", _folder);
        Assert.Contains("ok       keys          every one-time code can be read\n", output, StringComparison.Ordinal);

        keys.Delete(recursive: true);
        output = await Problems(_folder);
        Assert.Contains("\nPROBLEM  keys ", output, StringComparison.Ordinal);
        Assert.EndsWith("\n\nProblems: 1.\n", output, StringComparison.Ordinal);

        await using (var database = SqliteDatabase.Open(Database))
        {
            await database.Accounts.SaveCode(kim with { CodeKey = null }, []);
        }
        (_, output, _) = await RungProgram.Run("doctor", "--data", _folder);
        Assert.Contains("\nnote     keys          there is no ", output, StringComparison.Ordinal);
    }

    private static async Task<string> Problems(string folder, params string[] more)
    {
        var (code, output, error) = await RungProgram.Run(["doctor", "--data", folder, .. more]);
        Assert.Equal((1, ""), (code, error));
        return output;
    }

    // In the middle: the first pages say what the file is.
    private static void Spoil(string file)
    {
        using var stream = File.OpenWrite(file);
        stream.Position = stream.Length / 2 / 4096 * 4096;
        stream.Write([.. Enumerable.Repeat((byte)0xA5, 4096)]);
    }

    private static async Task Signal(ServedDesk desk, string signal)
    {
        using var kill = Process.Start("kill", [signal, $"{desk.ProcessId}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
