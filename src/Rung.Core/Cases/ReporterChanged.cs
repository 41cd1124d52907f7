using Rung.Core.Erasures;

namespace Rung.Core.Cases;

/// <summary>Somebody else of the customer stands for the case from now on; what was said before was said to whom it was. ESS-17.</summary>
/// <param name="From">The name of who was the reporter before.</param>
/// <param name="To">Of the same customer, under the same contract.</param>
/// <param name="Reason">Why; null: it is not for whoever reads.</param>
public sealed record ReporterChanged([Personal] string From, Reporter To, [Personal] string? Reason) : CaseEvent
{
    /// <summary>Who the reporter of a case with these events is.</summary>
    /// <param name="events">The first is <see cref="CaseLogged"/>.</param>
    public static Reporter ReporterOf(IReadOnlyList<CaseEvent> events)
    {
        for (var index = events.Count - 1; index > 0; index--)
        {
            if (events[index] is ReporterChanged changed)
            {
                return changed.To;
            }
        }
        return ((CaseLogged)events[0]).Reporter;
    }
}
