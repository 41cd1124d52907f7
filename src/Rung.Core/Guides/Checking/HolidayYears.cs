using NodaTime;
using Rung.Core.Guides.Reading;
using Rung.Core.Time;

namespace Rung.Core.Guides.Checking;

/// <summary>
/// Years without holiday data: an error from 60 days before (semantics 26), a warning as soon as a case logged in 60 days can
/// reach one. Of a calendar without regions its own dates are what is known, and that they end is a warning: they may have been
/// meant for that year alone.
/// </summary>
internal static class HolidayYears
{
    private const int DaysAhead = 60;

    public static GuideCheck Check { get; } = new(["desk.calendar"], Run);

    private static void Run(CheckContext context)
    {
        var uses = AllowanceUse.In(context.Guide).Where(context.IsRead).ToArray();
        foreach (var source in context.Guide.CalendarSources.Values.Where(source => context.CountsIn(source.Id)))
        {
            if (source.Definition is not { } definition)
            {
                continue;
            }
            foreach (var holidays in definition.Holidays)
            {
                RunOn(context, source, holidays, Reach(context, uses, source));
            }
            if (definition.Holidays.Count == 0 && LastOwnYear(definition) is { } last)
            {
                RunOnDates(context, source, last, Reach(context, uses, source));
            }
        }
    }

    private static void RunOn(CheckContext context, CalendarSource source, HolidaySet holidays, LocalDate reach)
    {
        if (MissingYear(context.AsOf, holidays) is { } year)
        {
            var soon = year > context.AsOf.Year ? $", which begins within {DaysAhead} days" : "";
            context.Report(
                ProblemCode.HolidayYearMissing,
                (source, "holidays"),
                $"the holidays of `{holidays.Region}` are known for {holidays.FirstYear} to {holidays.LastYear}, not for {year}{soon}",
                $"put a file with the holidays of {year} in place"
            );
        }
        else if (reach.Year > holidays.LastYear)
        {
            context.Report(
                ProblemCode.HolidayYearEnds,
                (source, "holidays"),
                $"the holidays of `{holidays.Region}` end with {holidays.LastYear}, and a case logged in {DaysAhead} days can run until {reach:uuuu-MM-dd}",
                $"put a file with the holidays of {reach.Year} in place"
            );
        }
    }

    private static void RunOnDates(CheckContext context, CalendarSource source, int last, LocalDate reach)
    {
        if (reach.Year > last)
        {
            context.Report(
                ProblemCode.HolidayYearEnds,
                (source, "dates"),
                $"the dates with a year end with {last}, and a case logged in {DaysAhead} days can run until {reach:uuuu-MM-dd}",
                $"add those of {reach.Year}; dates that come back every year are written without one"
            );
        }
    }

    private static int? LastOwnYear(CalendarDefinition definition) =>
        definition.Dates.Where(one => one.Recurs == Recurrence.Once).Max(one => (int?)one.To.Year);

    private static int? MissingYear(LocalDate asOf, HolidaySet holidays)
    {
        var soon = asOf.PlusDays(DaysAhead).Year;
        return asOf.Year < holidays.FirstYear || asOf.Year > holidays.LastYear ? asOf.Year
            : soon > holidays.LastYear ? soon
            : null;
    }

    // A combination of calendars may contain this one, so what counts in a combination counts for it as well.
    private static LocalDate Reach(CheckContext context, IReadOnlyList<AllowanceUse> uses, CalendarSource source)
    {
        var start = source.Definition!.Zone.AtStartOfDay(context.AsOf.PlusDays(DaysAhead)).ToInstant();
        var latest = start;
        foreach (var use in uses.Where(use => IsConcerned(context.Guide, use.Calendar, source.Id)))
        {
            var due = use.Allow.DueFrom(start, context.Guide.Calendars[use.Calendar]);
            latest = due.Ok && due.Value > latest ? due.Value : latest;
        }
        return latest.InZone(source.Definition.Zone).Date;
    }

    private static bool IsConcerned(Guide guide, string used, string calendar) =>
        guide.Calendars.ContainsKey(used) && (used == calendar || guide.CalendarSources[used].Algebra is not null);
}
