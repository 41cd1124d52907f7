using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Api.Problems;
using Rung.Server.Desk;

namespace Rung.Server.Api.Binding;

/// <summary>The reference of the path, in any form, at the desk of the path.</summary>
internal sealed class AtCase : IBound, IEndpointParameterMetadataProvider
{
    private static readonly Field Field = new(
        "reference",
        "path",
        "The case's reference, with or without prefix and hyphens.",
        "R-7K4-239"
    )
    {
        IsRequired = true,
    };

    private AtCase(AtDesk desk, CaseReference reference) => (Desk, Reference) = (desk, reference);

    public ProblemAnswer? Problem { get; private init; }
    public AtDesk Desk { get; }

    /// <summary>Who looks: complaints exist for some only.</summary>
    public required Actor Viewer { get; init; }
    public CaseReference Reference { get; }
    public Guide Guide => Desk.Guide;

    public static async ValueTask<AtCase> BindAsync(HttpContext context) => Of(context, await ActingAs.Viewer(context));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        AtDesk.PopulateMetadata(parameter, builder);
        builder.Metadata.Add(Field);
    }

    private static AtCase Of(HttpContext context, Actor viewer)
    {
        var desk = AtDesk.Of(context);
        if (desk.Problem is { } wrong)
        {
            return new AtCase(desk, default) { Viewer = viewer, Problem = wrong };
        }
        var text = context.Request.RouteValues["reference"] as string;
        return CaseReference.TryParse(desk.Guide.Desk.ReferencePrefix, text, out var reference)
            ? new AtCase(desk, reference.Value) { Viewer = viewer }
            : new AtCase(desk, default)
            {
                Viewer = viewer,
                Problem = Refusing.Because(DeskRefusals.NoSuchCase(OneLine.Start(text ?? "")), null),
            };
    }
}
