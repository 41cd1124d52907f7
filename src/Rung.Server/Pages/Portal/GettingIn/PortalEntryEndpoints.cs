using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Server.Accounts;
using Rung.Server.Accounts.Issuers;
using Rung.Server.Limits;
using Rung.Server.Links;
using Rung.Server.Pages.Accounts;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Portal.Links;
using Rung.Server.Pages.Problems;

namespace Rung.Server.Pages.Portal.GettingIn;

/// <summary>
/// Signing in at the portal by a link in a mail. Asking for one says the same for every address; following it changes nothing,
/// the button on its page signs in (S14, S55).
/// </summary>
internal static class PortalEntryEndpoints
{
    private const int LongestEmail = 254;

    public static void Map(IEndpointRouteBuilder pages)
    {
        var entry = pages.MapGroup($"/{{desk}}/{PortalAddresses.Part}").WithMetadata(OpenToAnybody.Mark);
        entry.MapGet("/sign-in", Ask);
        entry.MapPost("/sign-in", Send).WithMetadata(Limit.Links);
        entry.MapGet("/sign-in/sent", Sent);
        entry.MapPost("/sign-out", Leave);
        entry.MapGet($"/{PortalAddresses.EnterPart}/{{secret}}", AskEntry).WithMetadata(Limit.Entry);
        entry.MapPost($"/{PortalAddresses.EnterPart}/{{secret}}", Enter).WithMetadata(Limit.Entry);
    }

    private static async Task<IResult> Ask(HttpContext context, PortalVisitors visitors)
    {
        if (visitors.BelieveThem)
        {
            return ProblemPages.NoSuchPage();
        }
        var next = After(context, context.Request.Query["return"]);
        return await visitors.Find(context) is { Only: null }
            ? SeeOther.To(next)
            : await SignIn(context, visitors, next);
    }

    private static async Task<IResult> Send(
        HttpContext context,
        PortalVisitors visitors,
        ContactEntry contacts,
        LinkRequests requests
    )
    {
        if (visitors.BelieveThem)
        {
            return ProblemPages.NoSuchPage();
        }
        var form = await FormValues.Of(context);
        if (!await LeavingMail.Leaves(context))
        {
            return await SignIn(context, visitors, After(context, form.Text("return")));
        }
        var (email, next) = (form.Text("email"), After(context, form.Text("return")));
        if (new Person("", email).EmailFault is { } fault)
        {
            return await SignIn(context, visitors, next, (email, fault));
        }
        var guide = visitors.Desk(context).Guide;
        var desk = guide.Document.Id;
        requests.Add(() => contacts.Send(guide, email, secret => PortalAddresses.Enter(desk, secret, next)));
        return SeeOther.To(PortalAddresses.SignInSent(desk));
    }

    private static IResult Sent(HttpContext context, PortalVisitors visitors)
    {
        if (visitors.BelieveThem)
        {
            return ProblemPages.NoSuchPage();
        }
        var (guide, now) = visitors.Desk(context);
        var view = new PortalSentView(PortalFrames.Of(guide, now), PortalAddresses.SignIn(guide.Document.Id));
        return new RazorComponentResult<PortalSentPage>(new { View = view });
    }

    private static async Task<IResult> Leave(HttpContext context, PortalVisitors visitors, ContactEntry contacts)
    {
        var cameByLink = await visitors.Find(context) is { Only: not null };
        // Whoever uses the browser next came by no link either.
        LinkCookie.Delete(context);
        await contacts.SignOut(context);
        var desk = visitors.Desk(context).Guide.Document.Id;
        return cameByLink
            ? SeeOther.To(
                visitors.BelieveThem ? PortalAddresses.Home(desk) : PortalAddresses.SignIn(desk),
                "This browser has forgotten the link"
            )
            : IssuerEndpoints.Left(context, PortalAddresses.SignIn(desk));
    }

    private static async Task<IResult> AskEntry(
        HttpContext context,
        string secret,
        PortalVisitors visitors,
        ContactEntry contacts
    ) =>
        await contacts.Find(visitors.Desk(context).Guide, secret) is { Count: > 0 } people
            ? EntryPage(context, visitors, people)
            : NoSuchLink(context, visitors);

    private static async Task<IResult> Enter(
        HttpContext context,
        string secret,
        PortalVisitors visitors,
        ContactEntry contacts
    )
    {
        var form = await FormValues.Of(context);
        var people = await contacts.Find(visitors.Desk(context).Guide, secret);
        var who = people is [var only] ? only : people.FirstOrDefault(one => one.Id == form.Text("who"));
        if (people.Count > 1 && who is null)
        {
            return EntryPage(context, visitors, people, "Choose for whom you sign in.");
        }
        return who is not null && await contacts.Enter(context, secret, who)
            ? SeeOther.To(After(context, form.Text("return")))
            : NoSuchLink(context, visitors);
    }

    private static async Task<IResult> SignIn(
        HttpContext context,
        PortalVisitors visitors,
        string next,
        (string Email, string Fault)? wrong = null
    )
    {
        var (guide, now) = visitors.Desk(context);
        var frame = PortalFrames.Of(guide, now) with { Notice = NoticeCookie.Take(context) };
        var issuers = context.RequestServices.GetRequiredService<IssuerDoor>();
        var view = new PortalSignInView(frame, PortalAddresses.SignIn(guide.Document.Id))
        {
            Left = issuers.Left(context) is { } left ? (left.Name, IssuerDoor.Leaves(left)) : null,
            Email = new FieldView("email", "Your e-mail address", FieldType.Email)
            {
                Value = wrong?.Email is { Length: <= LongestEmail } typed ? typed : "",
                Error = wrong?.Fault,
                Autocomplete = "email",
                Hint = "The one that your organisation has given us for you.",
            },
            Return = next,
            MailLeaves = await LeavingMail.Leaves(context),
            Issuers =
            [
                .. issuers.OfContacts(guide.Document.Id).Select(one => (one.Name, IssuerDoor.Begins(one, next))),
            ],
        };
        return new RazorComponentResult<PortalSignInPage>(new { View = view })
        {
            StatusCode = wrong is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
    }

    private static RazorComponentResult<PortalEnterPage> EntryPage(
        HttpContext context,
        PortalVisitors visitors,
        IReadOnlyList<KnownContact> people,
        string? fault = null
    )
    {
        var (guide, now) = visitors.Desk(context);
        (context.Response.Headers.CacheControl, context.Response.Headers.Pragma) = ("no-cache, no-store", "no-cache");
        var view = new PortalEnterView(PortalFrames.Of(guide, now), context.Request.Path, people[0].Words)
        {
            Who =
                people.Count == 1
                    ? null
                    : new FieldView("who", "For whom do you sign in?", FieldType.Choice)
                    {
                        Options = [.. people.Select(one => new OptionView(one.Id, one.Words))],
                        Error = fault,
                    },
            Return = After(context, context.Request.Query["return"]),
        };
        return new RazorComponentResult<PortalEnterPage>(new { View = view })
        {
            StatusCode = fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
    }

    private static RazorComponentResult<PortalNoLinkPage> NoSuchLink(HttpContext context, PortalVisitors visitors)
    {
        var (guide, now) = visitors.Desk(context);
        var view = new PortalSentView(PortalFrames.Of(guide, now), PortalAddresses.SignIn(guide.Document.Id));
        return new RazorComponentResult<PortalNoLinkPage>(new { View = view })
        {
            StatusCode = StatusCodes.Status404NotFound,
        };
    }

    private static string After(HttpContext context, string? wanted) =>
        PortalAddresses.Within((string)context.GetRouteValue("desk")!, Addresses.Local(wanted));
}
