using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Rung.Core.Cases;
using Rung.Server.Api.Problems;

namespace Rung.Server.Api.Binding;

/// <summary>The customer of the path, to be put on file by somebody of the desk.</summary>
internal sealed class CustomerAt : IBound, IEndpointParameterMetadataProvider
{
    private const string Name = "id";
    private const int Longest = 60;

    private static readonly Field Field = new(Name, "path", "Id of the customer.", "millbrook-primary")
    {
        IsRequired = true,
    };

    private CustomerAt(AtDesk desk, string id) => (Desk, Id) = (desk, id);

    public ProblemAnswer? Problem { get; private init; }
    public AtDesk Desk { get; }
    public string Id { get; }

    public static async ValueTask<CustomerAt> BindAsync(HttpContext context)
    {
        var (desk, who) = (AtDesk.Of(context), await ActingAs.BindAsync(context));
        var id = context.Request.RouteValues[Name] as string ?? "";
        return new CustomerAt(desk, id) { Problem = desk.Problem ?? who.Problem ?? Refuses(who.Actor, id) };
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        AtDesk.PopulateMetadata(parameter, builder);
        ActingAs.PopulateMetadata(parameter, builder);
        builder.Metadata.Add(Field);
    }

    public static ProblemAnswer OnlyTheDesk =>
        Refusing.Because(
            ProblemKind.Of(RefusalCode.RoleNotAllowed),
            "Customers are put on file by the desk, not by their contacts: ask the desk."
        );

    private static ProblemAnswer? Refuses(Actor who, string id) =>
        who.Role == Actor.ContactRole ? OnlyTheDesk
        : IsId(id) ? null
        : Refusing.Because(
            ProblemKind.MalformedRequest,
            Name,
            $"An id has 1 to {Longest} characters, a to z, 0 to 9 and hyphens, and does not begin with a hyphen."
        );

    public static bool IsId(string id) =>
        id.Length is > 0 and <= Longest
        && id[0] != '-'
        && id.All(letter => letter is >= 'a' and <= 'z' or >= '0' and <= '9' or '-');
}
