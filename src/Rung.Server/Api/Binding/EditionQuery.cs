using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Rung.Core.Evidence;
using Rung.Server.Api.Json;
using Rung.Server.Api.Problems;

namespace Rung.Server.Api.Binding;

/// <summary>For whom an evidence pack is asked.</summary>
internal sealed class EditionQuery : IBound, IEndpointParameterMetadataProvider
{
    private static readonly Field Field = new(
        "edition",
        "query",
        "For the customer, or with notes and what stays inside the desk.",
        "customer"
    )
    {
        Choices = [.. Choice.Names<EvidenceEdition>()],
    };

    private EditionQuery(EvidenceEdition edition) => Edition = edition;

    public ProblemAnswer? Problem { get; private init; }
    public EvidenceEdition Edition { get; }

    public static ValueTask<EditionQuery> BindAsync(HttpContext context)
    {
        var query = new QueryReader(context.Request.Query);
        var edition = query.Choice("edition", EvidenceEdition.Customer);
        return ValueTask.FromResult(new EditionQuery(edition) { Problem = query.Problem() });
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(Field);
}
