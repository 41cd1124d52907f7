using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;
using Calendar = Ical.Net.Calendar;

namespace Rung.Core.Promises;

/// <summary>
/// Promises as a calendar (RFC 5545): one event for each, at its due, in the zone that it was agreed in, with that zone's rules.
/// </summary>
public static class PromiseCalendar
{
    private const string Product = "-//Rung//Promises//EN";

    /// <summary>How long each stands in the calendar, from its due on.</summary>
    private const int Minutes = 15;

    /// <summary>How often programs ask for it anew.</summary>
    private const string Refresh = "PT15M";

    /// <param name="name">What programs call the calendar.</param>
    /// <param name="entries">Each with another id.</param>
    /// <returns>Lines end in CR LF; empty of events when nothing is owed.</returns>
    public static string Write(string name, IReadOnlyList<PromiseEvent> entries)
    {
        var calendar = new Calendar { ProductId = Product, Version = "2.0" };
        calendar.AddProperty("X-WR-CALNAME", name);
        calendar.AddProperty("REFRESH-INTERVAL;VALUE=DURATION", Refresh);
        calendar.AddProperty("X-PUBLISHED-TTL", Refresh);
        foreach (var zone in entries.GroupBy(one => one.Zone.Id, StringComparer.Ordinal))
        {
            var earliest = zone.Min(one => one.Due).InZone(zone.First().Zone).LocalDateTime;
            calendar.AddTimeZone(
                VTimeZone.FromDateTimeZone(zone.Key, earliest.PlusYears(-1).ToDateTimeUnspecified(), false)
            );
        }
        calendar.Events.AddRange(entries.Select(Event));
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalendarEvent Event(PromiseEvent one) =>
        new()
        {
            Uid = one.Id,
            Sequence = one.Revision,
            DtStamp = At(one.ChangedAt.InUtc()),
            LastModified = At(one.ChangedAt.InUtc()),
            Start = At(one.Due.InZone(one.Zone)),
            Duration = Ical.Net.DataTypes.Duration.FromMinutes(Minutes),
            Summary = one.Title,
            Description = one.Text,
            // Nobody is kept from anything by it.
            Transparency = TransparencyType.Transparent,
        };

    private static CalDateTime At(ZonedDateTime at) =>
        new(at.Year, at.Month, at.Day, at.Hour, at.Minute, at.Second, at.Zone.Id);
}

/// <summary>One promise in a calendar.</summary>
/// <param name="Id">The same for as long as it is owed, and no other's anywhere.</param>
/// <param name="Revision">Rises whenever something of it changes.</param>
public sealed record PromiseEvent(string Id, int Revision, Instant Due, DateTimeZone Zone)
{
    /// <summary>When something of it last changed.</summary>
    public required Instant ChangedAt { get; init; }

    /// <summary>What it is, in a line.</summary>
    public required string Title { get; init; }

    /// <summary>What it is about; may have several lines.</summary>
    public required string Text { get; init; }
}
