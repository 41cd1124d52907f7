using Rung.Core.Guides;

namespace Rung.Server.Pages.Cases;

internal static class PriorityMaker
{
    /// <summary>A complaint has none, and lacks none .</summary>
    public static PriorityView OfComplaint { get; } =
        new("Complaint", "A complaint, which has no priority", PriorityTone.Ordinary);

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
