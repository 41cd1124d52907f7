using NodaTime;
using Rung.Core.Guides;

namespace Rung.Core.Escalations.Climbing;

/// <summary>When a condition comes to hold by the mere passing of time.</summary>
internal static class WhenFirst
{
    // Four openings and closings a day for three months; then something has happened on any case that is still open.
    private const int MostSteps = 400;

    /// <summary>The first instant from <paramref name="from"/> on at which it holds if nothing happens; null: none is near.</summary>
    public static Instant? Holds(CaseFacts facts, When when, Instant from)
    {
        Instant? at = from;
        for (var step = 0; step < MostSteps && at is { } then; step++)
        {
            if ((facts with { Now = then }).Hold(when))
            {
                return then;
            }
            at = NextChange(facts, when, then);
        }
        return null;
    }

    private static Instant? NextChange(CaseFacts facts, When when, Instant after) =>
        when.Whole().Select(part => NextChangeOf(facts, part, after)).Min();

    private static Instant? NextChangeOf(CaseFacts facts, When part, Instant after) =>
        part switch
        {
            When.OpenFor open when facts.State!.Logged.At + open.AtLeast is var then && then > after => then,
            When.Hours hours => Turn(facts.Guide.Calendars[hours.Calendar], after),
            When.Is { Fact: Fact.ServiceClass } => facts
                .Guide.Services.SelectMany(service => service.Seasons)
                .Select(season => Turn(facts.Guide.Calendars[season.During], after))
                .Min(),
            _ => null,
        };

    private static Instant? Turn(Time.WorkingCalendar calendar, Instant after)
    {
        var turn = calendar.IsOpen(after) ? calendar.NextClosing(after) : calendar.NextOpening(after);
        return turn.Ok && turn.Value > after ? turn.Value : null;
    }
}
