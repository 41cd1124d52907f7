using NodaTime;
using Rung.Core.Guides.Reading;
using Rung.Core.Time;

namespace Rung.Core.Guides.Checking;

/// <summary>Years without holiday data that an open clock can reach. Semantics 26: said 60 days before it matters.</summary>
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
        if (context.AsOf.Year < holidays.FirstYear || context.AsOf.Year > holidays.LastYear)
        {
            context.Report(
                ProblemCode.HolidayYearMissing,
                (source, "holidays"),
                $"the holidays of `{holidays.Region}` are known for {holidays.FirstYear} to {holidays.LastYear}, not for {context.AsOf.Year}",
                $"put a file with the holidays of {context.AsOf.Year} in place"
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
