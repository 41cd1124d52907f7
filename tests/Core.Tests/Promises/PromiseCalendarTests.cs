using Ical.Net;
using NodaTime;
using NodaTime.Text;
using Rung.Core.Promises;
using Xunit;

namespace Rung.Core.Tests.Promises;

/// <summary>Promises as a calendar that other programs read. RFC 5545.</summary>
public sealed class PromiseCalendarTests
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    /// <summary>In July London is an hour before UTC: 14:31 there is 15:31 on the wall; in December it is the same.</summary>
    [Theory]
    [InlineData("2026-07-02T14:31:00Z", "20260702T153100")]
    [InlineData("2026-12-31T15:31:00Z", "20261231T153100")]
    public void A_promise_stands_at_its_due_in_its_zone_with_that_zones_rules(string due, string wall)
    {
        var text = PromiseCalendar.Write("Desk", [Event(At(due), "Call-back: R-7K4-219")]);
        Assert.Contains($"DTSTART;TZID=Europe/London:{wall}\r\n", text, StringComparison.Ordinal);
        Assert.Contains("BEGIN:VTIMEZONE", text, StringComparison.Ordinal);
        Assert.Contains("UID:R-7K4-219.Call/x/1@desk\r\n", text, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:7\r\n", text, StringComparison.Ordinal);
        var read = Assert.Single(Calendar.Load(text)!.Events);
        Assert.Equal(At(due).ToDateTimeUtc(), read.Start!.AsUtc);
    }

    [Fact]
    public void Without_a_promise_it_is_a_calendar_all_the_same() =>
        Assert.Empty(Calendar.Load(PromiseCalendar.Write("Desk", []))!.Events);

    /// <summary>What a customer wrote into a subject opens no line of its own.</summary>
    [Fact]
    public void No_text_breaks_out_of_its_line()
    {
        var hostile = "x\r\nEND:VEVENT\r\nATTACH:https://example.net/x;y,z\\";
        var text = PromiseCalendar.Write("Desk\r\nX-BAD:1", [Event(At("2026-07-02T14:31:00Z"), hostile)]);
        var lines = text.Split("\r\n");
        Assert.Single(lines, line => line == "END:VEVENT");
        Assert.DoesNotContain(lines, line => line.StartsWith("ATTACH", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith("X-BAD", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75, line));
    }

    private static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).Value;

    private static PromiseEvent Event(Instant due, string title) =>
        new("R-7K4-219.Call/x/1@desk", 7, due, London)
        {
            ChangedAt = At("2026-07-01T08:00:00Z"),
            Title = title,
            Text = title,
        };
}
