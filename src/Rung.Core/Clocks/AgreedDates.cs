using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Time;

namespace Rung.Core.Clocks;

/// <summary>Allowances that are a date agreed on the case (guide model 3): due when the calendar closes on that date.</summary>
internal static class AgreedDates
{
    /// <summary>Field of the date that is named with an outcome.</summary>
    public const string Expected = "expected";

    /// <summary>Field of the date that a holding reply names for the full answer. ESS-92.</summary>
    public const string FollowUp = "followUp";

    /// <summary>The allowance itself, or the elapsed time up to the date that was agreed; no due while none is.</summary>
    public static Allowance Settle(Allowance allowance, CaseState state, WorkingCalendar calendar, Instant start)
    {
        if (allowance is not Allowance.AgreedDate { Field: Expected } || state.Disposition?.Expected is not { } date)
        {
            return allowance;
        }
        var due = EndOf(date, calendar);
        return new Allowance.Elapsed(due > start ? due - start : Duration.Zero);
    }

    /// <summary>The first date after that one on which the calendar opens, where it does not on that one; null: it does, or never will.</summary>
    public static LocalDate? InsteadOf(LocalDate date, WorkingCalendar calendar)
    {
        var opening = calendar.NextOpening(date.AtStartOfDayInZone(calendar.Zone).ToInstant());
        return opening.Ok && opening.Value.InZone(calendar.Zone).Date is var opens && opens > date ? opens : null;
    }

    /// <summary>
    /// When the calendar closes on the date. Where it does not open then, or closes no earlier than the date ends, the last
    /// second of the date: at midnight whoever reads the due would read the date after the one that was agreed.
    /// </summary>
    public static Instant EndOf(LocalDate date, WorkingCalendar calendar)
    {
        var midnight = date.PlusDays(1).AtStartOfDayInZone(calendar.Zone).ToInstant();
        var last = midnight - Duration.FromSeconds(1);
        var opening = calendar.NextOpening(date.AtStartOfDayInZone(calendar.Zone).ToInstant());
        if (calendar.IsAlwaysOpen || !opening.Ok || opening.Value >= midnight)
        {
            return last;
        }
        var closing = calendar.EndOfWorkingDay(opening.Value);
        return closing.Ok && closing.Value < midnight ? closing.Value : last;
    }
}
