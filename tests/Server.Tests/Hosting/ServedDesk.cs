using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Server.Accounts;
using Rung.Storage;
using Rung.Storage.Accounts;
using Rung.Storage.Sqlite;
using Xunit;

namespace Rung.Server.Tests.Hosting;

/// <summary><c>rung serve</c> in a process of its own, as on a real machine.</summary>
internal sealed class ServedDesk : IAsyncDisposable
{
    /// <summary>By which tests ask, in what <see cref="Prepare"/> has prepared.</summary>
    public const string Token = "rung_of-the-tests";

    private readonly Process _process;

    private ServedDesk(Process process, HttpClient client) => (_process, Client) = (process, client);

    public HttpClient Client { get; }

    public int ProcessId => _process.Id;

    public bool HasEnded => _process.HasExited;

    public static Customer Ashgrove { get; } = new("ashgrove", "schools-desk", "Ashgrove Primary School", "ASH01");

    /// <summary>A folder with a database that knows the customer <c>ashgrove</c>.</summary>
    public static async Task<string> NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("rung-served-").FullName;
        await using var database = SqliteDatabase.Open(Path.Combine(folder, "rung.db"));
        await Prepare(database);
        return folder;
    }

    /// <summary>Makes the customer <c>ashgrove</c> known, and the token by which tests ask.</summary>
    public static async Task Prepare(RungDatabase database)
    {
        await database.Customers.Save(Ashgrove);
        var now = SystemClock.Instance.GetCurrentInstant();
        var token = new ApiToken(Secret.Id(), "Alex at the desk", new Right(Right.EveryDesk, Actor.AgentRole))
        {
            MadeBy = "The tests",
            CreatedAt = now,
            ExpiresAt = now + Duration.FromDays(1),
        };
        await database.Tokens.Add(token, Secret.Hash(Token));
    }

    /// <summary>Starts it and waits until it says where it is.</summary>
    public static Task<ServedDesk> Start(string folder, Dictionary<string, string>? environment = null) =>
        Start(["serve", "--data", folder], environment ?? []);

    /// <summary>On this port instead of one that is free.</summary>
    public static Task<ServedDesk> StartOn(string folder, int port) => Start(["serve", "--data", folder], [], port);

    /// <summary>The demo, begun at this moment on the wall of its desks; its clock stands still.</summary>
    public static Task<ServedDesk> DemoAt(string folder, string at) =>
        Start(["demo", "--data", folder, "--at", at, "--speed", "0"], []);

    /// <summary>The demo at this speed; null: the one that it has when nothing is said.</summary>
    public static Task<ServedDesk> DemoAtSpeed(string folder, string? speed) =>
        Start(["demo", "--data", folder, .. speed is null ? Array.Empty<string>() : ["--speed", speed]], []);

    /// <summary>The demo on a PostgreSQL of its own.</summary>
    public static Task<ServedDesk> Demo(string folder, Dictionary<string, string> environment) =>
        Start(["demo", "--postgres", "--data", folder], environment);

    /// <summary>The demo with mail servers of its own.</summary>
    public static Task<ServedDesk> DemoWithMail(string folder) => Start(["demo", "--mail", "--data", folder], []);

    private static async Task<ServedDesk> Start(string[] verb, Dictionary<string, string> environment, int on = 0)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "rung.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. verb, "--port", $"{on}"])
        {
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        var process = Process.Start(start)!;
        var line = await FirstAddress(process.StandardOutput);
        var port = new Uri(line!["Rung is on ".Length..]).Port;
        var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        if (verb[0] == "serve")
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        }
        else
        {
            client.DefaultRequestHeaders.Add("Rung-Actor", "Alex at the desk");
        }
        return new ServedDesk(process, client);
    }

    // What it warns of comes before.
    private static async Task<string?> FirstAddress(StreamReader output)
    {
        var said = "";
        while (await output.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("Rung is on http://localhost:", StringComparison.Ordinal))
            {
                return line;
            }
            said += line + "\n";
        }
        Assert.Fail($"It ended and said: {said}");
        return null;
    }

    /// <summary>Logs a case; null: it was not acknowledged.</summary>
    /// <param name="email">Where the customer is written to, who then asks for information, which has a priority at once; null: nowhere.</param>
    public async Task<string?> Log(string key, string? email = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/schools-desk/cases")
        {
            Content = JsonContent.Create(
                new
                {
                    kind = email is null ? "fault" : "information",
                    source = "phone",
                    subject = key,
                    customer = "ashgrove",
                    contact = new { name = "Office manager", email },
                }
            ),
        };
        request.Headers.Add("Idempotency-Key", key);
        return (string?)(await Send(request))?["reference"];
    }

    /// <summary>Writes a note; false: it was not acknowledged.</summary>
    public async Task<bool> Note(string reference, string text) =>
        await Post($"cases/{reference}/note", new JsonObject { ["text"] = text }) is not null;

    public async Task<List<string?>> Notes(string reference)
    {
        var answer = await Client.GetFromJsonAsync<JsonNode>($"/api/v1/schools-desk/cases/{reference}/events");
        var noted = answer!["events"]!.AsArray().Where(one => (string?)one!["event"]!["type"] == "noted");
        return [.. noted.Select(one => (string?)one!["event"]!["text"])];
    }

    /// <summary>What the schools desk answers to this; null: it was not acknowledged.</summary>
    public async Task<JsonNode?> Post(string path, JsonNode body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/schools-desk/{path}")
        {
            Content = JsonContent.Create(body),
        };
        return await Send(request);
    }

    /// <summary>The next line that it prints.</summary>
    public async Task<string> Line() =>
        await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? "";

    /// <summary>Ends the process at once, whatever it is at; what it had handed to the operating system stays.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop, as a service manager does.</summary>
    public async Task<int> Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            await Kill();
        }
        _process.Dispose();
    }

    private async Task<JsonNode?> Send(HttpRequestMessage request)
    {
        try
        {
            using var answer = await Client.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}: {text}");
            return JsonNode.Parse(text);
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
