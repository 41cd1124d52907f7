using Microsoft.AspNetCore.Http.Extensions;

namespace Rung.Server.Api.Binding;

/// <summary>The address of the page after the one that was asked for, by the same question.</summary>
internal static class PageLink
{
    public const string After = "after";

    /// <param name="cursor">Where the next page begins.</param>
    public static string To(HttpRequest request, object cursor)
    {
        var query = request
            .Query.Where(pair => pair.Key != After)
            .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value!));
        return $"{request.Path}{new QueryBuilder([.. query, new(After, $"{cursor}")])}";
    }
}
