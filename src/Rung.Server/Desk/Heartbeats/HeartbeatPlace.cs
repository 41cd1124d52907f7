using Rung.Core.Guides;
using Rung.Server.Desk.Mails;

namespace Rung.Server.Desk.Heartbeats;

/// <summary>The desk's address that heartbeats write to, each behind a plus sign of its own.</summary>
internal static class HeartbeatPlace
{
    /// <returns>Null: the desk takes no mail.</returns>
    public static string? Of(Guide guide) =>
        guide
            .Routes.Select(MailRoutes.From)
            .OfType<string>()
            .FirstOrDefault(address => MailUse.Of(guide, address) is MailUse.Answer);
}
