using NodaTime;
using Rung.Core.Guides.Reading;
using Rung.Core.Time;

namespace Rung.Core.Guides.Checking;

/// <summary>
/// Years without holiday data: an error from 60 days before (semantics 26), a warning as soon as a case logged in 60 days can
/// reach one.
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
            foreach (var holidays in source.Definition?.Holidays ?? [])
            {
                RunOn(context, source, holidays, Reach(context, uses, source));
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
