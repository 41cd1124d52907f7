using Rung.Server.Accounts;
using Rung.Server.Desk;
using Rung.Storage.Audit;

namespace Rung.Server.Audit;

/// <summary>What a request did, in the words of the audit trail.</summary>
internal static class Deed
{
    public const string Read = "read";
    public const string Exported = "exported";
    public const string SignedIn = "signed in";
    public const string NotSignedIn = "could not sign in";
    private const string Changed = "changed";
    private const string Refused = "refused";

    /// <summary>Every word that the audit trail has for what was done.</summary>
    public static IReadOnlyList<string> All { get; } =
    [Read, Exported, Changed, Refused, SignedIn, NotSignedIn, AuditAnchor.What];

    private const string Desk = "desk";

    /// <returns>Null: nothing that anybody has to answer for, such as a list that only leads on, or a mistake in a form.</returns>
    public static string? Of(HttpContext context, SignedIn who, DeskRegister desks)
    {
        var status = context.Response.StatusCode;
        if (context.GetEndpoint() is not RouteEndpoint endpoint)
        {
            return null;
        }
        if (
            status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden
            || IsHidden(context, endpoint, who, desks)
        )
        {
            return Refused;
        }
        if (status >= StatusCodes.Status400BadRequest)
        {
            return null;
        }
        return !OnlyAsks.Holds(context)
            ? context.Features.Get<AuditNotes>()?.ChangedNothing == true
                ? null
                : Changed
            : endpoint.Metadata.GetMetadata<Export>() is not null
                ? Exported
                : IsAboutOne(endpoint)
                || endpoint.Metadata.GetMetadata<Look>() is not null
                || context.Request.Path.StartsWithSegments("/api")
                    ? Read
                    : null;
    }

    /// <summary>The same of a customer's person at the portal, where what is not theirs is answered as what does not exist.</summary>
    public static string? OfContact(HttpContext context)
    {
        if (context.GetEndpoint() is not RouteEndpoint endpoint)
        {
            return null;
        }
        var (status, isAboutOne) = (context.Response.StatusCode, IsAboutOne(endpoint));
        return status >= StatusCodes.Status400BadRequest
            ? status == StatusCodes.Status404NotFound && isAboutOne
                ? Refused
                : null
            : !OnlyAsks.Holds(context)
                ? Changed
                : isAboutOne
                    ? Read
                    : null;
    }

    // Answered like what does not exist.
    private static bool IsHidden(HttpContext context, RouteEndpoint endpoint, SignedIn who, DeskRegister desks) =>
        OpenOnlyTo.Hides(endpoint, who)
        || endpoint.Metadata.GetMetadata<OpenToAnybody>() is null
            && desks.TryGet(context.GetRouteValue(Desk) as string, out var guide)
            && !who.MaySee(guide);

    private static bool IsAboutOne(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.Parameters.Any(parameter => parameter.Name != Desk);
}

/// <summary>Marks a list that whoever looks at it answers for, though it is about no one thing.</summary>
internal sealed class Look
{
    public static Look Mark { get; } = new();
}

/// <summary>Marks an endpoint that gives out many things at once, to be kept elsewhere.</summary>
internal sealed class Export
{
    public static Export Mark { get; } = new();
}
