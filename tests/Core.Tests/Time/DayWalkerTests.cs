using CsCheck;
using NodaTime;
using Rung.Core.Time;
using Xunit;

namespace Rung.Core.Tests.Time;

/// <summary>What is counted in days, against somebody who goes from date to date with the hours in hand (semantics 3 to 6).</summary>
public class DayWalkerTests
{
    private static readonly LocalDate First = new(2026, 3, 2);
    private static readonly string[] Zones = ["Europe/London", "America/New_York", "Australia/Lord_Howe"];

    // None, a day without a break, and one with.
    private static readonly Gen<IReadOnlyList<DailySpan>> Hours = Gen.Frequency(
        (2, Gen.Const<IReadOnlyList<DailySpan>>([])),
        (3, Gen.Select(Gen.Int[28, 44], Gen.Int[52, 80], (from, to) => Whole(Quarter(from), Quarter(to)))),
        (
            2,
            Gen.Select(
                Gen.Int[28, 44],
                Gen.Int[45, 50],
                Gen.Int[52, 56],
                Gen.Int[60, 80],
                (a, b, c, d) => (IReadOnlyList<DailySpan>)[new(Quarter(a), Quarter(b)), new(Quarter(c), Quarter(d))]
            )
        )
    );

    private static readonly Gen<DayWalker> Walkers = Gen.Select(
        Gen.Int[0, 2],
        Hours.Array[7],
        Gen.Int[0, 300].Array[0, 30],
        (zone, week, holidays) =>
            new DayWalker(Desk.Zone(Zones[zone]), week, [.. holidays.Select(day => First.PlusDays(day))])
    );

    private static readonly Gen<Question> Questions = Gen.Select(
        Gen.Int[0, 240],
        Gen.Int[0, 95],
        Gen.Int[0, 8],
        Gen.Int[28, 80],
        (day, quarter, days, at) => new Question(First.PlusDays(day) + Quarter(quarter), days, Quarter(at))
    );

    [Fact]
    public void Agrees_with_whoever_goes_from_date_to_date() =>
        Gen.Select(Walkers.Where(walker => walker.HasHours), Questions.Array[20])
            .Sample(
                (walker, questions) =>
                {
                    foreach (var question in questions)
                    {
                        Compare(walker, question);
                    }
                },
                iter: 500
            );

    private static void Compare(DayWalker walker, Question question)
    {
        var start = walker.Instant(question.Start);
        var (days, at) = (question.Days, question.At);
        var end = new Allowance.EndOfNthDay(days, null);
        Same(walker.SameTime(start, days), new Allowance.SameTimeNthDay(days));
        Same(walker.EndOf(start, days), end);
        Same(walker.TimeOf(start, days, at), new Allowance.EndOfNthDay(days, at));
        Same(walker.Later(start, days), new Allowance.CalendarDays(days));
        Same(
            walker.Effective(start).InZone(walker.Zone).TimeOfDay < at
                ? walker.EndOf(start, days)
                : walker.Later(start, days + 1),
            new Allowance.Cutoff([new CutoffRule(at, end), new CutoffRule(null, new Allowance.CalendarDays(days + 1))])
        );

        void Same(Instant expected, Allowance allowance) =>
            Assert.Equal((expected, allowance), (allowance.DueFrom(start, walker.Calendar).Require(), allowance));
    }

    private static LocalTime Quarter(int quarter) => LocalTime.FromMinutesSinceMidnight(quarter * 15);

    private static IReadOnlyList<DailySpan> Whole(LocalTime from, LocalTime to) => [new(from, to)];

    private sealed record Question(LocalDateTime Start, int Days, LocalTime At);
}
