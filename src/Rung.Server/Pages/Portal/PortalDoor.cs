using Rung.Core.Cases;
using Rung.Server.Accounts;
using Rung.Server.Hosting;
using Rung.Server.Limits;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Portal.Report;
using Rung.Server.Pages.Problems;

namespace Rung.Server.Pages.Portal;

/// <summary>Before any page of the portal: somebody is there, else they are asked who they are.</summary>
internal static class PortalDoor
{
    private const int MostFollowers = 20;

    public static async ValueTask<object?> Check(
        EndpointFilterInvocationContext invocation,
        EndpointFilterDelegate next
    )
    {
        var context = invocation.HttpContext;
        var visitors = context.RequestServices.GetRequiredService<PortalVisitors>();
        if (await visitors.Find(context) is not { } visitor)
        {
            return SignedIn.Of(context) is null ? AskWho(context, visitors) : ProblemPages.NoSuchPage();
        }
        if (
            visitor.Only is { } only
            && !LiveEndpoint.Serves(context.Request.Path)
            && !await IsWithin(context, visitor, only)
        )
        {
            return visitors.BelieveThem || context.GetRouteValue("reference") is not null
                ? PortalProblems.OneCaseOnly(visitor)
                : AskWho(context, visitors);
        }
        context.Features.Set(visitor);
        if (TooOften(context, visitors, visitor) is { } wait)
        {
            return wait;
        }
        (context.Response.Headers.CacheControl, context.Response.Headers.Pragma) = ("no-cache, no-store", "no-cache");
        return await next(invocation);
    }

    private static IResult? TooOften(HttpContext context, PortalVisitors visitors, PortalVisitor visitor) =>
        OnlyAsks.Holds(context) || visitors.BelieveThem
            ? null
            : context
                .RequestServices.GetRequiredService<Limiter>()
                .CheckSent(context, (visitor.Customer.Id, visitor.Contact.Id));

    private static IResult AskWho(HttpContext context, PortalVisitors visitors)
    {
        var desk = (string)context.GetRouteValue("desk")!;
        var page = HttpMethods.IsGet(context.Request.Method) ? context.Request.Path.Value : null;
        return visitors.BelieveThem ? SeeOther.To(PortalAddresses.Visitor(desk, page))
            : page is null ? PortalProblems.SignedOut(desk)
            : SeeOther.To(PortalAddresses.SignIn(desk, page));
    }

    // The case itself, and whatever goes on with it: what is said about a closed case begins the next one.
    private static async Task<bool> IsWithin(HttpContext context, PortalVisitor visitor, CaseReference only)
    {
        var reports = context.RequestServices.GetRequiredService<ReportDesk>();
        var named = context.GetRouteValue("reference") as string;
        if (CaseReference.TryParse(visitor.Visit.Guide.Desk.ReferencePrefix, named ?? "", out var one) && one == only)
        {
            return true;
        }
        for (var steps = 0; named is not null && steps < MostFollowers; steps++)
        {
            if (await reports.Look(visitor, named) is not { } found)
            {
                return false;
            }
            if (found.State.Reference == only)
            {
                return true;
            }
            named = found.State.Logged.Continues?.Text;
        }
        return false;
    }
}
