using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Desk;
using Rung.Server.Desk.Mails;
using Rung.Server.Pages.Calls;
using Rung.Server.Pages.Drafts;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Storage;
using Rung.Storage.Drafts;
using Rung.Storage.Inbound;

namespace Rung.Server.Pages.Intake;

/// <summary>Carries out what the forms of a mail ask for.</summary>
internal sealed class MailSender(RungDatabase database, DeskRegister desks, IntakeDesk intake)
{
    /// <summary>Keeps what is typed until the mail is logged.</summary>
    public Task Keep(CallScene scene) =>
        database.Drafts.Save(
            new Draft(DraftKeys.OfMail(scene.Mail!.Kept.Id, scene.Visit.Actor), scene.Form.Keep(), scene.Visit.Now)
        );

    /// <summary>Makes a case of it: clear, or On-Hold with what is missing (ESS-37, ESS-39).</summary>
    public Task<DeskAnswer> Log(CallScene scene, LogCase command)
    {
        if (scene.OwnReference.Refused is { } refused)
        {
            return Task.FromResult(refused);
        }
        var (visit, mail) = (scene.Visit, scene.Mail!.Kept);
        var who = new Requester(visit.Actor) { Draft = DraftKeys.OfMail(mail.Id, visit.Actor) };
        return intake.Log(mail, visit.Guide, command, who);
    }

    public Task<DeskAnswer> Attach(Visit visit, InboundMail mail, CaseReference reference, EnteredAs entered) =>
        intake.Attach(mail, reference, entered, visit.Actor);

    /// <returns>Null: there is no such form.</returns>
    public async Task<IntakeAnswer?> Decide(Visit visit, InboundMail mail, string action, FormValues form) =>
        action switch
        {
            MailActions.Discard => await intake.Discard(mail, form.Text("reason"), visit.Actor),
            MailActions.Restore => await intake.Restore(mail, visit.Guide, visit.Actor),
            MailActions.Retry => await intake.Retry(mail, visit.Actor),
            MailActions.HandOver => HandOvers.Find(visit.Guide, form.Text("route")) is { } route
                ? await intake.HandOver(mail, route, form.Maybe("note"), visit.Actor)
                : new IntakeAnswer.Refused("Choose who takes it over."),
            MailActions.Move => Place(form.Text("place")) is { } place
                ? await intake.Move(mail, place, visit.Actor)
                : new IntakeAnswer.Refused("Choose where it goes."),
            _ => null,
        };

    private MailPlace? Place(string sent) =>
        MailPlace.Of(desks.Active).FirstOrDefault(place => MailActions.Place(place.Desk, place.Address) == sent);
}
