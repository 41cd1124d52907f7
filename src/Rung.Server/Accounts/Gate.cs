using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.StaticAssets;
using Rung.Core.Cases;
using Rung.Server.Api.Binding;
using Rung.Server.Desk;
using Rung.Server.Hosting;
using Rung.Server.Limits;
using Rung.Server.Pages.Portal;
using Rung.Storage;

namespace Rung.Server.Accounts;

/// <summary>
/// Stands before every endpoint where people have accounts: finds out who is signed in, anew at each request, and lets nobody
/// else past but to what is marked as open.
/// </summary>
internal sealed class Gate(
    RungDatabase database,
    DeskRegister desks,
    DeskClock clock,
    SignedInFinder finder,
    Limiter limits,
    PortalVisitors visitors,
    IAntiforgery antiforgery
)
{
    // An open page reads itself anew when something changes, and opens its line anew: nobody sits before it for that.
    private const string ByItself = "Rung-By-Itself";

    private static readonly string[] SaidHeaders = [ActingAs.NameHeader, ActingAs.RoleHeader, ActingAs.CustomerHeader];

    public async Task Check(HttpContext context, RequestDelegate next)
    {
        var refusal = await Refusal(context);
        if (refusal is null)
        {
            await next(context);
        }
        else
        {
            await refusal.ExecuteAsync(context);
        }
    }

    private async Task<IResult?> Refusal(HttpContext context)
    {
        // Our own files are the same for everybody.
        if (
            context.GetEndpoint() is not { } endpoint
            || endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
        )
        {
            return null;
        }
        if (SaidHeaders.FirstOrDefault(context.Request.Headers.ContainsKey) is { } header)
        {
            return GateAnswers.HeaderNotBelieved(context, header);
        }
        var who = await finder.Find(context);
        if (limits.Check(context, who) is { } tooOften)
        {
            return tooOften;
        }
        if (who is null)
        {
            return IsOpen(endpoint) ? await AsContact(context) : GateAnswers.NotSignedIn(context);
        }
        if (who.Session is { } session && !IsByItself(context))
        {
            await database.Sessions.Use(session, clock.Now());
        }
        context.Features.Set(await WithColleagues(who, endpoint, context));
        context.User = who.Principal();
        (context.Response.Headers.CacheControl, context.Response.Headers.Pragma) = ("no-cache, no-store", "no-cache");
        return await Refusal(context, endpoint, who);
    }

    // A form that one contact was shown changes nothing in the name of another (S60).
    private async Task<IResult?> AsContact(HttpContext context)
    {
        if (context.GetRouteValue("desk") is not null && await visitors.Find(context) is { } visitor)
        {
            context.User = SignedIn.Principal($"{visitor.Desk}/{visitor.Id}");
        }
        return null;
    }

    private static bool IsOpen(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<OpenToAnybody>() is not null
        || endpoint.Metadata.GetMetadata<OpenToContacts>() is not null;

    private async Task<IResult?> Refusal(HttpContext context, Endpoint endpoint, SignedIn who)
    {
        if (OpenOnlyTo.Hides(endpoint, who))
        {
            return GateAnswers.NoSuchPage();
        }
        if (IsRead(context))
        {
            return null;
        }
        if (OnlyReads(context, who))
        {
            return GateAnswers.OnlyReads(context);
        }
        // A page's form is looked at where all forms are; a call of the API has no form.
        return who.Session is not null && GateAnswers.IsApi(context) && !await antiforgery.IsRequestValidAsync(context)
            ? GateAnswers.NotFromOurPage()
            : null;
    }

    private async Task<SignedIn> WithColleagues(SignedIn who, Endpoint endpoint, HttpContext context)
    {
        if (
            endpoint.Metadata.GetMetadata<OffersColleagues>() is null
            || !desks.TryGet(context.GetRouteValue("desk") as string, out var guide)
        )
        {
            return who;
        }
        var people = await database.Accounts.OfDesk(guide.Document.Id);
        return who with
        {
            Colleagues =
            [
                .. people
                    .Where(one => one.Role is not (AccountRole.Administrator or AccountRole.Auditor))
                    .DistinctBy(one => one.Name)
                    .Select(one => new Actor(one.Name, one.Role)),
            ],
        };
    }

    private bool OnlyReads(HttpContext context, SignedIn who) =>
        desks.TryGet(context.GetRouteValue("desk") as string, out var guide)
        && who.At(guide).Role == AccountRole.Auditor;

    private static bool IsByItself(HttpContext context) =>
        context.Request.Headers.ContainsKey(ByItself) || LiveEndpoint.Serves(context.Request.Path);

    private static bool IsRead(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
}
