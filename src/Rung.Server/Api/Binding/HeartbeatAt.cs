using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Rung.Core.Cases;
using Rung.Server.Api.Problems;

namespace Rung.Server.Api.Binding;

/// <summary>The heartbeat of the path, and who acts.</summary>
internal sealed class HeartbeatAt : IBound, IEndpointParameterMetadataProvider
{
    private const string Name = "id";

    // A page stands at this address.
    private const string Reserved = "new";

    private static readonly Field Field = new(Name, "path", "Id of the heartbeat.", "larkmere-line")
    {
        IsRequired = true,
    };

    private HeartbeatAt(AtDesk desk, Actor actor, string id) => (Desk, Actor, Id) = (desk, actor, id);

    public ProblemAnswer? Problem { get; private init; }
    public AtDesk Desk { get; }
    public Actor Actor { get; }
    public string Id { get; }

    public static async ValueTask<HeartbeatAt> BindAsync(HttpContext context)
    {
        var (desk, who) = (AtDesk.Of(context), await ActingAs.BindAsync(context));
        var id = context.Request.RouteValues[Name] as string ?? "";
        return new HeartbeatAt(desk, who.Actor, id) { Problem = desk.Problem ?? who.Problem ?? Refuses(id) };
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        AtDesk.PopulateMetadata(parameter, builder);
        ActingAs.PopulateMetadata(parameter, builder);
        builder.Metadata.Add(Field);
    }

    private static ProblemAnswer? Refuses(string id) =>
        CustomerAt.IsId(id) && id != Reserved
            ? null
            : Refusing.Because(
                ProblemKind.MalformedRequest,
                Name,
                "An id has 1 to 60 characters, a to z, 0 to 9 and hyphens, does not begin with a hyphen, and is not \"new\"."
            );
}
