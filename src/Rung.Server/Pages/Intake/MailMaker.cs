using Rung.Core.Guides;
using Rung.Mail.Inbound;
using Rung.Mail.Inbound.Bodies;
using Rung.Mail.Inbound.Threading;
using Rung.Server.Commands.Mail;
using Rung.Server.Desk.Mails;
using Rung.Server.Pages.Calls;
using Rung.Server.Pages.Cases;
using Rung.Server.Pages.Clocks;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Words;
using Rung.Storage.Inbound;

namespace Rung.Server.Pages.Intake;

/// <summary>The page of a mail from what is known of it.</summary>
internal static class MailMaker
{
    public static MailView Of(MailScene scene, FrameView frame)
    {
        var (visit, mail, read) = (scene.Visit, scene.Mail, scene.Read);
        var here = Addresses.Mail(visit.Desk, mail.Id);
        var ledger = IntakeRows.Ledger(mail, visit);
        return new MailView
        {
            Frame = frame,
            Id = mail.Id,
            Here = here,
            Subject = read is { Mail.Subject: { Length: > 0 } subject } ? subject : IntakeRows.Subject(mail),
            State = State(mail),
            Case = scene.Case is { } on ? new CaseLinkView(on.Text, Addresses.Case(visit.Desk, on.Text), 0) : null,
            Facts = Facts(mail, visit),
            Sender = Sender(scene),
            Clock = ledger is null ? null : ClockMaker.Of(ledger.Reading, visit.Guide, visit.Now),
            Ledger = ledger is null ? null : LedgerMaker.Of(ledger, visit.Guide, null, visit.Now),
            Advice = [.. MailAdvice.Of(scene)],
            Actions = MailActions.Of(scene, here),
            Errors = scene.Log?.Errors ?? [],
            Blocks = read is null ? [] : Blocks(read.Mail),
            FormattedHref = read?.Mail.Body.Html is null ? null : $"{here}/formatted",
            OriginalHref = $"{here}/original",
            Attachments = read is null ? [] : [.. read.Mail.Attachments.Select(one => Attachment(one, here))],
            Findings = read is null ? [] : [.. read.Mail.Findings.Select(finding => finding.Sentence)],
            Wanted =
                read is null || read.Nature.IsAutomatic ? [] : [.. read.Facts.Select(fact => Fact(fact, visit.Guide))],
            Log = scene.Log is { } log ? Log(log, frame) : null,
        };
    }

    private static string State(InboundMail mail) =>
        mail.State switch
        {
            InboundState.Received => "just come, not read yet",
            InboundState.Unlogged => "to be logged",
            InboundState.OnCase => "on a case",
            InboundState.LeftAlone => "left alone",
            InboundState.SetAside => "set aside",
            _ => throw new NotSupportedException($"No words for {mail.State}."),
        };

    private static string Facts(InboundMail mail, Visit visit)
    {
        string Near(NodaTime.Instant at) => MomentWords.Near(at, visit.Now, visit.Zone);
        var counts =
            mail.EffectiveAt is { } effective && effective > mail.ReceivedAt ? $" · counts from {Near(effective)}" : "";
        var who = mail is { DecidedBy: { } by, DecidedAt: { } at } ? $" · {by}, {Near(at)}" : "";
        return $"{IntakeRows.Route(mail, visit)} · received {Near(mail.ReceivedAt)}{counts}{who}";
    }

    private static SenderView Sender(MailScene scene)
    {
        var (mail, read) = (scene.Mail, scene.Read);
        if (read is null)
        {
            return new SenderView(IntakeRows.From(mail), null, "The message was not read.", null) { To = mail.Mailbox };
        }
        var known = read.Known.Contact is { } contact
            ? $"{contact.Name}, {read.Known.Customer!.Name}"
            : read.Known.Customer?.Name;
        return new SenderView(
            read.Mail.From?.ToString() ?? "nobody it names",
            IntakeRows.Word(read.Sender.Standing.ToString()),
            read.Sender.Says,
            known
        )
        {
            To = mail.Mailbox,
            Cc = read.Mail.Cc.Count == 0 ? null : string.Join(", ", read.Mail.Cc),
        };
    }

    private static IReadOnlyList<MailBlockView> Blocks(ReceivedMail mail) =>
        [
            .. mail
                .Body.Blocks.Where(block => !string.IsNullOrWhiteSpace(block.Text))
                .Select(block => new MailBlockView(block.Kind, block.Text.Trim('\n'))),
        ];

    private static AttachmentView Attachment(MailAttachment one, string here) =>
        new(one.FileName, $"{one.MediaType}, about {SizeWords.Of(one.Size)}", $"{here}/attachments/{one.Number}");

    // A record has the ids of roles; people read their titles.
    private static MailFactView Fact(Rung.Mail.Inbound.Facts.FoundFact fact, Guide guide)
    {
        var title = guide.Roles.FirstOrDefault(role => role.Id == fact.Value)?.Title;
        return new(fact.Fact.Name, fact.IsMissing, MailWords.Of(fact.Where), title ?? fact.Value);
    }

    private static MailLogView Log(CallScene log, FrameView frame)
    {
        var hold = MailForm.Hold(log.Guide);
        var awaiting = new FieldView("awaiting", "What is asked for, if it is not clear", FieldType.Long)
        {
            Optional = true,
            Hint = "Goes to the sender as it stands; the case waits On-Hold for the answer.",
        };
        return new MailLogView(CallMaker.Of(log, frame), hold is null ? null : log.Form.Values.Fill(awaiting))
        {
            Cite = hold is null ? null : CiteMaker.Of(log.Guide, hold.Cite),
        };
    }
}
