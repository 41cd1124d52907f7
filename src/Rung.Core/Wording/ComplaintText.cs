using Rung.Core.Complaints;
using Rung.Core.Guides;

namespace Rung.Core.Wording;

/// <summary>What happened to a complaint, as one line of a timeline; without its time and author.</summary>
internal static class ComplaintText
{
    public static string Of(Guide guide, ComplaintEvent happened) =>
        happened switch
        {
            ComplaintAcknowledged acknowledged =>
                $"Acknowledged by {EventText.Words(acknowledged.Channel)}: {acknowledged.Text}",
            HoldingReplied reply =>
                $"Holding reply by {EventText.Words(reply.Channel)}{Until(guide, reply)}: {reply.Text}",
            ComplaintAnswered answered => $"Answered by {EventText.Words(answered.Channel)}: {answered.Text}",
            ComplaintEscalated escalated => $"Taken to {EventText.Route(guide, escalated.Route)}: {escalated.Text}",
            PaperAdded { Paper: { } paper } => $"Paper added: {paper.Name}",
            _ => "Paper added",
        };

    private static string Until(Guide guide, HoldingReplied reply) =>
        reply.Due is { } due ? $", the rest by {Say.AtWithZone(due, guide.DeskCalendar.Zone)}" : "";
}
