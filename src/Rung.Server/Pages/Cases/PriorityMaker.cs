using Rung.Core.Guides;

namespace Rung.Server.Pages.Cases;

internal static class PriorityMaker
{
    public static PriorityView Of(Guide guide, string? id)
    {
        if (guide.Priority(id) is not { } priority)
        {
            return new PriorityView("P?", "No priority yet", PriorityTone.Missing);
        }
        var tone = guide.Rank(id) switch
        {
            0 => PriorityTone.Highest,
            1 => PriorityTone.High,
            _ => PriorityTone.Ordinary,
        };
        return new PriorityView(priority.Id, priority.Says, tone);
    }
}
