using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Rung.Server.Api.Problems;

namespace Rung.Server.Api.Binding;

/// <summary>Whose cases are counted as mine: <c>owner</c>, or else who acts.</summary>
internal sealed class OwnerQuery : IBound, IEndpointParameterMetadataProvider
{
    private static readonly Field Field = new(
        "owner",
        "query",
        "Whose cases are counted as mine; left out: those of whoever asks.",
        "Alex at the desk"
    );

    private OwnerQuery(string? owner) => Owner = owner;

    public ProblemAnswer? Problem { get; private init; }
    public string? Owner { get; }

    public static ValueTask<OwnerQuery> BindAsync(HttpContext context)
    {
        var query = new QueryReader(context.Request.Query);
        var owner = query.Text("owner") ?? ActingAs.NameOf(context);
        return ValueTask.FromResult(new OwnerQuery(owner) { Problem = query.Problem() });
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(Field);
}
