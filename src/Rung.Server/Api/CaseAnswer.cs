using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Rung.Server.Api.Binding;
using Rung.Server.Api.Bodies;

namespace Rung.Server.Api;

/// <summary>A case as the answer to a request, with its version as the ETag.</summary>
/// <param name="json">A <see cref="CaseBody"/>: made now, or kept with the request that is sent again.</param>
public class CaseAnswer(string json, int status = StatusCodes.Status200OK)
    : IResult,
        IStatusCodeHttpResult,
        IEndpointMetadataProvider
{
    int? IStatusCodeHttpResult.StatusCode => status;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var body = Encoding.UTF8.GetBytes(json);
        var (desk, reference, version) = Head(body);
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        response.Headers.ETag = Seen.Tag(version);
        if (status == StatusCodes.Status201Created)
        {
            response.Headers.Location = $"/api/v1/{desk}/cases/{reference}";
        }
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(200, typeof(CaseBody), ["application/json"]));

    // They stand at the front; the rest of the case need not be read for them.
    private static (string Desk, string Reference, long Version) Head(byte[] body)
    {
        var reader = new Utf8JsonReader(body);
        var (desk, reference) = ("", "");
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "desk":
                    desk = reader.GetString()!;
                    break;
                case "reference":
                    reference = reader.GetString()!;
                    break;
                case "version":
                    return (desk, reference, reader.GetInt64());
                default:
                    reader.Skip();
                    break;
            }
        }
        throw new InvalidOperationException("An answer about a case lacks its version.");
    }
}

/// <summary>A case that has just been logged; <c>Location</c> says where it is.</summary>
public sealed class LoggedAnswer(string json)
    : CaseAnswer(json, StatusCodes.Status201Created),
        IEndpointMetadataProvider
{
    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(201, typeof(CaseBody), ["application/json"]));
}
