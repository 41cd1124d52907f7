using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Cases.Deciding;

namespace Rung.Core.Escalations.Deciding;

/// <summary>A time at which the customer is to be called, in their own zone. SMC-08.</summary>
internal static class CallBackTime
{
    private static readonly Duration Furthest = Duration.FromDays(31);

    public static Refusal? Refuses(Decision decision, Instant? at, string? zone)
    {
        if (zone is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
        {
            return new Refusal(
                RefusalCode.InvalidInput,
                "The zone is not known: write one of the time zone database, such as Europe/London."
            );
        }
        return at is { } due && !IsToCome(decision, due)
            ? new Refusal(
                RefusalCode.InvalidInput,
                "A contact is agreed for a time to come, within 31 days, such as 16:30: correct its time."
            )
            : null;
    }

    /// <summary>Whether something may be agreed for then: not past, and within 31 days.</summary>
    public static bool IsToCome(Decision decision, Instant at) => at >= decision.At && at - decision.At <= Furthest;

    public static CallBackAgreed? Of(Decision decision, Instant? at, string? zone) =>
        at is { } due ? new CallBackAgreed(due, zone ?? ZoneOf(decision)) : null;

    /// <summary>The customer's zone as the contract has it, else the desk's.</summary>
    public static string ZoneOf(Decision decision)
    {
        var contract = decision.Guide.Contract(decision.State.Logged.Reporter.Contract);
        return (contract?.Zone ?? decision.Guide.DeskCalendar.Zone).Id;
    }
}
