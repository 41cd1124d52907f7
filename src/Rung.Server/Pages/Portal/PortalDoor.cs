using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Problems;

namespace Rung.Server.Pages.Portal;

/// <summary>Before any page of the portal: somebody is there, else they are asked who they are.</summary>
internal static class PortalDoor
{
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
                return ProblemPages.NoSuchPage();
            }
            var desk = (string)context.GetRouteValue("desk")!;
            var isPage = HttpMethods.IsGet(context.Request.Method);
            return SeeOther.To(PortalAddresses.Visitor(desk, isPage ? context.Request.Path.Value : null));
        }
        context.Features.Set(visitor);
        (context.Response.Headers.CacheControl, context.Response.Headers.Pragma) = ("no-cache, no-store", "no-cache");
        return await next(invocation);
    }
}
