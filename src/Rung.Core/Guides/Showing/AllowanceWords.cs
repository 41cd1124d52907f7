using NodaTime;
using Rung.Core.Time;

namespace Rung.Core.Guides.Showing;

/// <summary>An allowance in words: "1 working day", "4 hours (day and night)", "13:00 on the 2nd working day".</summary>
internal sealed record AllowanceWords(Guide Guide)
{
    /// <param name="calendar">Id of the calendar it counts in; null: the desk's.</param>
    public string Of(Allowance allowance, string? calendar) =>
        allowance switch
        {
            Allowance.WorkingTime working => Working(working.Length, calendar ?? Guide.Desk.Calendar),
            Allowance.SameTimeNthDay { Days: 1 } => "the same time on the next working day",
            Allowance.SameTimeNthDay same => $"the same time {same.Days} working days later",
            Allowance.EndOfNthDay { Days: 0 } end => $"{End(end)} the same day",
            Allowance.EndOfNthDay { Days: 1 } end => $"{End(end)} the next working day",
            Allowance.EndOfNthDay end => $"{End(end)} the {Phrase.Nth(end.Days)} working day after",
            Allowance.Elapsed elapsed => Phrase.Length(elapsed.Length) + DayAndNight,
            Allowance.CalendarDays days => Phrase.Days(days.Days, "day"),
            Allowance.CalendarWeeks weeks => Phrase.Days(weeks.Weeks, "week"),
            Allowance.CalendarMonths months => Phrase.Days(months.Months, "month"),
            Allowance.StatutoryDays law =>
                $"{Phrase.Days(law.Days, "day")} from the day after; if the last is a weekend or a public holiday, the next working day",
            Allowance.Cutoff cutoff => string.Join("; ", cutoff.Rules.Select(rule => Rule(rule, calendar))),
            Allowance.AgreedDate => "as agreed with the customer",
            Allowance.Immediate => "at once",
            Allowance.None => "no time is promised",
            _ => throw new InvalidOperationException($"A new kind of allowance: {allowance}"),
        };

    // On a desk that never closes it goes without saying.
    private string DayAndNight =>
        Guide.Calendars.GetValueOrDefault(Guide.Desk.Calendar) is { IsAlwaysOpen: true } ? "" : " (day and night)";

    private string Working(Duration length, string calendar)
    {
        var day = Guide.Calendars.GetValueOrDefault(calendar)?.NominalDay ?? Duration.Zero;
        var days = day > Duration.Zero ? length / day : 0;
        return days >= 1 && days == Math.Floor(days)
            ? Phrase.Days((int)days, "working day")
            : $"{Phrase.Length(length)} of working time";
    }

    private static string End(Allowance.EndOfNthDay end) => end.At is { } at ? $"{Phrase.Time(at)} on" : "the end of";

    private string Rule(CutoffRule rule, string? calendar) =>
        rule.StartBefore is { } before
            ? $"before {Phrase.Time(before)}: {Of(rule.Then, calendar)}"
            : $"otherwise: {Of(rule.Then, calendar)}";
}
