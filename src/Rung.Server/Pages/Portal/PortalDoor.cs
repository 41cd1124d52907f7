using Rung.Core.Cases;
using Rung.Server.Accounts;
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
            if (!visitors.BelieveThem)
            {
                return SignedIn.Of(context) is null ? GateAnswers.NotSignedIn(context) : ProblemPages.NoSuchPage();
            }
            var desk = (string)context.GetRouteValue("desk")!;
            var isPage = HttpMethods.IsGet(context.Request.Method);
            return SeeOther.To(PortalAddresses.Visitor(desk, isPage ? context.Request.Path.Value : null));
        }
        if (visitor.Only is { } only && !await IsWithin(context, visitor, only))
        {
            return PortalProblems.OneCaseOnly(visitor);
        }
        context.Features.Set(visitor);
        (context.Response.Headers.CacheControl, context.Response.Headers.Pragma) = ("no-cache, no-store", "no-cache");
        return await next(invocation);
    }

    // The case itself, and whatever goes on with it: what is said about a closed case begins the next one.
    private static async Task<bool> IsWithin(HttpContext context, PortalVisitor visitor, CaseReference only)
    {
        var reports = context.RequestServices.GetRequiredService<ReportDesk>();
        var named = context.GetRouteValue("reference") as string;
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
