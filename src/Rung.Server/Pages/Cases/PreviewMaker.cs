using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Desk;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;

namespace Rung.Server.Pages.Cases;

/// <summary>What the customer would get for a text, decided by the core as if it were sent, and nothing kept.</summary>
internal static class PreviewMaker
{
    /// <summary>Last part of the form's address.</summary>
    public const string Action = "preview";

    /// <summary>The reply's form as it was sent, with the preview or with what stands in its way.</summary>
    public static Sent Of(CaseSnapshot found, Visit visit, FormValues form)
    {
        var moment = Moment.Now(visit.Actor, found.Now, default);
        return CaseDesk.Handle(found.Guide, found.Events, CaseSender.Reply(found, form), moment) switch
        {
            Handled.Done done => new Sent("reply", form, []) { Preview = Of(done.Change) },
            Handled.Refused refused => new Sent("reply", form, [CiteMaker.Of(found.Guide, refused.Refusal)]),
            var unknown => throw new NotSupportedException($"No preview of {unknown.GetType().Name}."),
        };
    }

    private static PreviewView Of(Change change) =>
        change.Messages.FirstOrDefault(message => message.Channel == Channel.Email) is { } mail
            ? new PreviewView(mail.Subject, mail.Text)
            : new PreviewView("No mail is sent", "The guide has no mail for an update.");
}
