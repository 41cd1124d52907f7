using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Core.Cases;
using Rung.Server.Desk;
using Rung.Server.Desk.Mails;
using Rung.Server.Pages.Calls;
using Rung.Server.Pages.Cases.Actions;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Problems;
using Rung.Storage.Inbound;

namespace Rung.Server.Pages.Intake;

internal static class IntakeEndpoints
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/{desk}/intake", List);
        pages.MapGet("/{desk}/mails/{id:long}", Show);
        pages.MapPost("/{desk}/mails/{id:long}/log", Log);
        pages.MapPost("/{desk}/mails/{id:long}/{action}", Act);
        // Where a refused form was sent to, loaded again: the mail itself.
        pages.MapGet(
            "/{desk}/mails/{id:long}/{action}",
            (string desk, long id) => Results.Redirect(Addresses.Mail(desk, id))
        );
    }

    public static RazorComponentResult<MailPage> Page(MailView view, int status = StatusCodes.Status200OK) =>
        new(new { View = view }) { StatusCode = status };

    public static RazorComponentResult<ProblemPage> NoSuchMail(string desk) =>
        ProblemPages.Page(
            new ProblemView(
                404,
                "There is no such mail",
                "This desk has no mail at this address. The intake has what waits."
            )
            {
                BackLabel = "To the intake",
                BackHref = Addresses.Intake(desk),
            }
        );

    private static async Task<IResult> List(HttpContext context, FrameMaker frames, IntakePages pages) =>
        new RazorComponentResult<IntakePage>(new { View = await pages.Read(frames.Visit(context)) });

    private static async Task<IResult> Show(HttpContext context, long id, MailParts parts)
    {
        var visit = parts.Frames.Visit(context);
        return await parts.Pages.Find(visit, id) is { } mail
            ? Page(await parts.Pages.Read(await parts.Pages.Scene(visit, mail)))
            : NoSuchMail(visit.Desk);
    }

    private static async Task<IResult> Log(HttpContext context, long id, MailParts parts)
    {
        var visit = parts.Frames.Visit(context);
        return await parts.Pages.Find(visit, id) is { } mail
            ? await new LoggingMail(parts).Take(visit, mail, await FormValues.Of(context))
            : NoSuchMail(visit.Desk);
    }

    private static async Task<IResult> Act(HttpContext context, long id, string action, MailParts parts)
    {
        var visit = parts.Frames.Visit(context);
        if (await parts.Pages.Find(visit, id) is not { } mail)
        {
            return NoSuchMail(visit.Desk);
        }
        var form = await FormValues.Of(context);
        var asked = new MailAsked(visit, mail, action, form);
        if (action == MailActions.Attach)
        {
            return await Attach(asked, parts);
        }
        return await parts.Sender.Decide(visit, mail, action, form) switch
        {
            IntakeAnswer.Done => SeeOther.To(After(asked), Notice(action, mail)),
            IntakeAnswer.Settled => Settled(asked),
            IntakeAnswer.Refused refused => await Refuse(asked, new ErrorView(refused.Sentence), parts),
            _ => ProblemPages.NoSuchPage(),
        };
    }

    private static async Task<IResult> Attach(MailAsked asked, MailParts parts)
    {
        var (visit, text) = (asked.Visit, asked.Form.Text("reference"));
        if (!CaseReference.TryParse(visit.Guide.Desk.ReferencePrefix, text, out var reference))
        {
            var sentence =
                text.Length == 0
                    ? "Say which case: its reference is enough."
                    : $"“{text}” is no reference: its last character guards the others.";
            return await Refuse(asked, new ErrorView(sentence), parts);
        }
        if (asked.Form.Fault([MailActions.As(Gist.Other)]) is { } fault)
        {
            return await Refuse(asked, fault, parts);
        }
        var entered = asked.Form.Text("as") == MailActions.Question ? EnteredAs.Question : EnteredAs.Answer;
        return await parts.Sender.Attach(visit, asked.Mail, reference.Value, entered) switch
        {
            DeskAnswer.Done done => SeeOther.To(
                Addresses.Intake(visit.Desk),
                $"The mail is on {(done.Next?.Reference ?? done.Case.State.Reference).Text}"
            ),
            DeskAnswer.Refused refused => await Refuse(asked, CiteMaker.Of(visit.Guide, refused.Refusal), parts),
            _ => Settled(asked),
        };
    }

    // The page of the mail says who decided what.
    private static IResult Settled(MailAsked asked) =>
        SeeOther.To(Addresses.Mail(asked.Visit.Desk, asked.Mail.Id), "Somebody decided before: nothing was done.");

    private static async Task<IResult> Refuse(MailAsked asked, ErrorView error, MailParts parts)
    {
        var scene = await parts.Pages.Scene(asked.Visit, asked.Mail) with
        {
            Open = new OpenForm(asked.Action, asked.Form, [error]),
        };
        return Page(await parts.Pages.Read(scene), StatusCodes.Status422UnprocessableEntity);
    }

    private static string After(MailAsked asked) =>
        asked.Action == MailActions.Restore
            ? Addresses.Mail(asked.Visit.Desk, asked.Mail.Id)
            : Addresses.Intake(asked.Visit.Desk);

    private static string Notice(string action, InboundMail mail) =>
        action switch
        {
            MailActions.Discard => $"“{IntakeRows.Subject(mail)}” is left alone",
            MailActions.Restore => "The mail waits to be logged again, as received when it was",
            MailActions.HandOver => $"“{IntakeRows.Subject(mail)}” is handed over, as received when it was",
            MailActions.Retry => "The mail is handled once more",
            _ => $"“{IntakeRows.Subject(mail)}” has moved, as received when it was",
        };

    private sealed record MailAsked(Visit Visit, InboundMail Mail, string Action, FormValues Form);
}
