using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Time;

namespace Rung.Core.Promises;

/// <summary>The date that was named with an outcome, where no target of the guide runs towards it. ESS-67, ESS-68.</summary>
internal static class NamedDates
{
    public static IEnumerable<PromiseEntry> Of(CasePromises of)
    {
        if (of.State.Disposition is not { Expected: { } date } given || HasClock(of))
        {
            return [];
        }
        var due = AgreedDates.EndOf(date, of.Guide.DeskCalendar);
        var done = of.State.Resolution?.At;
        var outcome = of.Guide.Dispositions.FirstOrDefault(one => one.Id == given.Disposition);
        var entry = new PromiseEntry
        {
            Kind = PromiseKind.Expectation,
            Id = AgreedDates.Expected,
            Number = 1,
            Name = "Date that was named to the customer",
            Owner = of.Worker,
            To = of.Reporter,
            GivenAt = given.At,
            Due = due,
            State = HowKept.Of(due, done, of.Now),
            KeptAt = done,
            IsToDo = done is null && of.State.IsLive,
            Firmness = Firmness.Aim,
            Cite = outcome?.Cite ?? of.Guide.Desk.Cite,
        };
        return [entry];
    }

    private static bool HasClock(CasePromises of) =>
        of.Guide.Targets.Any(target =>
            ClockReader.TimeFor(of.Facts, target)?.Allow is Allowance.AgreedDate { Field: AgreedDates.Expected }
        );
}
