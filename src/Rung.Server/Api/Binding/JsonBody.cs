using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Rung.Server.Api.Json;
using Rung.Server.Api.Problems;

namespace Rung.Server.Api.Binding;

/// <summary>The JSON of a request, read strictly; its bytes are kept to tell the same request from another.</summary>
internal sealed class JsonBody<T> : IBound, IEndpointParameterMetadataProvider
    where T : class
{
    private readonly T? _value;

    private JsonBody(T? value, byte[] bytes) => (_value, Bytes) = (value, bytes);

    public ProblemAnswer? Problem { get; private init; }
    public T Value => _value!;
    public byte[] Bytes { get; }

    public static async ValueTask<JsonBody<T>> BindAsync(HttpContext context)
    {
        var read = await JsonRead.Of(context, json => JsonSerializer.Deserialize<T>(json, ApiJson.Options));
        return new JsonBody<T>((T?)read.Value, read.Bytes) { Problem = read.Problem };
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(JsonRead.Takes<T>());
}
