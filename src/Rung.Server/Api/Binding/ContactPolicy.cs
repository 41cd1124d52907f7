using Rung.Core.Cases;
using Rung.Server.Accounts;
using Rung.Server.Api.Problems;
using Rung.Server.Desk;
using Rung.Storage;

namespace Rung.Server.Api.Binding;

/// <summary>
/// What of the API a customer's own people get. Whatever is not named here is the desk's, so that a new operation is closed to
/// them until somebody decides otherwise. Which case is theirs, and what they read of it, says <see cref="CaseSight"/>.
/// </summary>
internal static class ContactPolicy
{
    private static readonly Dictionary<string, OpenTo> Operations = new(StringComparer.Ordinal)
    {
        ["desks"] = OpenTo.Everybody,
        ["desk"] = OpenTo.Everybody,
        ["guide"] = OpenTo.Everybody,
        ["guide-text"] = OpenTo.Everybody,
        ["proposal"] = OpenTo.Everybody,
        ["log-case"] = OpenTo.Everybody,
        ["log-complaint"] = OpenTo.Everybody,
        ["articles"] = OpenTo.Everybody,
        ["article"] = OpenTo.Everybody,
        ["customer"] = OpenTo.OwnCustomer,
        ["promises-of-customer"] = OpenTo.OwnCustomer,
        ["read-case"] = OpenTo.OwnCase,
        ["events"] = OpenTo.OwnCase,
        ["messages"] = OpenTo.OwnCase,
        ["ledgers"] = OpenTo.OwnCase,
        ["ledger"] = OpenTo.OwnCase,
        ["promises-of-case"] = OpenTo.OwnCase,
        ["evidence"] = OpenTo.OwnCase,
        ["paper"] = OpenTo.OwnCase,
    };

    /// <summary>Who reads; what is wrong about it is answered before the operation is asked.</summary>
    public static async ValueTask<object?> Check(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!http.RequestServices.GetRequiredService<IWhoActs>().IsSaid(http))
        {
            return await next(context);
        }
        var who = await ActingAs.BindAsync(http);
        var problem = who.Problem ?? (who.Actor.IsCustomer ? await Refuses(http, who.Actor) : null);
        return problem ?? await next(context);
    }

    /// <summary>Adds who reads to the description of reads that say nothing of it.</summary>
    public static void Describe(EndpointBuilder builder)
    {
        var isRead = builder.Metadata.OfType<IHttpMethodMetadata>().Any(one => one.HttpMethods.Contains("GET"));
        if (isRead && !builder.Metadata.OfType<Field>().Any(field => field.Name == ActingAs.RoleHeader))
        {
            builder.Metadata.Add(ActingAs.ReaderField);
            builder.Metadata.Add(ActingAs.RoleField);
            builder.Metadata.Add(ActingAs.CustomerField);
        }
    }

    // Which case is theirs is for the desk to say, which finds no other for them.
    private static async Task<ProblemAnswer?> Refuses(HttpContext http, Actor contact) =>
        Of(http.GetEndpoint()!) switch
        {
            OpenTo.Everybody or OpenTo.OwnCase => null,
            OpenTo.OwnCustomer => await IsTheirs(http, contact)
                ? null
                : CustomerEndpoints.NoSuch(http.Request.RouteValues["id"] as string ?? ""),
            _ => Refusing.Because(
                ProblemKind.Of(RefusalCode.RoleNotAllowed),
                "This is the desk's: a contact has customers/ID, customers/ID/promises, and cases/REF of their own cases."
            ),
        };

    // Of a command on a case the core says who may give it.
    private static OpenTo Of(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<CommandOf>() is not null
            ? OpenTo.OwnCase
            : Operations.GetValueOrDefault(endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? "");

    private static async Task<bool> IsTheirs(HttpContext http, Actor contact)
    {
        var database = http.RequestServices.GetRequiredService<RungDatabase>();
        var id = http.Request.RouteValues["id"] as string ?? "";
        return CaseSight.IsOf(await database.Customers.Find(id), contact);
    }
}

/// <summary>To whom of a customer's people an operation is open.</summary>
internal enum OpenTo
{
    /// <summary>To none of them.</summary>
    Nobody,
    Everybody,

    /// <summary>To those whom the customer of the path has on file.</summary>
    OwnCustomer,

    /// <summary>To those whose case it is.</summary>
    OwnCase,
}
