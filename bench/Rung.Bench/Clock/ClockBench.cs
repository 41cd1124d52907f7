using System.Globalization;
using NodaTime;
using Rung.Core.Time;

namespace Rung.Bench.Clock;

/// <summary>How fast the clock answers, beside the promised 25 ns and the plainest work the machine can do.</summary>
public static class ClockBench
{
    private const double PromisedNanos = 25;
    private const double PromisedCompileMillis = 2;

    /// <summary>Measures and prints.</summary>
    public static Task Run(Report report, Sizes sizes)
    {
        Report.Chapter(
            "Clock arithmetic: median ns at the public API, one thread, warmed, inputs at random over ten years"
        );
        var desk = WorkingCalendar.Compile(Calendars.SchoolsDesk);
        var questions = new ClockQuestions(desk);
        var years = new ClockQuestions(desk, hours: 20_000);
        var shifts = new ClockQuestions(WorkingCalendar.Compile(Calendars.Shifts));
        var floor = Sample.Of("a dependent read", Chase.Operations, new Chase().Run, sizes.Warm);
        Sample[] samples =
        [
            Sample.Of("add", ClockQuestions.Count, questions.Add, sizes.Warm),
            Sample.Of("add, up to 20,000 working hours", ClockQuestions.Count, years.Add, sizes.Warm),
            Sample.Of("add, three spans a day, one over midnight", ClockQuestions.Count, shifts.Add, sizes.Warm),
            Sample.Of("between, three spans a day", ClockQuestions.Count, shifts.Between, sizes.Warm),
            Sample.Of("add, backwards", ClockQuestions.Count, questions.Subtract, sizes.Warm),
            Sample.Of(
                "add, each from where the one before ended",
                ClockQuestions.Count,
                questions.AddChain,
                sizes.Warm
            ),
            Sample.Of("between", ClockQuestions.Count, questions.Between, sizes.Warm),
            Sample.Of("is open", ClockQuestions.Count, questions.IsOpen, sizes.Warm),
            Sample.Of("next opening", ClockQuestions.Count, questions.NextOpening, sizes.Warm),
        ];
        foreach (var sample in samples)
        {
            report.Add(Answer(sample, floor));
        }
        report.Add(Compiled(Sample.Of("ten years of a calendar built", 1, CompileTenYears, sizes.Warm)));
        return Task.CompletedTask;
    }

    private static Figure Answer(Sample sample, Sample floor) =>
        new(sample.Name, sample.Median, "ns")
        {
            AtMost = PromisedNanos,
            Between = string.Create(
                CultureInfo.InvariantCulture,
                $"least {sample.Least:F1}, most {sample.Most:F1}; {sample.BytesPerOperation:F1} B allocated; {sample.Median / floor.Median:F1} reads of memory that wait for each other ({floor.Median:F1} ns each here): two indexes, two steps"
            ),
        };

    private static Figure Compiled(Sample sample) =>
        new(sample.Name, sample.Median / 1e6, "ms")
        {
            AtMost = PromisedCompileMillis,
            Between = string.Create(
                CultureInfo.InvariantCulture,
                $"most {sample.Most / 1e6:F2}; {sample.BytesPerOperation / 1024:F0} KiB kept or dropped; a date of the zone's wall clock at a time, then the two indexes"
            ),
        };

    private static long CompileTenYears()
    {
        var calendar = WorkingCalendar.Compile(Calendars.SchoolsDesk);
        return calendar.IsOpen(Calendars.First) ? 1 : 0;
    }
}
