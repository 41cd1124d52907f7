using System.Text;
using System.Text.Json.Nodes;
using NodaTime;
using Xunit;

namespace Rung.Server.Tests.Fuzzing;

/// <summary>
/// Asks a running desk for everything that its document names, as it is wanted and broken in many ways. The same seed asks
/// for the same; what is found names it.
/// </summary>
internal sealed class Fuzzer : IDisposable
{
    private static readonly Duration Longest = Duration.FromSeconds(5);
    private static readonly string[] Desks = ["schools-desk", "smc"];
    private static readonly string[] First =
    [
        "guide",
        "queue?take=200",
        "customers?q=school&take=50",
        "customers?q=bank&take=50",
        "intake",
        "promises?take=200",
        "complaints",
    ];

    private readonly SocketsHttpHandler _handler = new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
    };
    private readonly HttpClient _client;
    private readonly DeskWords[] _words;

    /// <param name="token">Of a program; null: headers say who acts.</param>
    public Fuzzer(Uri address, string? token)
    {
        _client = new HttpClient(_handler) { BaseAddress = address };
        _client.DefaultRequestHeaders.Authorization = token is null ? null : new("Bearer", token);
        SaysWhoActs = token is null;
        _words = [.. (SaysWhoActs ? Desks : Desks[..1]).Select(desk => new DeskWords(desk))];
    }

    private bool SaysWhoActs { get; }

    /// <summary>For who may not read it: what the API does.</summary>
    public string? Document { private get; init; }

    /// <summary>What was found, and how often each status was answered.</summary>
    public List<string> Found { get; } = [];
    public SortedDictionary<int, int> Statuses { get; } = [];

    /// <summary>What was carried out at least once.</summary>
    public HashSet<ApiOperation> Done { get; } = [];
    public IReadOnlyList<ApiOperation> Operations { get; private set; } = [];

    /// <summary>The cases that it came to know.</summary>
    public IEnumerable<(string Desk, string Reference)> Cases =>
        _words.SelectMany(words => words.All("reference").Select(one => (words.Desk, one)));

    public async Task Run(int seed, int count)
    {
        var document = JsonNode.Parse(Document ?? await _client.GetStringAsync("/openapi/v1.json", Stop))!;
        var (operations, maker) = (ApiOperation.All(document), new RequestMaker(document, SaysWhoActs));
        Operations = operations;
        Assert.True(operations.Count > 80, $"{operations.Count} operations");
        foreach (var words in _words)
        {
            await Learn(words);
        }
        var dice = new Random(seed);
        for (var number = 0; number < count && Found.Count < 50; number++)
        {
            // Every operation in turn, so that none is left out.
            var request = maker.Make(operations[number % operations.Count], dice.GetItems(_words, 1)[0], dice);
            for (var times = Times[dice.Next(Times.Length)]; times > 0 && request.Broken is null; times--)
            {
                Breaking.Once(request, dice);
            }
            await Ask(request, $"seed {seed}, request {number}");
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }

    // How often a request is broken.
    private static readonly int[] Times = [0, 0, 0, 1, 1, 1, 1, 2, 3];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task Learn(DeskWords words)
    {
        foreach (var path in First)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/{words.Desk}/{path}");
            if (SaysWhoActs)
            {
                request.Headers.Add("Rung-Actor", "Alex at the desk");
            }
            if (SaysWhoActs && path == "complaints")
            {
                request.Headers.Add("Rung-Role", "complaint-handler");
            }
            using var answer = await _client.SendAsync(request, Stop);
            // A stranger learns nothing, an agent no complaints.
            if (answer.IsSuccessStatusCode)
            {
                words.Learn(JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop)), path.Split('?')[0]);
            }
        }
    }

    private async Task Ask(FuzzRequest request, string which)
    {
        var (answer, took) = await Send(request);
        // A machine that was busy elsewhere is quicker the next time; what takes long takes long again.
        took = took > Longest ? (await Send(request)).Took : took;
        Statuses[answer.Status] = Statuses.GetValueOrDefault(answer.Status) + 1;
        var wrong = FuzzVerdict.Of(request, answer) ?? (took > Longest ? $"it took {took}" : null);
        if (wrong is not null)
        {
            Found.Add($"{which}: {wrong}\n{request}\n\n{answer.Status} {answer.Type}\n{answer.Text}");
        }
        if (answer.Status is 200 or 201 && answer.Json is { } said)
        {
            Done.Add(request.Operation);
            _words.Single(words => words.Desk == request.Desk).Learn(said, "");
        }
    }

    private async Task<(FuzzAnswer Answer, Duration Took)> Send(FuzzRequest request)
    {
        var began = TimeProvider.System.GetTimestamp();
        using var message = request.Message();
        using var answer = await _client.SendAsync(message, Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        var took = Duration.FromTimeSpan(TimeProvider.System.GetElapsedTime(began));
        return (new FuzzAnswer((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, text), took);
    }
}
