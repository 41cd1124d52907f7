using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Rung.Core.Cases;
using Rung.Server.Api.Binding;
using Rung.Server.Hosting;

namespace Rung.Server.Commands.Asking;

/// <summary>Asks a running desk over its API.</summary>
internal static class ServedDesk
{
    // What a program acts by, where people have accounts.
    private const string Token = "RUNG_TOKEN";

    /// <summary>What is at the path below a case, whichever desk it is at.</summary>
    public static Task<FoundText> OfCase(Served desk, string reference, string path, CancellationToken stop) =>
        Ask(desk, client => OfCase(client, (reference, path), stop), stop);

    public static async Task<FoundText> Ask(Served desk, Func<HttpClient, Task<FoundText>> ask, CancellationToken stop)
    {
        using var client = Client(desk);
        try
        {
            return await ask(client);
        }
        catch (HttpRequestException refused) when (refused.StatusCode is not null)
        {
            return FoundText.None(refused.Message, ExitCode.Problems);
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException || IsTimeOut(failure, stop))
        {
            var why =
                $"no desk answers at {desk.Address}: start one with 'rung demo' or 'rung serve', or name another with --url.";
            return FoundText.None(why, ExitCode.Environment);
        }
    }

    /// <exception cref="HttpRequestException">With a status: the desk refuses, in the sentence of the message.</exception>
    public static async Task<IReadOnlyList<string>> Desks(HttpClient client, CancellationToken stop)
    {
        var (status, text) = await Get(client, "/api/v1/desks", stop);
        if (status != HttpStatusCode.OK)
        {
            throw new HttpRequestException(text, null, status);
        }
        using var answer = JsonDocument.Parse(text);
        return
        [
            .. answer
                .RootElement.GetProperty("desks")
                .EnumerateArray()
                .Select(desk => desk.GetProperty("id").GetString()!),
        ];
    }

    /// <returns>What the desk answers, or the sentence in which it refuses.</returns>
    public static async Task<(HttpStatusCode Status, string Text)> Get(
        HttpClient client,
        string path,
        CancellationToken stop
    )
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), stop);
        return await Read(answer, stop);
    }

    /// <inheritdoc cref="Get"/>
    public static async Task<(HttpStatusCode Status, string Text)> Post(
        HttpClient client,
        string path,
        HttpContent body,
        CancellationToken stop
    )
    {
        using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), body, stop);
        return await Read(answer, stop);
    }

    private static async Task<(HttpStatusCode Status, string Text)> Read(
        HttpResponseMessage answer,
        CancellationToken stop
    )
    {
        var text = await answer.Content.ReadAsStringAsync(stop);
        if (answer.IsSuccessStatusCode)
        {
            return (answer.StatusCode, text);
        }
        using var problem = JsonDocument.Parse(text);
        return (answer.StatusCode, problem.RootElement.GetProperty("detail").GetString()!);
    }

    private static HttpClient Client(Served desk)
    {
        var names = new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 };
        var client = new HttpClient(names) { BaseAddress = desk.Address, Timeout = desk.Patience };
        if (SecretSetting.Read(Token) is { } token)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Word(token.Trim()));
        }
        if (desk.As is { } who)
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation(ActingAs.NameHeader, who.Name);
            client.DefaultRequestHeaders.TryAddWithoutValidation(ActingAs.RoleHeader, who.Role);
            client.DefaultRequestHeaders.TryAddWithoutValidation(ActingAs.CustomerHeader, who.CustomerId ?? "");
        }
        return client;
    }

    private static string Word(string token) =>
        token.All(letter => letter is > ' ' and <= '~')
            ? token
            : throw new StartException(
                $"{Token} is not one token: it has blanks, line breaks or foreign letters in it."
            );

    private static async Task<FoundText> OfCase(
        HttpClient client,
        (string Reference, string Path) asked,
        CancellationToken stop
    )
    {
        var said = $"there is no case {asked.Reference}.";
        foreach (var desk in await Desks(client, stop))
        {
            var path = $"/api/v1/{desk}/cases/{Uri.EscapeDataString(asked.Reference)}/{asked.Path}";
            var (status, text) = await Get(client, path, stop);
            if (status == HttpStatusCode.OK)
            {
                return new FoundText(text);
            }
            said = text;
            if (status != HttpStatusCode.NotFound)
            {
                break;
            }
        }
        return FoundText.None(said, ExitCode.Problems);
    }

    private static bool IsTimeOut(Exception failure, CancellationToken stop) =>
        failure is TaskCanceledException && !stop.IsCancellationRequested;
}

/// <summary>A desk that runs, and who asks it.</summary>
/// <param name="As">Null: nobody in particular.</param>
internal sealed record Served(Uri Address, Actor? As = null)
{
    /// <summary>How long an answer may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);
}
