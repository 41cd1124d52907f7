using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Accounts;
using Rung.Server.Api.Problems;
using Rung.Server.Desk;
using Rung.Storage;

namespace Rung.Server.Api.Binding;

/// <summary>Who acts: whoever is signed in; where there are no accounts, whom the headers name.</summary>
internal sealed class ActingAs : IBound, IEndpointParameterMetadataProvider
{
    public const string NameHeader = "Rung-Actor";
    public const string RoleHeader = "Rung-Role";
    public const string CustomerHeader = "Rung-Customer";
    private const int LongestName = 120;

    private static readonly Field NameField = new(
        NameHeader,
        "header",
        "Name of the person or post that acts: needed in a demo; elsewhere the token says it, and this is refused.",
        "Alex at the desk"
    );

    public static readonly Field RoleField = new(
        RoleHeader,
        "header",
        "In a demo, their role: agent (the default), contact, or a role of the guide.",
        "agent"
    );

    public static readonly Field ReaderField = new(
        NameHeader,
        "header",
        "In a demo, name of who reads; needed with a role.",
        "Office manager"
    );

    public static readonly Field CustomerField = new(
        CustomerHeader,
        "header",
        "In a demo, id of the customer whose person it is; needed of a contact.",
        "millbrook-primary"
    );

    private ActingAs(Actor? actor) => Actor = actor!;

    public ProblemAnswer? Problem { get; private init; }
    public Actor Actor { get; }

    /// <summary>Who looks; whoever does not say so, or says it wrongly, holds no post of any guide. ESS-93.</summary>
    public static async ValueTask<Actor> Viewer(HttpContext context) =>
        await BindAsync(context) is { Problem: null, Actor: var who } ? who : Actor.Nobody;

    public static async ValueTask<ActingAs> BindAsync(HttpContext context) =>
        Whoever(context) is not { Problem: null, Actor.IsCustomer: true } said
            ? Whoever(context)
            : Of(await SaidContact.Of(context.RequestServices.GetRequiredService<RungDatabase>(), said.Actor));

    /// <summary>Name of whoever asks; null: nobody says so.</summary>
    public static string? NameOf(HttpContext context) =>
        Whoever(context) is { Problem: null, Actor.Name: var name } ? name : null;

    public static ActingAs Of(Actor actor) => new(actor);

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(NameField);
        builder.Metadata.Add(RoleField);
        builder.Metadata.Add(CustomerField);
    }

    /// <summary>Whom the headers name.</summary>
    public static ActingAs OfHeaders(HttpContext context)
    {
        var name = context.Request.Headers[NameHeader].ToString().Trim();
        if (name.Length == 0)
        {
            return Wrong(NameHeader, "Say who acts, for example Rung-Actor: Alex at the desk.");
        }
        if (OneLine.Fault(name, LongestName) is { } fault)
        {
            return Wrong(NameHeader, $"The name {fault}");
        }
        if (name == Actor.Desk.Name)
        {
            return Wrong(NameHeader, $"{name} is who does what falls due by itself: name a person or a post.");
        }
        var role = context.Request.Headers[RoleHeader].ToString().Trim();
        return role.Length == 0 ? new ActingAs(new Actor(name, Actor.AgentRole)) : OfHeaders(context, name, role);
    }

    private static ActingAs OfHeaders(HttpContext context, string name, string role)
    {
        var desk = AtDesk.Of(context);
        var known = Known(desk);
        return desk.Problem is not null || known.Contains(role)
            ? Known(context, new Actor(name, IsOfTheCustomer(desk, role) ? Actor.ContactRole : role))
            : Wrong(RoleHeader, $"The guide has no role {OneLine.Start(role)}: there are {string.Join(", ", known)}.");
    }

    // Many customers have a contact of the same name.
    private static ActingAs Known(HttpContext context, Actor who)
    {
        var customer = context.Request.Headers[CustomerHeader].ToString().Trim();
        return !who.IsCustomer ? new ActingAs(who)
            : customer.Length == 0
                ? Wrong(
                    CustomerHeader,
                    "Say whose person it is, by the customer's id: Rung-Customer: millbrook-primary."
                )
            : new ActingAs(who with { CustomerId = customer });
    }

    private static ActingAs Whoever(HttpContext context) =>
        context.RequestServices.GetRequiredService<IWhoActs>().OfCall(context);

    private static string[] Known(AtDesk desk) =>
        desk.Problem is null ? [Actor.AgentRole, Actor.ContactRole, .. desk.Guide.Roles.Select(role => role.Id)] : [];

    // The guide's words for people of the customer's are parts that contacts play: none of them is of the desk.
    private static bool IsOfTheCustomer(AtDesk desk, string role) =>
        desk.Problem is null && desk.Guide.Roles.Any(one => one.Id == role && one.Side != RoleSide.Provider);

    private static ActingAs Wrong(string header, string what) =>
        new(null) { Problem = Refusing.Because(ProblemKind.ActorMissing, header, what) };
}
