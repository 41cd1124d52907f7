using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Rung.Server.Api.Binding;

namespace Rung.Server.Api.OpenApi;

/// <summary>The OpenAPI document: what the endpoints cannot say of themselves is added here.</summary>
internal static class RungOpenApi
{
    /// <summary>Of the document, by which it is found among the services.</summary>
    public const string Name = "v1";
    private const string Bearer = "token";

    public static void AddRungOpenApi(this IServiceCollection services) =>
        services.AddOpenApi(
            Name,
            options =>
            {
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                options.AddDocumentTransformer((document, _, _) => Introduce(document));
                options.AddOperationTransformer((operation, context, _) => Complete(operation, context));
                options.AddSchemaTransformer((schema, context, _) => SchemaShapes.Shape(schema, context));
            }
        );

    // As it is in the docs, which a test holds to what the endpoints say: putting it together takes a second and 60 MiB.
    public static void MapRungOpenApi(this IEndpointRouteBuilder app) =>
        app.MapGet("/openapi/v1.json", () => Results.Stream(Written(), "application/json")).ExcludeFromDescription();

    private static Stream Written() => typeof(RungOpenApi).Assembly.GetManifestResourceStream("openapi.json")!;

    private static Task Introduce(OpenApiDocument document)
    {
        document.Info.Title = "Rung";
        document.Info.Version = "1";
        document.Info.Description =
            "Cases of a service desk that runs by its published guide. docs/api.md is the way in; docs/errors.md has the codes of problems.";
        document.Servers?.Clear();
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A program's token, which an administrator makes. A demo asks for none.",
            },
        };
        document.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] },
        ];
        return Task.CompletedTask;
    }

    private static Task Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var fields = context
            .Description.ActionDescriptor.EndpointMetadata.OfType<Field>()
            .DistinctBy(field => (field.In, field.Name));
        operation.Parameters = [.. fields.Select(Parameter), .. Others(operation, fields)];
        if (operation.Responses?.Remove("400", out var problem) == true && problem is OpenApiResponse response)
        {
            response.Description = "Nothing was done: the code says why.";
            operation.Responses["default"] = response;
        }
        return Task.CompletedTask;
    }

    // Route values that no endpoint field describes.
    private static IEnumerable<IOpenApiParameter> Others(OpenApiOperation operation, IEnumerable<Field> fields) =>
        operation.Parameters?.Where(known => fields.All(field => field.Name != known.Name)) ?? [];

    private static OpenApiParameter Parameter(Field field) =>
        new()
        {
            Name = field.Name,
            In = Place(field.In),
            Description = field.Description,
            Required = field.IsRequired,
            Example = field.Example is int number ? number : (string)field.Example,
            Schema = Schema(field),
        };

    private static OpenApiSchema Schema(Field field) =>
        new()
        {
            Type = field.Example is int ? JsonSchemaType.Integer : JsonSchemaType.String,
            Enum =
                field.Choices.Count == 0
                    ? null
                    : [.. field.Choices.Select(choice => (System.Text.Json.Nodes.JsonNode)choice)],
        };

    private static ParameterLocation Place(string place) =>
        place switch
        {
            "path" => ParameterLocation.Path,
            "query" => ParameterLocation.Query,
            "header" => ParameterLocation.Header,
            _ => throw new NotSupportedException($"No place {place}."),
        };
}
