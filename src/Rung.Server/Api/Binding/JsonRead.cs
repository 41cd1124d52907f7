using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using Rung.Server.Api.Json;
using Rung.Server.Api.Problems;

namespace Rung.Server.Api.Binding;

/// <summary>What came of reading a body: a value with its bytes, or what is wrong.</summary>
internal sealed record JsonRead(object? Value, byte[] Bytes, ProblemAnswer? Problem)
{
    public delegate object? Reader(ReadOnlySpan<byte> json);

    public static async ValueTask<JsonRead> Of(HttpContext context, Reader read)
    {
        if (HasBody(context) && !IsJson(context.Request.ContentType))
        {
            const string Send = "Send the body as application/json, in UTF-8.";
            return Wrong(Refusing.Because(ProblemKind.NotJson, "Content-Type", Send));
        }
        if (context.Request.Headers.ContentEncoding.Count > 0)
        {
            return Wrong(Refusing.Because(ProblemKind.NotJson, "Content-Encoding", "Send the body as it is."));
        }
        return await JsonBytes.Read(context) is { } bytes
            ? Parse(bytes, read)
            : Wrong(
                Refusing.Because(ProblemKind.TooLarge, $"A body has at most {JsonBytes.MostOf(context):N0} bytes.")
            );
    }

    /// <summary>What the document says that an endpoint takes: a body may be left out where nothing in it has to be given.</summary>
    public static AcceptsMetadata Takes<T>() =>
        new(
            ["application/json"],
            typeof(T),
            ApiJson.Options.GetTypeInfo(typeof(T)).Properties.All(property => !property.IsRequired)
        );

    private static bool HasBody(HttpContext context) =>
        context.Request.ContentLength > 0 || context.Request.Headers.TransferEncoding.Count > 0;

    // JSON has one encoding (RFC 8259, 8.1), and what the +json types add to it means nothing here.
    private static bool IsJson(string? type) =>
        MediaTypeHeaderValue.TryParse(type, out var media)
        && media.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (
            media.Charset.Length == 0
            || media.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            || media.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase)
        );

    private static JsonRead Parse(byte[] bytes, Reader read)
    {
        try
        {
            // A command without fields needs no body.
            return read(bytes.Length == 0 ? "{}"u8 : bytes) is { } value
                ? new JsonRead(value, bytes, null)
                : Wrong(Refusing.Because(ProblemKind.MalformedRequest, "$", "An object is expected here, not null."));
        }
        catch (JsonException wrong)
        {
            return Wrong(JsonMistake.Tell(wrong));
        }
    }

    private static JsonRead Wrong(ProblemAnswer problem) => new(null, [], problem);
}
