using Microsoft.Extensions.DependencyInjection;
using Rung.Core.Cases;
using Rung.Server.Erasures;
using Rung.Server.Tests.Api;
using Rung.Storage.Erasures;
using Rung.Storage.Sqlite;
using Xunit;

namespace Rung.Server.Tests.Erasures;

/// <summary>What a restored backup brings back is erased again when the desk starts. S72</summary>
public sealed class ErasedAgainTests
{
    [Fact]
    public async Task An_older_backup_that_is_restored_brings_nobody_back()
    {
        await using var desk = await ErasableDesk.Open(OnDatabase.Sqlite);
        var (file, copy) = (Path.Combine(desk.Desk.Folder, "rung.db"), Path.Combine(desk.Desk.Folder, "backup"));
        new SqliteFile(file).CopyTo(copy);
        var wanted = new WantedErasure(new Actor("Service Desk Manager", "service-desk-manager"), "They asked.", null);
        await desk.Desk.Services.GetRequiredService<PersonEraser>().Erase(await desk.Subject(), wanted);
        Assert.Empty(await desk.Found());
        await desk.Desk.Stop();
        foreach (var part in Directory.EnumerateFiles(desk.Desk.Folder, "rung.db*"))
        {
            File.Delete(part);
        }
        File.Move(copy, file);
        Assert.NotEmpty(await desk.Found());

        await desk.Desk.Start();

        await RunningDesk.Until(async () => (await desk.Found()).Count == 0, "nothing is left of them");
        await RunningDesk.Until(
            async () => (await desk.Database.Erasures.Of("schools-desk", 9)).Count == 3,
            "it is kept"
        );
        // The list says each once, however often it was done, and names nobody.
        var lines = await File.ReadAllLinesAsync(
            Path.Combine(desk.Desk.Folder, ErasureList.FileName),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(3, lines.Distinct().Count());
        Assert.All(lines, line => Assert.DoesNotContain("canary", line, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(OnDatabase.Sqlite)]
    [InlineData(OnDatabase.Postgres)]
    public async Task What_is_on_the_list_and_not_in_the_database_goes_and_what_is_odd_on_it_is_left(OnDatabase kind)
    {
        await using var desk = await ErasableDesk.Open(kind);
        var subject = await desk.Subject();
        await desk.Desk.Stop();
        string[] lines =
        [
            "Case schools-desk R-222-222",
            "Case schools-desk",
            "Nothing schools-desk R-222-222",
            "",
            $"Person no-such-desk {new string('0', 64)}",
            $"Person schools-desk {new string('0', 64)}",
            $"Person schools-desk {ErasureNote.Person(subject.Desk, subject.Customer.Id, subject.Contact.Id)}",
        ];
        await File.WriteAllLinesAsync(
            Path.Combine(desk.Desk.Folder, ErasureList.FileName),
            lines,
            TestContext.Current.CancellationToken
        );

        await desk.Desk.Start();

        await RunningDesk.Until(async () => (await desk.Found()).Count == 0, "nothing is left of them");
    }
}
