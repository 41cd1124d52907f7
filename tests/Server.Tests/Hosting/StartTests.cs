using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Rung.Server.Hosting;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Commands;
using Xunit;

namespace Rung.Server.Tests.Hosting;

/// <summary>Starting and stopping: one line that says what stands in the way, and the right exit code.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rung-start-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_folder_whose_path_is_too_long_for_the_mail_socket_is_refused_with_what_to_do()
    {
        var folder = Path.Combine(Path.GetTempPath(), new string('x', 100));

        var refused = await Assert.ThrowsAsync<StartException>(() => RungHost.Build(new RungOptions(folder, 0)));

        Assert.EndsWith(
            "choose a data folder whose path has at most 90 bytes.",
            refused.Message,
            StringComparison.Ordinal
        );
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task It_stops_at_once_when_asked_to_even_while_somebody_listens()
    {
        var folder = await ServedDesk.NewFolder();
        await using var desk = await ServedDesk.Start(folder);
        using var live = await desk.Client.GetAsync(
            "/schools-desk/live",
            HttpCompletionOption.ResponseHeadersRead,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal("live", await desk.Client.GetStringAsync("/healthz/live", TestContext.Current.CancellationToken));
        Assert.Equal(
            "started",
            await desk.Client.GetStringAsync("/healthz/startup", TestContext.Current.CancellationToken)
        );
        Assert.Equal(
            "ready",
            await desk.Client.GetStringAsync("/healthz/ready", TestContext.Current.CancellationToken)
        );
        Assert.Equal(0, await desk.Terminate());
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void The_startup_check_fails_until_the_desk_is_open()
    {
        var lifetime = new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance);

        Assert.Equal(503, ((IStatusCodeHttpResult)HealthEndpoints.Startup(lifetime)).StatusCode);
        lifetime.NotifyStarted();
        Assert.NotEqual(503, ((IStatusCodeHttpResult)HealthEndpoints.Startup(lifetime)).StatusCode);
    }

    [Theory]
    [InlineData("--at", "2026-13-24 15:20")]
    [InlineData("--at", "tomorrow")]
    [InlineData("--at", "1850-01-01 12:00")]
    [InlineData("--speed", "fast")]
    [InlineData("--speed", "-1")]
    [InlineData("--speed", "3601")]
    [InlineData("--speed", "NaN")]
    [InlineData("--port", "70000")]
    [InlineData("--data", " ")]
    public async Task A_wrong_option_is_refused_in_one_sentence(string option, string value)
    {
        var (code, output, error) = await RungProgram.Run("demo", option, value);
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith($"rung: '{value}' is not", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_told_in_one_line()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var (code, output, error) = await RungProgram.Run("serve", "--data", _folder, "--port", $"{port}");
        Assert.Equal((3, ""), (code, output));
        Assert.Equal($"rung: port {port} is in use: stop what uses it, or choose another with --port.", error.Trim());
    }

    [Fact]
    public async Task A_folder_that_cannot_be_used_is_told_in_one_line()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        var (code, output, error) = await RungProgram.Run("serve", "--data", Path.Combine(file, "data"), "--port", "0");
        Assert.Equal((3, ""), (code, output));
        Assert.StartsWith("rung: The folder ", error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
    }

    [Fact]
    public async Task A_damaged_database_is_told_in_one_line_and_left_as_it_is()
    {
        var database = Path.Combine(_folder, "rung.db");
        await File.WriteAllTextAsync(database, "This is no database.", TestContext.Current.CancellationToken);
        var (code, output, error) = await RungProgram.Run("serve", "--data", _folder, "--port", "0");
        Assert.Equal((3, ""), (code, output));
        Assert.Contains("damaged or is no database; restore the last backup", error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
        Assert.Equal(
            "This is no database.",
            await File.ReadAllTextAsync(database, TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task Another_programs_database_is_refused_and_left_as_it_is()
    {
        var database = Path.Combine(_folder, "rung.db");
        await using (var other = new SqliteConnection($"Data Source={database};Pooling=False"))
        {
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await using var table = other.CreateCommand();
            table.CommandText = "CREATE TABLE recipes (name TEXT)";
            await table.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        var before = await File.ReadAllBytesAsync(database, TestContext.Current.CancellationToken);
        var (code, output, error) = await RungProgram.Run("serve", "--data", _folder, "--port", "0");
        Assert.Equal((3, ""), (code, output));
        Assert.Contains("another program's database", error, StringComparison.Ordinal);
        Assert.Contains("'recipes'", error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(database, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_new_folder_is_its_owners_alone()
    {
        var folder = Path.Combine(_folder, "new");
        await (await RungHost.Build(new RungOptions(folder, 0))).DisposeAsync();
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                File.GetUnixFileMode(folder)
            );
        }
    }

    [Fact]
    public async Task In_a_folder_that_is_open_to_others_what_is_written_is_its_owners_alone()
    {
        var folder = Path.Combine(_folder, "open");
        Directory.CreateDirectory(folder);
        await (await RungHost.Build(new RungOptions(folder, 0))).DisposeAsync();
        if (!OperatingSystem.IsWindows())
        {
            var others = UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
            foreach (var name in (string[])["rung.db", "keys"])
            {
                Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(Path.Combine(folder, name)) & others);
            }
        }
    }

    [Fact]
    public async Task A_folder_belongs_to_one_process_at_a_time()
    {
        await using var first = await RungHost.Build(new RungOptions(_folder, 0));
        var refused = await Assert.ThrowsAsync<FolderInUseException>(() => RungHost.Build(new RungOptions(_folder, 0)));
        Assert.StartsWith("Another rung is using ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_demo_does_not_throw_away_a_real_desk()
    {
        await (await RungHost.Build(new RungOptions(_folder, 0))).DisposeAsync();
        var demo = new RungOptions(_folder, 0) { Demo = new DemoOptions(null, 1) };
        var refused = await Assert.ThrowsAsync<StartException>(() => RungHost.Build(demo));
        Assert.Contains("holds the data of a real desk", refused.Message, StringComparison.Ordinal);
        await (await RungHost.Build(new RungOptions(_folder, 0))).DisposeAsync();
    }

    [Fact]
    public async Task A_demo_begins_afresh_on_a_clock_of_its_own()
    {
        for (var run = 0; run < 2; run++)
        {
            var options = new RungOptions(_folder, 0) { Demo = new DemoOptions(null, 0) };
            await using var app = await RungHost.Build(options);
            await app.StartAsync(TestContext.Current.CancellationToken);
            using var client = new HttpClient { BaseAddress = RungHost.Address(app) };
            var desks = JsonNode.Parse(
                await client.GetStringAsync("/api/v1/desks", TestContext.Current.CancellationToken)
            )!;
            Assert.Equal(["schools-desk", "smc"], desks["desks"]!.AsArray().Select(desk => (string?)desk!["id"]));
            Assert.Equal("2026-12-24T15:20:00Z", (string?)desks["desks"]![0]!["now"]); // speed 0 stands still
            await app.StopAsync(TestContext.Current.CancellationToken);
        }
    }

    // Summer time: 15:20 at the desk is 14:20 in UTC.
    [Fact]
    public async Task A_demo_begins_when_it_is_told_to_in_the_desks_zone()
    {
        await using var desk = await ServedDesk.DemoAt(_folder, "2026-07-01 15:20");
        var desks = JsonNode.Parse(
            await desk.Client.GetStringAsync("/api/v1/desks", TestContext.Current.CancellationToken)
        )!;
        Assert.Equal("2026-07-01T14:20:00Z", (string?)desks["desks"]![0]!["now"]);
        await desk.Kill();
    }

    [Fact]
    public async Task A_clock_is_explained_as_the_API_explains_it()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T15:31:00Z");
        var agent = new Caller(desk);
        var reference = (await agent.Log(Caller.FaultForSome)).Reference;
        var served = (string)(await agent.Get($"cases/{reference}/clocks/ledger")).Body!["text"]!;

        // Semantics 28: which zone rules it was reckoned with is said by the command line, the API and the page.
        var zoneRules = NodaTime.DateTimeZoneProviders.Tzdb.VersionId;
        Assert.EndsWith($", {zoneRules}.\n", served, StringComparison.Ordinal);
        var one = (string?)(await agent.Get($"cases/{reference}/clocks/resolve/ledger")).Body!["clockData"];
        Assert.Matches("^holidays [0-9a-f]{12}, ", one!);
        Assert.EndsWith(zoneRules, one, StringComparison.Ordinal);
        var page = await desk.Client.GetStringAsync(
            new Uri($"/schools-desk/cases/{reference}", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        Assert.Contains($"Reckoned with {one}", page, StringComparison.Ordinal);

        var url = desk.Client.BaseAddress!.ToString();
        var (code, output, error) = await RungProgram.Run(
            "clock",
            "explain",
            reference.ToLowerInvariant(),
            "--url",
            url
        );
        Assert.Equal((0, served, ""), (code, output, error));
        Assert.Contains("Due Thu 31 Dec 15:31 GMT", output, StringComparison.Ordinal);

        var locked = await RungProgram.Run("clock", "explain", reference, "--data", desk.Folder);
        Assert.Equal((3, ""), (locked.ExitCode, locked.Output));
        Assert.StartsWith($"rung: the desk in {desk.Folder} is running", locked.Error, StringComparison.Ordinal);
        Assert.Contains("--url", locked.Error, StringComparison.Ordinal);

        var unknown = await RungProgram.Run("clock", "explain", "R-222-222", "--url", url);
        Assert.Equal(1, unknown.ExitCode);
        Assert.StartsWith("rung: There is no case R-222-222", unknown.Error, StringComparison.Ordinal);
        await desk.Stop();
        var nobody = await RungProgram.Run("clock", "explain", reference, "--url", url);
        Assert.Equal(3, nobody.ExitCode);
        Assert.StartsWith("rung: no desk answers at", nobody.Error, StringComparison.Ordinal);
        var stored = await RungProgram.Run("clock", "explain", reference, "--data", desk.Folder);
        Assert.Equal(0, stored.ExitCode);
        Assert.Contains("Thu 31 Dec 15:31 GMT", stored.Output, StringComparison.Ordinal);
        await desk.Start();
    }
}
