using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rung.Server.Commands.Asking;

namespace Rung.Server.Commands.Promises;

/// <summary>The book of a desk that runs, all pages of it.</summary>
internal static partial class ServedPromises
{
    public static Task<FoundText> Find(Uri address, PromisesAsk ask, CancellationToken stop) =>
        ServedDesk.Ask(new Served(address, ask.As), client => Find(client, ask, stop), stop);

    private static async Task<FoundText> Find(HttpClient client, PromisesAsk ask, CancellationToken stop)
    {
        var desks = await ServedDesk.Desks(client, stop);
        if (ask.Unclear(desks) is { } unclear)
        {
            return unclear;
        }
        JsonNode? book = null;
        for (var path = ask.PathAt(ask.Desk ?? desks[0]); path is not null; )
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), stop);
            var page = JsonNode.Parse(await answer.Content.ReadAsStringAsync(stop))!;
            if (!answer.IsSuccessStatusCode)
            {
                return FoundText.None((string)page["detail"]!, ExitCode.Problems);
            }
            book = Joined(book, page);
            path = Next(answer);
        }
        return new FoundText(book!.ToJsonString(Api.Json.ApiJson.Options));
    }

    private static JsonNode Joined(JsonNode? book, JsonNode page)
    {
        if (book is null)
        {
            return page;
        }
        foreach (var line in page["promises"]!.AsArray())
        {
            book["promises"]!.AsArray().Add(line!.DeepClone());
        }
        return book;
    }

    private static string? Next(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Link", out var links) && NextLink().Match(links.First()) is { Success: true } next
            ? next.Groups["path"].Value
            : null;

    [GeneratedRegex("^<(?<path>[^>]+)>; rel=\"next\"$", RegexOptions.ExplicitCapture)]
    private static partial Regex NextLink();
}
