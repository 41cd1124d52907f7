using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Rung.Server.Accounts;
using Rung.Server.Desk;
using Rung.Server.Pages.Portal;
using Rung.Server.Pages.Problems;

namespace Rung.Server.Pages.Hosting;

/// <summary>Before any page: the desk of the address exists, and a form came from a page of ours.</summary>
internal static class DeskFilter
{
    public static async ValueTask<object?> Check(
        EndpointFilterInvocationContext invocation,
        EndpointFilterDelegate next
    )
    {
        var context = invocation.HttpContext;
        if (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } && !IsOver(context))
        {
            return IsTooLarge(context) ? ProblemPages.TooLarge(context) : ProblemPages.FormTooOld(context);
        }
        var desk = context.GetRouteValue("desk") as string;
        var desks = context.RequestServices.GetRequiredService<DeskRegister>();
        var who = context.RequestServices.GetRequiredService<IWhoActs>();
        // What is open to anybody looks by itself who may see what.
        var marks = context.GetEndpoint()?.Metadata;
        var isOpen =
            marks?.GetMetadata<OpenToAnybody>() is not null || marks?.GetMetadata<OpenToContacts>() is not null;
        return desk is null || (desks.TryGet(desk, out var guide) && (isOpen || who.MaySee(context, guide)))
            ? await next(invocation)
            : ProblemPages.NoSuchPage();
    }

    // A contact who is signed out by now is told so at the portal's own door, where nothing is done for nobody.
    private static bool IsOver(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<OpenToContacts>() is not null
        && context.Features.Get<FoundVisitor>() is { Visitor: null };

    // A form that could not be read to its end has no mark of ours either.
    private static bool IsTooLarge(HttpContext context) =>
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize is { } most
        && context.Request.ContentLength > most;
}
