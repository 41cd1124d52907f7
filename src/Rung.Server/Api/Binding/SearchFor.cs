using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Rung.Server.Api.Problems;

namespace Rung.Server.Api.Binding;

/// <summary>What is sought, and how many are wanted.</summary>
internal sealed class SearchFor : IBound, IEndpointParameterMetadataProvider
{
    private const int MostHits = 100;

    private static readonly Field TextField = new("q", "query", "A reference, a number, or words.", "R-7K4-239")
    {
        IsRequired = true,
    };
    private static readonly Field TakeField = new("take", "query", "Hits at most, 1 to 100.", 20);

    private SearchFor(string text, int take) => (Text, Take) = (text, take);

    public ProblemAnswer? Problem { get; private init; }
    public string Text { get; }
    public int Take { get; }

    public static ValueTask<SearchFor> BindAsync(HttpContext context)
    {
        var query = new QueryReader(context.Request.Query);
        var text = query.Text("q");
        if (text is null)
        {
            query.WrongUnlessSaid("q", "Say what is sought: a reference, a number, or words.");
        }
        var take = query.Number("take", 20, MostHits);
        return ValueTask.FromResult(new SearchFor(text ?? "", take) { Problem = query.Problem() });
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(TextField);
        builder.Metadata.Add(TakeField);
    }
}
