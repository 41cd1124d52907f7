using Rung.Server.Desk;
using Rung.Server.Desk.Mails;
using Rung.Server.Hosting;
using Rung.Server.Pages.Frame;
using Rung.Storage;

namespace Rung.Server.Pages.Outgoing;

/// <summary>What the pages of outgoing messages need.</summary>
internal sealed class OutgoingParts(
    FrameMaker frames,
    RungDatabase database,
    OutgoingMails mails,
    DeskLive live,
    RungOptions options
)
{
    public FrameMaker Frames => frames;
    public RungDatabase Database => database;
    public OutgoingMails Mails => mails;
    public DeskLive Live => live;

    public SentWords Words(Visit visit) =>
        new(visit.Now, visit.Zone, options.Smtp is null ? MailServer.None : MailServer.Set);
}
