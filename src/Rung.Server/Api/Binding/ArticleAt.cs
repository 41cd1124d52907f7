using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Rung.Core.Cases;
using Rung.Server.Api.Problems;

namespace Rung.Server.Api.Binding;

/// <summary>The help article of the path, and who writes it.</summary>
internal sealed class ArticleAt : IBound, IEndpointParameterMetadataProvider
{
    private const string Name = "id";

    private static readonly Field Field = new(Name, "path", "Id of the article.", "a-website-is-blocked")
    {
        IsRequired = true,
    };

    private ArticleAt(AtDesk desk, Actor actor, string id) => (Desk, Actor, Id) = (desk, actor, id);

    public ProblemAnswer? Problem { get; private init; }
    public AtDesk Desk { get; }
    public Actor Actor { get; }
    public string Id { get; }

    public static async ValueTask<ArticleAt> BindAsync(HttpContext context)
    {
        var (desk, who) = (AtDesk.Of(context), await ActingAs.BindAsync(context));
        var id = context.Request.RouteValues[Name] as string ?? "";
        return new ArticleAt(desk, who.Actor, id) { Problem = desk.Problem ?? who.Problem ?? Refuses(id) };
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        AtDesk.PopulateMetadata(parameter, builder);
        ActingAs.PopulateMetadata(parameter, builder);
        builder.Metadata.Add(Field);
    }

    private static ProblemAnswer? Refuses(string id) =>
        CustomerAt.IsId(id)
            ? null
            : Refusing.Because(
                ProblemKind.MalformedRequest,
                Name,
                "An id has 1 to 60 characters, a to z, 0 to 9 and hyphens, and does not begin with a hyphen."
            );
}
