using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Wording;
using Rung.Server.Desk;
using Rung.Server.Pages.Cases;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Portal.Report;
using Rung.Storage;

namespace Rung.Server.Pages.Portal.Cases;

/// <summary>The cases of a customer, each in plain words, and what its people do to them. A read changes nothing (S14).</summary>
internal static class PortalCaseEndpoints
{
    public static void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet("/cases", List);
        portal.MapGet("/cases/{reference}", Show);
        portal.MapGet("/cases/{reference}/{action}", Ask);
        portal.MapPost("/cases/{reference}/{action}", Do);
        portal.MapGet("/cases/{reference}/papers/{hash}", Paper);
    }

    private static async Task<IResult> List(HttpContext context, PortalCaseList cases)
    {
        var visitor = PortalVisitor.Of(context);
        var ask = PortalCaseAsk.Of(visitor);
        var (rows, next) = await cases.Read(visitor, ask);
        var view = new PortalCasesView(PortalFrames.Of(visitor), PortalAddresses.Cases(visitor.Desk))
        {
            Filter = ask.Fields,
            Rows = [.. rows.Select(row => PortalCaseMaker.Row(visitor, row))],
            NextHref = next is null ? null : ask.Href(visitor.Desk, next),
            ReportHref = PortalAddresses.Report(visitor.Desk),
            CalendarHref = PortalAddresses.Calendar(visitor.Desk),
        };
        return new RazorComponentResult<PortalCasesPage>(new { View = view });
    }

    private static async Task<IResult> Show(HttpContext context, string reference, ReportDesk desk)
    {
        var visitor = PortalVisitor.Of(context);
        return await desk.Look(visitor, reference) is { } found
            ? new RazorComponentResult<PortalCasePage>(new { View = PortalCaseMaker.Of(visitor, found) })
            : PortalProblems.NoSuchCase(visitor, reference);
    }

    private static async Task<IResult> Ask(HttpContext context, string reference, string action, ReportDesk desk)
    {
        var visitor = PortalVisitor.Of(context);
        if (await desk.Look(visitor, reference) is not { } found)
        {
            return PortalProblems.NoSuchCase(visitor, reference);
        }
        return Find(action) is not { } asked ? PortalProblems.NoSuchPage(visitor)
            : asked.Offered(found.State) ? Page(visitor, found, asked, [], "")
            : SeeOther.To(PortalAddresses.Case(visitor.Desk, found.State.Reference.Text));
    }

    private static async Task<IResult> Do(HttpContext context, string reference, string action, PortalCaseParts parts)
    {
        var visitor = PortalVisitor.Of(context);
        if (await parts.Reports.Look(visitor, reference) is not { } found)
        {
            return PortalProblems.NoSuchCase(visitor, reference);
        }
        if (Find(action) is not { } asked)
        {
            return PortalProblems.NoSuchPage(visitor);
        }
        var form = await FormValues.Of(context);
        // Pressed twice: once it is done, the case is no longer one to which it could be done.
        if (await parts.Reports.Sent(visitor, form.Text("token")) is { } before)
        {
            return SeeOther.To(before);
        }
        var (papers, contents) = asked.HasFiles ? await FormPapers.Of(context) : FormPapers.None;
        if (Papers.RefusesMore(found.Events.SelectMany(CasePapers.Of), papers) is { } tooMuch)
        {
            return Page(visitor, found, asked, [CiteMaker.Of(found.Guide, tooMuch)], form.Text("text"));
        }
        var command = asked.Command(new PortalSaid(form.Text("text"), papers, visitor.Parts));
        var key = OnceOnly.Key(visitor.Visit, form.Text("token"));
        var who = new Requester(visitor.Visit.Actor)
        {
            Papers = contents,
            Keep = OnceOnly.Keep(key, $"{visitor.Id}/{reference}/{action}", done => After(visitor, done)),
        };
        return await parts.Desk.Handle(found.State.Reference, command, who) switch
        {
            DeskAnswer.Done done => SeeOther.To(After(visitor, done), Said(asked.For(found), found, done)),
            DeskAnswer.Answered answered => SeeOther.To(answered.Answer.Body),
            DeskAnswer.Refused refused => Page(
                visitor,
                found,
                asked,
                [CiteMaker.Of(found.Guide, refused.Refusal)],
                form.Text("text")
            ),
            _ => Page(visitor, found, asked, [new ErrorView("This was sent before. Go back to the case.")], ""),
        };
    }

    // Of a case of theirs, what was sent with something that they can read.
    private static async Task<IResult> Paper(
        HttpContext context,
        string reference,
        string hash,
        ReportDesk desk,
        RungDatabase database
    )
    {
        var visitor = PortalVisitor.Of(context);
        return
            await desk.Look(visitor, reference) is { } found
            && found.Told.Any(told => CustomerSees.Of(told.Event) && Has(told.Event, hash))
            && await database.Complaints.Paper(found.Id, hash) is { } bytes
            ? KeptFile.Of(context, bytes, PaperNames.Of(found, hash))
            : PortalProblems.NoSuchPage(visitor);
    }

    private static bool Has(CaseEvent happened, string hash) =>
        CasePapers.Of(happened).Any(paper => paper.Hash == hash);

    private static PortalAction? Find(string id) => PortalAction.All.FirstOrDefault(one => one.Id == id);

    private static string After(PortalVisitor visitor, DeskAnswer.Done done) =>
        PortalAddresses.Case(visitor.Desk, (done.Next?.Reference ?? done.Case.State.Reference).Text);

    private static string Said(PortalAction asked, CaseSnapshot before, DeskAnswer.Done done) =>
        done.Next is { } next
            ? $"{done.Case.State.Reference} stays closed; {next.Reference} begins, linked to it, with a fresh clock"
        : asked.Id == PortalAction.EscalateId ? PortalEscalation.Done(before.State, done.Case.State, before.Guide)
        : asked.Done;

    private static RazorComponentResult<PortalActionPage> Page(
        PortalVisitor visitor,
        CaseSnapshot found,
        PortalAction action,
        IReadOnlyList<ErrorView> errors,
        string typed
    )
    {
        var asked = action.For(found);
        var reference = found.State.Reference.Text;
        var view = new PortalActionView(
            PortalFrames.Of(visitor),
            PortalAddresses.Act(visitor.Desk, reference, asked.Id),
            PortalAddresses.Case(visitor.Desk, reference)
        )
        {
            Title = $"{reference}: {asked.Title}",
            Says = asked.Says,
            Button = asked.Button,
            Fields = [.. asked.Fields.Select(field => field with { Value = typed })],
            Errors = errors,
        };
        return new RazorComponentResult<PortalActionPage>(new { View = view })
        {
            StatusCode = errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        };
    }
}

/// <summary>What doing something to a case needs.</summary>
internal sealed record PortalCaseParts(ReportDesk Reports, ServiceDesk Desk);
