using System.Net.Mime;
using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Core.Escalations;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Problems;
using Rung.Server.SubjectAccess;
using Rung.Storage;

namespace Rung.Server.Pages.Customers;

/// <summary>Everything that is kept of somebody, for whoever answers their request for it. S72; UK GDPR, Articles 15 and 20.</summary>
internal static class SubjectEndpoints
{
    private const string NotYours =
        "What is kept of a person is taken out by whoever holds a post of an escalation ladder and may see every complaint of theirs. Ask one of them.";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/{desk}/customers/{id}/contacts/{part}/kept", Ask);
        pages.MapGet("/{desk}/customers/{id}/contacts/{part}/kept.zip", Give).WithMetadata(Audit.Export.Mark);
    }

    private static async Task<IResult> Ask(HttpContext context, FrameMaker frames, RungDatabase database)
    {
        var visit = frames.Visit(context);
        if (await Find(visit, database) is not { } subject)
        {
            return ProblemPages.NoSuchPage();
        }
        var here = Addresses.Contact(visit.Desk, subject.Customer.Id, subject.Contact.Id);
        return new RazorComponentResult<SubjectPage>(
            new
            {
                View = new SubjectView(await frames.Frame(visit), subject.Contact.Name, $"{here}/kept.zip", here)
                {
                    IsLadderPost = LadderPosts.IsHeldBy(visit.Guide, visit.Actor),
                },
            }
        );
    }

    private static async Task<IResult> Give(
        HttpContext context,
        FrameMaker frames,
        RungDatabase database,
        SubjectFile file
    )
    {
        var visit = frames.Visit(context);
        if (await Find(visit, database) is not { } subject)
        {
            return ProblemPages.NoSuchPage();
        }
        if (!LadderPosts.IsHeldBy(visit.Guide, visit.Actor) || !await file.SeesAll(subject, visit.Actor))
        {
            return ProblemPages.Page(new ProblemView(403, "This was not given out", NotYours));
        }
        context.Response.Headers.CacheControl = "private, no-store";
        var made = await file.Make(subject, context.RequestAborted);
        return Results.File(made, MediaTypeNames.Application.Zip, $"{subject.Customer.Id}-{subject.Contact.Id}.zip");
    }

    private static async Task<Subject?> Find(Visit visit, RungDatabase database)
    {
        var (id, part) = (visit.Context.GetRouteValue("id") as string, visit.Context.GetRouteValue("part") as string);
        return
            await database.Customers.Find(visit.Desk, id!) is { } customer
            && customer.Contacts.FirstOrDefault(one => one.Id == part) is { } contact
            ? new Subject(visit.Guide, customer, contact)
            : null;
    }
}
