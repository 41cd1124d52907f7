using System.Net;
using System.Text.Json;

namespace Rung.Server.Commands.ClockExplain;

/// <summary>Asks a running desk over its API.</summary>
internal static class ServedLedgers
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task<FoundLedgers> Find(Uri address, string reference, CancellationToken stop)
    {
        using var client = new HttpClient { BaseAddress = address, Timeout = Patience };
        try
        {
            return await Find(client, reference, stop);
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException || IsTimeOut(failure, stop))
        {
            var why =
                $"no desk answers at {address}: start one with 'rung demo' or 'rung serve', or name another with --url.";
            return FoundLedgers.None(why, ExitCode.Environment);
        }
    }

    private static async Task<FoundLedgers> Find(HttpClient client, string reference, CancellationToken stop)
    {
        var said = $"there is no case {reference}.";
        foreach (var desk in await Desks(client, stop))
        {
            using var answer = await client.GetAsync(
                $"/api/v1/{desk}/cases/{Uri.EscapeDataString(reference)}/clocks/ledger",
                stop
            );
            var json = await answer.Content.ReadAsStringAsync(stop);
            using var body = JsonDocument.Parse(json);
            if (answer.IsSuccessStatusCode)
            {
                return new FoundLedgers(json, body.RootElement.GetProperty("text").GetString()!);
            }
            said = body.RootElement.GetProperty("detail").GetString()!;
            if (answer.StatusCode != HttpStatusCode.NotFound)
            {
                break;
            }
        }
        return FoundLedgers.None(said, ExitCode.Problems);
    }

    private static async Task<IReadOnlyList<string>> Desks(HttpClient client, CancellationToken stop)
    {
        using var answer = JsonDocument.Parse(
            await client.GetStringAsync(new Uri("/api/v1/desks", UriKind.Relative), stop)
        );
        return
        [
            .. answer
                .RootElement.GetProperty("desks")
                .EnumerateArray()
                .Select(desk => desk.GetProperty("id").GetString()!),
        ];
    }

    private static bool IsTimeOut(Exception failure, CancellationToken stop) =>
        failure is TaskCanceledException && !stop.IsCancellationRequested;
}
