using NodaTime;
using NodaTime.Text;

namespace Rung.Server.Pages.Cases.Actions;

/// <summary>A moment as it is typed, by the customer's clock: <c>16:30</c>, or with the date. SMC-08.</summary>
internal static class TypedMoment
{
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    private static readonly LocalDateTimePattern Full = LocalDateTimePattern.CreateWithInvariantCulture(
        "uuuu-MM-dd H:mm"
    );

    /// <summary>Stands for what cannot be read; refused as a moment that cannot be.</summary>
    public static Instant Wrong { get; } = Instant.FromUtc(1900, 1, 1, 0, 0);

    /// <summary>One to come. Null: it cannot be read. A time alone is the next time that the clock shows it.</summary>
    public static Instant? Of(ActionScene scene, string typed) =>
        Read(scene, typed, shown => shown.First(at => at >= scene.Found.Now));

    /// <summary>One that was. Null: it cannot be read. A time alone is the last time that the clock showed it.</summary>
    public static Instant? Before(ActionScene scene, string typed) =>
        Read(scene, typed, shown => shown.Last(at => at <= scene.Found.Now));

    private static Instant? Read(ActionScene scene, string typed, Func<IEnumerable<Instant>, Instant> pick)
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
        return pick(Enumerable.Range(-1, 3).SelectMany(day => Shown(zone, today.PlusDays(day) + time)));
    }

    // Twice where the clocks go back; where they go forward, as much later.
    private static IEnumerable<Instant> Shown(DateTimeZone zone, LocalDateTime local)
    {
        var map = zone.MapLocal(local);
        return map.Count == 2
            ? [map.First().ToInstant(), map.Last().ToInstant()]
            : [zone.AtLeniently(local).ToInstant()];
    }

    /// <summary>The customer's zone as the contract has it, else the desk's.</summary>
    public static DateTimeZone ZoneOf(ActionScene scene) =>
        scene.Guide.Contract(scene.State.Logged.Reporter.Contract)?.Zone ?? scene.Guide.DeskCalendar.Zone;
}
