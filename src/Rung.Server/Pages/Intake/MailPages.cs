using Rung.Server.Desk;
using Rung.Server.Desk.Mails;
using Rung.Server.Pages.Calls;
using Rung.Server.Pages.Cases.Actions;
using Rung.Server.Pages.Drafts;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Storage;
using Rung.Storage.Cases;
using Rung.Storage.Inbound;

namespace Rung.Server.Pages.Intake;

/// <summary>Fetches what the page of a mail shows.</summary>
internal sealed class MailPages(
    RungDatabase database,
    DeskRegister desks,
    ServiceDesk desk,
    FrameMaker frames,
    CallReader calls,
    MailReading reading
)
{
    /// <returns>Null: this desk has no such mail.</returns>
    public async Task<InboundMail?> Find(Visit visit, long id) =>
        await database.Inbound.Find(id) is { } mail
        && await desk.MaySee((mail.Desk, mail.CaseId), visit.Desk, visit.Actor)
            ? mail
            : null;

    /// <param name="sent">What was sent of the form that logs it; null: what is kept of it, else what the mail says.</param>
    public async Task<MailScene> Scene(Visit visit, InboundMail mail, FormValues? sent = null)
    {
        var isRead = mail.State is not (InboundState.SetAside or InboundState.Received);
        var read = isRead ? await reading.Read(mail) : null;
        var scene = new MailScene(visit, mail, read)
        {
            Case = mail.CaseId is { } id ? (await database.Cases.Load(id))?.Reference : null,
            Places = [.. MailPlace.Of(desks.Active).Where(place => !IsAt(mail, place))],
            Open = visit.Query("do") is { } asked ? new OpenForm(asked, null, []) : null,
        };
        return read is not null && scene.IsUnlogged ? scene with { Log = await Log(visit, read, sent) } : scene;
    }

    public async Task<MailView> Read(MailScene scene)
    {
        var frame = await frames.Frame(scene.Visit);
        return MailMaker.Of(scene, frame);
    }

    private async Task<CallScene> Log(Visit visit, ReadMail read, FormValues? sent)
    {
        var kept = sent is null ? await database.Drafts.Find(DraftKeys.OfMail(read.Kept.Id, visit.Actor)) : null;
        var form =
            sent is not null ? MailForm.Of(read, sent)
            : kept is not null && CallForm.Kept(kept.Body) is { } typed ? typed
            : MailForm.Prefilled(read);
        return (await calls.Scene(visit, form)) with { Mail = read, SavedAt = kept?.SavedAt };
    }

    private static bool IsAt(InboundMail mail, MailPlace place) =>
        place.Address.Equals(mail.Mailbox, StringComparison.OrdinalIgnoreCase);
}
