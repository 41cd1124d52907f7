using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Rung.Bench.Product;

/// <summary><c>rung demo</c> on a free port and a folder of its own.</summary>
internal sealed class RunningDemo : IAsyncDisposable
{
    private const string Desk = "schools-desk";

    private readonly TemporaryFolder _folder = new();
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly Process _process;
    private readonly HttpClient _client;

    private RunningDemo(int port)
    {
        _client = new HttpClient { BaseAddress = new Uri($"http://localhost:{port}") };
        _client.DefaultRequestHeaders.Add("Rung-Actor", "Bench");
        string[] arguments =
        [
            RungProgram.File,
            "demo",
            "--port",
            port.ToString(CultureInfo.InvariantCulture),
            "--data",
            Path.Combine(_folder.Path, "demo"),
        ];
        _process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
    }

    public static RunningDemo Begin()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return new RunningDemo(((IPEndPoint)probe.LocalEndpoint).Port);
    }

    /// <summary>Asks for the first page until it comes.</summary>
    /// <returns>How long that took since the process was started.</returns>
    public async Task<TimeSpan> FirstPage()
    {
        // It says where it is as soon as it listens.
        await _process.StandardOutput.ReadLineAsync();
        await Get($"/{Desk}/queue");
        return Stopwatch.GetElapsedTime(_started);
    }

    /// <summary>Goes through what people look at, so many times.</summary>
    public async Task Use(int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            var queue = JsonNode.Parse(await Get($"/api/v1/{Desk}/queue"))!;
            var cases = queue.AsObject().Select(field => field.Value).OfType<JsonArray>().First();
            var reference = cases[round % cases.Count]!["reference"]!.GetValue<string>();
            string[] pages =
            [
                "queue",
                "queue?view=closed",
                $"cases/{reference}",
                "search?q=email",
                "guide",
                "calls/new",
            ];
            foreach (var page in pages)
            {
                await Get($"/{Desk}/{page}");
            }
            await Get($"/api/v1/{Desk}/cases/{reference}/clocks/ledger");
            await Get("/openapi/v1.json");
            await Log(cases[round % cases.Count]!["customerId"]!.GetValue<string>());
        }
    }

    /// <summary>Resident memory now and at most, as the kernel counts it.</summary>
    public (double Now, double Most) MemoryMiB()
    {
        var lines = File.ReadAllLines($"/proc/{_process.Id}/status");
        double Of(string field) =>
            double.Parse(
                lines
                    .First(line => line.StartsWith(field, StringComparison.Ordinal))
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2],
                CultureInfo.InvariantCulture
            ) / 1024;
        return (Of("VmRSS:"), Of("VmHWM:"));
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _client.Dispose();
        _folder.Dispose();
    }

    private async Task Log(string customer)
    {
        var body = new JsonObject
        {
            ["kind"] = "fault",
            ["source"] = "phone",
            ["subject"] = "The scanner does not reach the mailbox",
            ["customer"] = customer,
            ["contact"] = new JsonObject { ["name"] = "Office manager" },
        };
        using var answer = await _client.PostAsJsonAsync($"/api/v1/{Desk}/cases", body);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<string> Get(string path)
    {
        using var answer = await _client.GetAsync(path);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }
}
