using NodaTime;
using Rung.Core.Guides.Reading;
using Rung.Core.Guides.Reading.Text;
using Rung.Core.Time;

namespace Rung.Core.Guides.Checking;

/// <summary>
/// Calendars whose days differ in length, counted in working days, without a word on what a working day is; and calendars
/// that say a length which their days, all alike, do not have. Semantics 4.
/// </summary>
internal static class DayLengths
{
    private const int DaysMeasured = 366;

    public static GuideCheck Check { get; } = new(["desk.calendar"], Run);

    private static void Run(CheckContext context)
    {
        CheckStated(context);
        var uses = AllowanceUse.In(context.Guide);
        foreach (var source in Readable(context).Where(source => source.WorkingDay is null))
        {
            var isCounted = uses.Any(use =>
                use.Calendar == source.Id && SaysWorkingDays(context.Places.Map(use.At.Part)?.Entry(use.At.Key)?.Value)
            );
            if (isCounted && Lengths(context, source) is { Count: > 1 } lengths)
            {
                context.Report(
                    ProblemCode.DayLengthsDiffer,
                    (source, "week"),
                    $"days of `{source.Id}` last {string.Join(", ", lengths.Select(Say))}, and working days are counted in it; {Say(context.Reading.WorkingDay(source.Id))} is taken for one",
                    "say what a working day is: `workingDay: { reading: nominalTime, length: 8h }`, or `sameTimeNthDay`, or `endOfNthDay`"
                );
            }
        }
    }

    private static IEnumerable<CalendarSource> Readable(CheckContext context) =>
        context.Guide.CalendarSources.Values.Where(source => context.CountsIn(source.Id));

    private static void CheckStated(CheckContext context)
    {
        var stated = Readable(context).Where(source => source.WorkingDay == WorkingDayReading.NominalTime);
        foreach (var source in stated)
        {
            var length = context.Reading.WorkingDay(source.Id);
            if (WeekLengths(context, source) is [var day] && day != length)
            {
                context.Report(
                    ProblemCode.DayLengthsDiffer,
                    (source, "workingDay"),
                    $"a working day of `{source.Id}` is said to be {Say(length)}, and every day of its week lasts {Say(day)}",
                    $"say `length: {Say(day).Replace(" ", "", StringComparison.Ordinal)}`, or mend the hours"
                );
            }
        }
    }

    private static bool SaysWorkingDays(YamlNode? node) =>
        node switch
        {
            YamlMap map => map.Entry("workingDays") is not null
                || map.Entries.Any(entry => SaysWorkingDays(entry.Value)),
            YamlList list => list.Items.Any(SaysWorkingDays),
            _ => false,
        };

    private static IReadOnlyList<Duration> Lengths(CheckContext context, CalendarSource source) =>
        Distinct(
            source.Definition is { } definition
                ? definition
                    .Week.Values.Concat(definition.Dates.SelectMany(dated => dated.Week?.Values ?? [dated.Spans]))
                    .Select(spans => spans.Aggregate(Duration.Zero, Add))
                : Lengths(context.Guide.Calendars.GetValueOrDefault(source.Id), context.AsOf)
        );

    // A date with hours of its own does not change what the days are otherwise.
    private static IReadOnlyList<Duration> WeekLengths(CheckContext context, CalendarSource source) =>
        source.Definition is { } definition
            ? Distinct(definition.Week.Values.Select(spans => spans.Aggregate(Duration.Zero, Add)))
            : Lengths(context, source);

    private static IReadOnlyList<Duration> Distinct(IEnumerable<Duration> lengths) =>
        [.. lengths.Where(length => length > Duration.Zero).Distinct().OrderDescending()];

    // What a combination of calendars leaves of each day is easier measured, over a year, than argued.
    private static IEnumerable<Duration> Lengths(WorkingCalendar? calendar, LocalDate asOf) =>
        calendar is null or { IsAlwaysOpen: true }
            ? []
            : Enumerable
                .Range(0, DaysMeasured)
                .Select(day =>
                    calendar
                        .Between(Midnight(calendar, asOf.PlusDays(day)), Midnight(calendar, asOf.PlusDays(day + 1)))
                        .Value
                );

    private static Instant Midnight(WorkingCalendar calendar, LocalDate date) =>
        calendar.Zone.AtStartOfDay(date).ToInstant();

    private static Duration Add(Duration sum, DailySpan span) => sum + span.Length;

    private static string Say(Duration length) =>
        length.Minutes == 0 ? $"{(int)length.TotalHours} h" : $"{(int)length.TotalHours} h {length.Minutes} min";
}
