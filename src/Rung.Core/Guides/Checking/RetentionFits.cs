using NodaTime;
using Rung.Core.Guides.Reading;
using Rung.Core.Retention;

namespace Rung.Core.Guides.Checking;

/// <summary>Mails and files that would be kept longer than the cases they are on, with which they go.</summary>
internal static class RetentionFits
{
    private const int DaysOfFourYears = 1_461;

    private static readonly LocalDate First = new(2024, 1, 1);

    public static GuideCheck Check { get; } = new(["retention"], Run);

    private static void Run(CheckContext context)
    {
        if (
            context.Guide.Retention is not { } rules
            || rules.Of(RetentionCategory.Cases) is not { } cases
            || rules.Of(RetentionCategory.Complaints) is not { } complaints
        )
        {
            return;
        }
        foreach (var category in (RetentionCategory[])[RetentionCategory.Mails, RetentionCategory.Attachments])
        {
            if (rules.Of(category) is { } time && IsLonger(time, cases) && IsLonger(time, complaints))
            {
                var key = CamelName.Of(category);
                context.Report(
                    ProblemCode.UnreachableTime,
                    (rules, key),
                    $"`{key}` are on cases, and go with them before {time} are over",
                    "write a shorter time, or leave it out"
                );
            }
        }
    }

    // From whatever day it counts: months are of different length.
    private static bool IsLonger(KeptFor one, KeptFor other) =>
        Enumerable.Range(0, DaysOfFourYears).Select(First.PlusDays).All(day => one.LastDay(day) > other.LastDay(day));
}
