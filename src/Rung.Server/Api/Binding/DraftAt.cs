using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Rung.Server.Api.Problems;
using Rung.Storage.Drafts;

namespace Rung.Server.Api.Binding;

/// <summary>The draft of who acts, about a case or an intake.</summary>
internal sealed class DraftAt : IBound, IEndpointParameterMetadataProvider
{
    private const int LongestAbout = 100;

    private static readonly Field Field = new(
        "about",
        "path",
        "A case's reference, or a name for an intake that has none yet.",
        "R-7K4-239"
    )
    {
        IsRequired = true,
    };

    private DraftAt(DraftKey key) => Key = key;

    public ProblemAnswer? Problem { get; private init; }
    public DraftKey Key { get; }

    public static async ValueTask<DraftAt> BindAsync(HttpContext context)
    {
        var (desk, who) = (AtDesk.Of(context), await ActingAs.BindAsync(context));
        var about = context.Request.RouteValues["about"] as string ?? "";
        var isFine = about.Length <= LongestAbout && !about.Any(char.IsControl);
        return new DraftAt(new DraftKey(about, who.Actor?.Name ?? ""))
        {
            Problem = desk.Problem ?? who.Problem ?? (isFine ? null : Wrong()),
        };
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        AtDesk.PopulateMetadata(parameter, builder);
        ActingAs.PopulateMetadata(parameter, builder);
        builder.Metadata.Add(Field);
    }

    private static ProblemAnswer Wrong() =>
        Refusing.Because(
            ProblemKind.MalformedRequest,
            "about",
            $"It has at most {LongestAbout} characters and is on one line."
        );
}
