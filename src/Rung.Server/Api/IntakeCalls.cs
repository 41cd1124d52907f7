using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Api.Binding;
using Rung.Server.Api.Bodies;
using Rung.Server.Api.Problems;
using Rung.Server.Desk;
using Rung.Server.Desk.Mails;
using Rung.Storage;
using Rung.Storage.Inbound;

namespace Rung.Server.Api;

/// <summary>Asks the desk what becomes of a mail, and words its answers.</summary>
internal sealed class IntakeCalls(
    CaseCalls calls,
    IntakeDesk intake,
    MailReading reading,
    RungDatabase database,
    DeskRegister desks,
    DeskClock clock
)
{
    public IEnumerable<string> Mailboxes => MailPlace.Of(desks.Active).Select(place => place.Address);

    public MailPlace? Place(string mailbox) =>
        MailPlace
            .Of(desks.Active)
            .FirstOrDefault(place => place.Address.Equals(mailbox, StringComparison.OrdinalIgnoreCase));

    public async Task<MailBody> Body(InboundMail mail, Guide guide)
    {
        var isRead = mail.State is not (InboundState.SetAside or InboundState.Received);
        var read = isRead ? await reading.Read(mail) : null;
        return MailBody.Of(mail, read, guide, clock.Now()) with
        {
            Case = mail.CaseId is { } id ? (await database.Cases.Load(id))?.Reference.Text : null,
        };
    }

    public Task<CaseOutcome> Log(AtMail at, LogCase command, Asked asked) =>
        calls.Ask(at.Guide, asked, StatusCodes.Status201Created, who => intake.Log(at.Mail, at.Guide, command, who));

    public async Task<CaseOutcome> Attach(AtMail at, MailAttachRequest asked, Actor by) =>
        CaseCalls.OutcomeOf(await intake.Attach(at.Mail, asked.Reference, asked.As, by), at.Guide);

    public async Task<Results<Ok<MailBody>, ProblemAnswer>> Decide(
        AtMail at,
        Func<IntakeDesk, Task<IntakeAnswer>> decide
    )
    {
        switch (await decide(intake))
        {
            case IntakeAnswer.Refused refused:
                return Refusing.Because(ProblemKind.Of(RefusalCode.InvalidInput), refused.Sentence);
            case IntakeAnswer.Settled:
                return CaseCalls.MailSettled;
            default:
                var mail = (await database.Inbound.Find(at.Mail.Id))!;
                desks.TryGet(mail.Desk, out var guide);
                return TypedResults.Ok(await Body(mail, guide ?? at.Guide));
        }
    }
}
