using Rung.Server.Desk.Mails;
using Rung.Server.Pages.Calls;
using Rung.Server.Pages.Frame;

namespace Rung.Server.Pages.Intake;

/// <summary>What the forms of a mail need.</summary>
internal sealed record MailParts(
    FrameMaker Frames,
    MailPages Pages,
    MailSender Sender,
    IntakeDesk Intake,
    CallSender Calls
);
