using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Metadata;
using Rung.Server.Api.Problems;

namespace Rung.Server.Api.Binding;

/// <summary>
/// The <c>Idempotency-Key</c> of a request: sent again with the same key it is answered from what was kept, and done once
/// (R13). Quoted, as the draft of the header has it, or bare.
/// </summary>
internal sealed class RetryKey : IBound, IEndpointParameterMetadataProvider
{
    public const string Header = "Idempotency-Key";
    private const int Longest = 200;

    private static readonly Field Field = new(
        Header,
        "header",
        "Makes sending again safe: the same key with the same request gives the same answer and is carried out once. Kept for a day.",
        "\"8e03978e-40d5-43dd-bc93-6894a57f9324\""
    );

    private RetryKey(string? key, string target) => (Key, Target) = (key, target);

    public ProblemAnswer? Problem { get; private init; }

    /// <summary>Null: none was sent.</summary>
    public string? Key { get; }

    /// <summary>Method, path and query, which belong to the request's identity.</summary>
    private string Target { get; }

    public static ValueTask<RetryKey> BindAsync(HttpContext context) => ValueTask.FromResult(Of(context.Request));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(Field);

    /// <summary>Tells this request from others: what is done, where, with which body.</summary>
    public string HashOf(byte[] body) =>
        Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(Target), 0, .. body]));

    private static RetryKey Of(HttpRequest request)
    {
        var target = $"{request.Method} {request.Path}{request.QueryString}";
        var sent = request.Headers[Header];
        if (sent.Count == 0)
        {
            return new RetryKey(null, target);
        }
        var key = sent.ToString() is ['"', .. var inner, '"'] ? inner : sent.ToString();
        var isFine =
            sent.Count == 1
            && key.Length is > 0 and <= Longest
            && key.All(letter => letter is > ' ' and <= '~' and not '"');
        return isFine
            ? new RetryKey(key, target)
            : new RetryKey(null, target)
            {
                Problem = Refusing.Because(
                    ProblemKind.MalformedRequest,
                    Header,
                    $"One key of 1 to {Longest} visible ASCII characters is expected, a UUID for example."
                ),
            };
    }
}
