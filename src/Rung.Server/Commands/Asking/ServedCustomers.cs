using System.Net;
using System.Text;
using System.Text.Json;
using Rung.Server.Api.Bodies;
using Rung.Server.Api.Json;

namespace Rung.Server.Commands.Asking;

/// <summary>The customers of a desk that runs, from a file and as one.</summary>
internal static class ServedCustomers
{
    /// <summary>A file of many rows takes its time.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(30);

    /// <param name="desk">Null: the only one there is.</param>
    /// <returns>What became of the rows, as the API tells it.</returns>
    public static Task<FoundText> Import(Served at, string? desk, ImportRequest request, CancellationToken stop) =>
        Ask(
            at,
            desk,
            async (client, path) =>
            {
                var json = JsonSerializer.Serialize(request, ApiJson.Options);
                using var body = new StringContent(json, Encoding.UTF8, "application/json");
                return await ServedDesk.Post(client, $"{path}/import", body, stop);
            },
            stop
        );

    public static Task<FoundText> Export(Served at, string? desk, CancellationToken stop) =>
        Ask(at, desk, (client, path) => ServedDesk.Get(client, $"{path}.csv", stop), stop);

    private static Task<FoundText> Ask(
        Served at,
        string? desk,
        Func<HttpClient, string, Task<(HttpStatusCode Status, string Text)>> ask,
        CancellationToken stop
    ) =>
        ServedDesk.Ask(
            at with
            {
                Patience = Patience,
            },
            async client =>
            {
                var desks = await ServedDesk.Desks(client, stop);
                if (DeskChoice.Fault(desk, desks) is { } fault)
                {
                    return FoundText.None(fault, ExitCode.Usage);
                }
                var (status, text) = await ask(client, $"/api/v1/{desk ?? desks[0]}/customers");
                return status == HttpStatusCode.OK ? new FoundText(text) : FoundText.None(text, ExitCode.Problems);
            },
            stop
        );
}
