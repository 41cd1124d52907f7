using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Rung.Core.Guides;
using Rung.Server.Accounts;
using Rung.Server.Api.Problems;
using Rung.Server.Desk;

namespace Rung.Server.Api.Binding;

/// <summary>The desk of the path, with the guide in force.</summary>
internal sealed class AtDesk : IBound, IEndpointParameterMetadataProvider
{
    private static readonly Field Field = new("desk", "path", "Id of the desk.", "schools-desk") { IsRequired = true };

    private readonly Guide? _guide;

    private AtDesk(Guide? guide) => _guide = guide;

    public ProblemAnswer? Problem { get; private init; }
    public Guide Guide => _guide!;
    public string Id => Guide.Document.Id;

    public static ValueTask<AtDesk> BindAsync(HttpContext context) => ValueTask.FromResult(Of(context));

    public static AtDesk Of(HttpContext context)
    {
        var desks = context.RequestServices.GetRequiredService<DeskRegister>();
        var id = context.Request.RouteValues["desk"] as string;
        var seen = Seen(context, desks);
        return seen.FirstOrDefault(guide => guide.Document.Id == id) is { } desk
            ? new AtDesk(desk)
            : new AtDesk(null) { Problem = Unknown(id, seen) };
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(Field);

    /// <summary>The desks that exist for whoever asks.</summary>
    public static IReadOnlyList<Guide> Seen(HttpContext context, DeskRegister desks)
    {
        var who = context.RequestServices.GetRequiredService<IWhoActs>();
        return [.. desks.Active.Where(guide => who.MaySee(context, guide))];
    }

    private static ProblemAnswer Unknown(string? id, IReadOnlyList<Guide> desks)
    {
        var known = string.Join(", ", desks.Select(guide => guide.Document.Id));
        return Refusing.Because(ProblemKind.NoSuchDesk, $"There is no desk {id} here: there are {known}.");
    }
}
