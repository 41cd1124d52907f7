using Rung.Storage;

namespace Rung.Server.Desk.Heartbeats;

/// <summary>What whoever registers heartbeats needs.</summary>
internal sealed record HeartbeatParts(
    RungDatabase Database,
    HeartbeatRegister Register,
    HeartbeatMails Mails,
    DeskClock Clock
);
