using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Server.Desk;
using Rung.Server.Desk.Mails;
using Rung.Server.Pages.Calls;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Storage.Inbound;

namespace Rung.Server.Pages.Intake;

/// <summary>A mail that is being logged: its form is kept, brought up to date, or makes the case.</summary>
internal sealed class LoggingMail(MailParts parts)
{
    public async Task<IResult> Take(Visit visit, InboundMail mail, FormValues sent)
    {
        var wish = sent.Text("do");
        var scene = await parts.Pages.Scene(visit, mail, Steered(sent, wish));
        if (scene.Log is not { } log)
        {
            return SeeOther.To(Addresses.Mail(visit.Desk, mail.Id), "Somebody decided before: nothing was done.");
        }
        return (wish, sent.Maybe("link")) switch
        {
            ("unclear" or "log", _) or (_, not null) when QuestionMaker.Fault(log) is { } fault => await Refuse(
                scene,
                log,
                fault
            ),
            ("unclear", _) => await Unclear(scene, log),
            (_, { } incident) => await Clear(scene, log, incident),
            ("log", _) => await Clear(scene, log, null),
            ("refer", _) when log.Customer?.FirstLine is not null => await Refer(scene, log),
            _ => await Again(scene, log, StatusCodes.Status200OK),
        };
    }

    // As CallPage steers a call: who was picked, changed or referred on.
    private static FormValues Steered(FormValues sent, string wish) =>
        (wish, sent.Maybe("pick")) switch
        {
            ("change-caller", _) => sent.With(("picked", ""), ("referred", "")),
            ("referred-on", _) => sent.With(("referred", "yes")),
            (_, { } pick) => sent.With(("picked", pick), ("referred", "")),
            _ => sent,
        };

    private async Task<IResult> Clear(MailScene scene, CallScene log, string? incident)
    {
        if (!log.IsPicked)
        {
            return await Refuse(scene, log, new ErrorView(CallMaker.Who(log), "caller"));
        }
        var answer = await parts.Sender.Log(log, log.Command);
        return answer is DeskAnswer.Done done ? await Logged(log, done, incident) : await NotLogged(scene, log, answer);
    }

    // ESS-39: a case is raised anyway, whoever it is for.
    private async Task<IResult> Unclear(MailScene scene, CallScene log)
    {
        var asks = log.Form.Values.Text("awaiting");
        if (MailForm.Hold(log.Guide) is not { } hold || asks.Length == 0)
        {
            var error = new ErrorView("Say what is missing: the sender is asked for it.", "f-awaiting");
            return await Refuse(scene, log, error);
        }
        var whole = log.IsPicked ? log : log with { Form = log.Form.With(("picked", $"{CallForm.Unregistered}/")) };
        var answer = await parts.Sender.Log(whole, whole.Command with { HoldReason = hold.Id, Awaiting = asks });
        return answer is DeskAnswer.Done done
            ? SeeOther.To(
                Addresses.Intake(log.Visit.Desk),
                $"{done.Case.State.Reference} is logged On-Hold; what is missing is asked for"
            )
            : await NotLogged(scene, log, answer);
    }

    private async Task<IResult> Logged(CallScene log, DeskAnswer.Done done, string? incident)
    {
        var (visit, state) = (log.Visit, done.Case.State);
        var priority = state.Logged.IsComplaint() ? "as a complaint" : state.Priority ?? "priority missing";
        var linked = "";
        if (CaseReference.TryParse(visit.Guide.Desk.ReferencePrefix, incident ?? "", out var other))
        {
            var answer = await parts.Calls.Link(log, state.Reference, other.Value);
            linked = answer is DeskAnswer.Done ? $", linked to {other}" : "; it could not be linked";
        }
        return SeeOther.To(Addresses.Intake(visit.Desk), $"{state.Reference} is logged, {priority}{linked}");
    }

    // ESS-05: no case, no clock; the mail is kept with the reason.
    private async Task<IResult> Refer(MailScene scene, CallScene log)
    {
        var said = await parts.Calls.Refer(log);
        await parts.Intake.Discard(scene.Mail, said, log.Visit.Actor);
        return SeeOther.To(Addresses.Intake(log.Visit.Desk), said);
    }

    private async Task<IResult> NotLogged(MailScene scene, CallScene log, DeskAnswer answer) =>
        answer is DeskAnswer.MailSettled
            ? SeeOther.To(
                Addresses.Mail(log.Visit.Desk, scene.Mail.Id),
                "Somebody was quicker: the mail is logged once, as it says here."
            )
            : await Again(scene, log with { Errors = CallSender.Errors(answer, log.Guide) }, RefusalStatus.Of(answer));

    private Task<IResult> Refuse(MailScene scene, CallScene log, ErrorView error) =>
        Again(scene, log with { Errors = [error] }, StatusCodes.Status422UnprocessableEntity);

    private async Task<IResult> Again(MailScene scene, CallScene log, int status)
    {
        await parts.Sender.Keep(log);
        var shown = scene with { Log = log with { SavedAt = log.Visit.Now } };
        return IntakeEndpoints.Page(await parts.Pages.Read(shown), status);
    }
}
