using System.Globalization;
using NodaTime;
using Rung.Core.Cases;
using Rung.Server.Accounts;
using Rung.Server.Hosting;
using Rung.Server.Tests.Accounts;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Commands;
using Rung.Server.Tests.Nodes;
using Rung.Storage;
using Rung.Storage.Accounts;
using Xunit;

namespace Rung.Server.Tests.Fuzzing;

/// <summary>
/// Whatever is sent to whatever the document names, right or broken: no answer is a failure or tells of the inside, every
/// refusal is a problem document that says what to do, none takes five seconds, every page still shows every case, and what is
/// stored is what the events say. S44, S49. RUNG_FUZZ=100000 asks as often in each place, RUNG_FUZZ_FROM=7 begins with another seed.
/// </summary>
public sealed class ApiFuzzTests : IDisposable
{
    private const int Usual = 1_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("rung-fuzz-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact(DisplayName = "A demo answers whatever it is asked for, and what it keeps is sound afterwards")]
    public Task A_demo() => Demo(null, "--data", _folder);

    [Fact(DisplayName = "On PostgreSQL it does so too, which takes fewer texts than SQLite")]
    public async Task A_demo_on_PostgreSQL()
    {
        await using var shared = await SharedDatabase.Fresh();
        await Demo(shared.Address, "--data", _folder, "--database", shared.Address.ConnectionString);
    }

    [Fact(DisplayName = "Where people have accounts, a program with a token is answered so too")]
    public async Task A_guarded_desk()
    {
        await using var desk = await GuardedDesk.OpenWithCases();
        var right = new Right(GuardedDesk.Schools, Actor.AgentRole);
        var token = await desk.Service<AccountDesk>().MakeToken("Fuzzer", right, ("Tests", Duration.FromDays(1)));
        using var fuzzer = new Fuzzer(desk.Address, token);
        await Check(fuzzer);
        await IsClean("--data", desk.Folder);
    }

    [Fact(DisplayName = "Where people have accounts, a stranger is told that they are nobody, whatever they send")]
    public async Task A_stranger()
    {
        await using var desk = await GuardedDesk.OpenWithCases();
        var copy = Documents.Path("docs", "openapi.json");
        using var fuzzer = new Fuzzer(desk.Address, token: "rung_unknown")
        {
            Document = await File.ReadAllTextAsync(copy, TestContext.Current.CancellationToken),
        };
        await fuzzer.Run(Seed, 200);
        Assert.Empty(fuzzer.Found);
        Assert.DoesNotContain(fuzzer.Statuses.Keys, status => status < 400);
    }

    private async Task Demo(DatabaseAddress? database, params string[] place)
    {
        var options = new RungOptions(_folder, 0) { Demo = new DemoOptions(null, 600), Database = database };
        await using var app = await RungHost.Build(options);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var fuzzer = new Fuzzer(RungHost.Address(app), token: null);
        await Check(fuzzer);
        await ShowsEveryCase(fuzzer, RungHost.Address(app));
        await IsClean(place);
        await app.StopAsync(CancellationToken.None);
    }

    private static async Task Check(Fuzzer fuzzer)
    {
        await fuzzer.Run(Seed, Setting("RUNG_FUZZ", Usual));
        var statuses = string.Join(", ", fuzzer.Statuses.Select(one => $"{one.Value} x {one.Key}"));
        var never = fuzzer.Operations.Except(fuzzer.Done).Select(one => $"\n{one.Method} {one.Path}");
        var done = $"{fuzzer.Done.Count} of {fuzzer.Operations.Count} operations carried out: {statuses}";
        TestContext.Current.TestOutputHelper?.WriteLine($"{done}\nnever:{string.Concat(never)}");
        Assert.True(fuzzer.Found.Count == 0, $"{done}\n\n{string.Join("\n\n----\n", fuzzer.Found)}");
        Assert.True(fuzzer.Done.Count > fuzzer.Operations.Count / 3, done);
    }

    // What was stored is shown by pages too.
    private static async Task ShowsEveryCase(Fuzzer fuzzer, Uri address)
    {
        using var visitor = new Visitor(address);
        var failed = new List<string>();
        foreach (var (desk, reference) in fuzzer.Cases.Take(300))
        {
            foreach (
                var path in new[]
                {
                    $"/{desk}/cases/{reference}",
                    $"/{desk}/cases/{reference}/evidence?edition=internal",
                }
            )
            {
                using var answer = await visitor.Get(path);
                if ((int)answer.StatusCode >= 500)
                {
                    failed.Add($"{path} answers {(int)answer.StatusCode}");
                }
            }
        }
        foreach (var page in new[] { "queue?view=all", "promises", "intake", "customers", "escalations", "complaints" })
        {
            await visitor.Page($"/schools-desk/{page}");
        }
        Assert.True(failed.Count == 0, string.Join("\n", failed));
    }

    private static async Task IsClean(params string[] place)
    {
        var (code, output, error) = await RungProgram.Run(["db", "verify", .. place]);
        Assert.True(code == 0, output + error);
    }

    private static int Seed => Setting("RUNG_FUZZ_FROM", 20261127);

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number)
            ? number
            : usual;
}
