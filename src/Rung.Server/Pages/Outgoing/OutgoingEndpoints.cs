using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Mail.Outbound;
using Rung.Server.Desk;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Problems;
using Rung.Storage.Cases;
using Rung.Storage.Outbox;

namespace Rung.Server.Pages.Outgoing;

/// <summary>What was written to whom, what did not arrive, and what somebody does about it.</summary>
internal static class OutgoingEndpoints
{
    private const string Nothing = "default-src 'none'; sandbox; frame-ancestors 'none'";
    private const string Framed = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";
    private const int MostShown = 200;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/{desk}/outgoing", List);
        pages.MapGet("/{desk}/outgoing/{id:long}", Show);
        pages.MapGet("/{desk}/outgoing/{id:long}/formatted", Formatted);
        pages.MapGet("/{desk}/outgoing/{id:long}/original", Original);
        pages.MapPost("/{desk}/outgoing/{id:long}/retry", Retry);
        pages.MapPost("/{desk}/outgoing/{id:long}/seen", Seen);
    }

    private static async Task<IResult> List(HttpContext context, OutgoingParts parts)
    {
        var visit = parts.Frames.Visit(context);
        var outbox = parts.Database.Outbox;
        var found = new Undelivered(
            await outbox.Failed(visit.Desk, MostShown),
            await outbox.Waiting(visit.Desk, visit.Now, MostShown)
        );
        var view = OutgoingMaker.List(await parts.Frames.Frame(visit), parts.Words(visit), found, visit.Desk);
        return new RazorComponentResult<UndeliveredPage>(new { View = view });
    }

    private static async Task<IResult> Show(HttpContext context, long id, OutgoingParts parts)
    {
        var visit = parts.Frames.Visit(context);
        if (await Find(visit, id, parts) is not { } queued)
        {
            return ProblemPages.NoSuchPage();
        }
        var made = await parts.Mails.Make(queued);
        var view = OutgoingMaker.One(await parts.Frames.Frame(visit), parts.Words(visit), queued, made);
        return new RazorComponentResult<OutgoingPage>(new { View = view });
    }

    // In a frame of its own in which nothing runs, loads or leads anywhere.
    private static async Task<IResult> Formatted(HttpContext context, long id, OutgoingParts parts)
    {
        if (await Mail(context, id, parts) is not { } mail)
        {
            return ProblemPages.NoSuchPage();
        }
        Protect(context, Framed);
        SecurityHeaders.LetUsFrame(context);
        return Results.Text(HtmlLetter.Of(mail.Subject, mail.Text, mail.Language), "text/html", Encoding.UTF8);
    }

    private static async Task<IResult> Original(HttpContext context, long id, OutgoingParts parts)
    {
        if (await Mail(context, id, parts) is not { } mail)
        {
            return ProblemPages.NoSuchPage();
        }
        Protect(context, Nothing);
        return Results.File(MailWriter.Write(mail), "application/octet-stream", $"sent-{id}.eml");
    }

    private static Task<IResult> Retry(HttpContext context, long id, OutgoingParts parts) =>
        Change(
            (context, id, parts),
            visit => parts.Database.Outbox.Retry(id, visit.Actor.Name, visit.Now),
            "It is sent again"
        );

    private static Task<IResult> Seen(HttpContext context, long id, OutgoingParts parts) =>
        Change(
            (context, id, parts),
            visit => parts.Database.Outbox.See(id, visit.Actor.Name),
            "Noted: you have seen to it"
        );

    private static async Task<IResult> Change(
        (HttpContext Context, long Id, OutgoingParts Parts) asked,
        Func<Visit, Task<bool>> change,
        string done
    )
    {
        var visit = asked.Parts.Frames.Visit(asked.Context);
        if (await Find(visit, asked.Id, asked.Parts) is not { } queued)
        {
            return ProblemPages.NoSuchPage();
        }
        var form = await asked.Context.Request.ReadFormAsync();
        var isChanged = await change(visit);
        asked.Parts.Live.Changed(queued.Desk ?? visit.Desk, queued.Reference ?? "");
        return SeeOther.To(
            Addresses.Local(form["return"]),
            isChanged ? done : "Somebody was quicker, or it has left meanwhile."
        );
    }

    private static async Task<OutgoingMail?> Mail(HttpContext context, long id, OutgoingParts parts) =>
        await Find(parts.Frames.Visit(context), id, parts) is { } queued ? (await parts.Mails.Make(queued)).Mail : null;

    private static async Task<QueuedMessage?> Find(Visit visit, long id, OutgoingParts parts) =>
        await parts.Database.Outbox.Find(id) is { } queued && await MaySee(visit, queued) ? queued : null;

    // What is told about a complaint is seen by those who may see that. ESS-93.
    private static async Task<bool> MaySee(Visit visit, QueuedMessage queued) =>
        queued.Desk is { } shelf
        && await visit
            .Context.RequestServices.GetRequiredService<ServiceDesk>()
            .MaySee((shelf, queued.Message.CaseId), visit.Desk, visit.Actor);

    private static void Protect(HttpContext context, string policy)
    {
        context.Response.Headers.ContentSecurityPolicy = policy;
        context.Response.Headers.CacheControl = "private, no-store";
    }
}
