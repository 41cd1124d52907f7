using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Guides;
using Rung.Core.Time;
using Rung.Core.Wording;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>Semantics 27, "verdicts freeze at close": holidays that are learnt of later.</summary>
public class FrozenVerdictTests
{
    private static readonly LocalDate Tuesday = new(2026, 12, 15);

    // Mon 14 Dec 10:00 to Wed 16 Dec 12:00: 480 + 600 + 240 min; without the Tuesday 720.
    private static SimulatedCase Resolved() =>
        SimulatedCase
            .Log("2026-12-14 10:00")
            .At("2026-12-16 12:00")
            .Do(new Resolve("New certificate", Confirmation.Required));

    [Fact]
    public void Semantics_27_A_closed_case_stands_as_it_was_closed()
    {
        var one = Resolved().At("2026-12-16 13:00").Do(new ConfirmResolution(null), People.Contact);
        var corrected = WithHoliday(Tuesday);

        var clock = Read(corrected, one);

        Assert.Equal((ClockState.Met, At.Minutes(1320)), (clock.State, clock.Used));
        Assert.Equal(At.London("2026-12-17 10:00"), clock.Due);
        var ledger = LedgerWriter
            .Write(corrected, one.State, one.Now)
            .Single(one => one.Reading.Target.Role == TargetRole.Resolve);
        Assert.True(ledger.IsOutdated);
        Assert.Contains("stands as it was when the case was closed", LedgerText.Of(corrected, one.State, ledger));
        Assert.False(one.Ledger.IsOutdated);
    }

    [Fact]
    public void Semantics_27_The_closing_says_what_its_verdicts_rest_on()
    {
        var closed = Resolved().Do(new ConfirmResolution(null), People.Contact).State.Closed!;

        Assert.Equal(["resolve", "update"], closed.Verdicts!.Select(verdict => verdict.Target));
        Assert.Equal(ClockData.Version(ShippedGuides.Schools), closed.ClockData);
        Assert.Contains("TZDB", closed.ClockData);
        Assert.NotEqual(closed.ClockData, ClockData.Version(WithHoliday(Tuesday)));
    }

    [Fact]
    public void Semantics_27_An_open_case_is_reckoned_anew()
    {
        var one = SimulatedCase.Log("2026-12-14 10:00").At("2026-12-16 12:00");

        var clock = Read(WithHoliday(Tuesday), one);

        Assert.Equal((At.Minutes(720), At.London("2026-12-18 10:00")), (clock.Used, clock.Due));
    }

    [Fact]
    public void Semantics_27_A_breach_on_record_stays_on_an_open_case()
    {
        var one = SimulatedCase.Log("2026-12-14 10:00").At("2026-12-17 11:00");

        var clock = Read(WithHoliday(Tuesday), one);

        Assert.Equal((At.London("2026-12-17 10:00"), At.London("2026-12-18 10:00")), (clock.MissedAt, clock.Due));
    }

    // Years without data count as if they had no holidays, and it is said: 2031 is beyond the shipped files.
    [Fact]
    public void Beyond_the_holiday_data_the_ledger_says_so()
    {
        var one = SimulatedCase.Log("2031-12-24 15:31").At("2031-12-24 16:00");

        Assert.Equal(At.London("2031-12-29 15:31"), one.Clock.Due);
        Assert.Equal(CalendarNote.BeyondHolidayData, one.Clock.Note);
        Assert.Contains("Beyond holiday data", LedgerText.Sentence(one.Guide, one.State, one.Ledger));
        Assert.DoesNotContain(
            "Beyond holiday data",
            LedgerText.Sentence(ShippedGuides.Schools, Resolved().State, Resolved().Ledger)
        );
    }

    private static ClockReading Read(Guide guide, SimulatedCase one) =>
        ClockReader.Read(guide, one.State, one.Now).Single(clock => clock.Target.Role == TargetRole.Resolve);

    private static Guide WithHoliday(LocalDate day)
    {
        var schools = ShippedGuides.Schools;
        var source = schools.CalendarSources["desk"];
        var known = source.Definition!.Holidays[0];
        var days = new Dictionary<LocalDate, string>(known.Days) { [day] = "A day of mourning" };
        var definition = source.Definition with { Holidays = [known with { Days = days }] };
        return schools with
        {
            Calendars = new Dictionary<string, WorkingCalendar>(schools.Calendars)
            {
                ["desk"] = WorkingCalendar.Compile(definition),
            },
            CalendarSources = new Dictionary<string, CalendarSource>(schools.CalendarSources)
            {
                ["desk"] = source with { Definition = definition },
            },
        };
    }
}
