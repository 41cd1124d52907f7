using NodaTime;
using NodaTime.Text;

namespace Rung.Server.Pages.Cases.Actions;

/// <summary>A time to come as it is typed, by the customer's clock: <c>16:30</c>, or with the date. SMC-08.</summary>
internal static class TypedMoment
{
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    private static readonly LocalDateTimePattern Full = LocalDateTimePattern.CreateWithInvariantCulture(
        "uuuu-MM-dd H:mm"
    );

    /// <summary>Stands for what cannot be read; refused as a time that is no time to come.</summary>
    public static Instant Wrong { get; } = Instant.FromUtc(1900, 1, 1, 0, 0);

    /// <summary>Null: it cannot be read. A time alone is the next time that the clock shows it.</summary>
    public static Instant? Of(ActionScene scene, string typed)
    {
        var zone = ZoneOf(scene);
        if (Full.Parse(typed.Trim()) is { Success: true, Value: var full })
        {
            return zone.AtLeniently(full).ToInstant();
        }
        if (Time.Parse(typed.Trim()) is not { Success: true, Value: var time })
        {
            return null;
        }
        var today = scene.Found.Now.InZone(zone).Date;
        var at = zone.AtLeniently(today + time).ToInstant();
        return at >= scene.Found.Now ? at : zone.AtLeniently(today.PlusDays(1) + time).ToInstant();
    }

    /// <summary>The customer's zone as the contract has it, else the desk's.</summary>
    public static DateTimeZone ZoneOf(ActionScene scene) =>
        scene.Guide.Contracts.FirstOrDefault(contract => contract.Id == scene.State.Logged.Reporter.Contract)?.Zone
        ?? scene.Guide.DeskCalendar.Zone;
}
