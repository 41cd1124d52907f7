using Rung.Core.Guides.Checking;
using Rung.Core.Time;

namespace Rung.Core.Guides.Reading.Sections;

/// <summary>
/// The rows of a target as contracts have them: a row without a calendar of its own counts in the hours of the customer's
/// contract, where that names any, and what a working day is, is their word too. SMC-02, S-08.
/// </summary>
internal static class ContractTimes
{
    /// <summary>The rows, before each those that contracts make of it; a row that no case could use is left out.</summary>
    public static IReadOnlyList<TargetTime> Of(ReadingContext context, Target target)
    {
        var rows = new List<TargetTime>();
        foreach (var row in target.Times)
        {
            foreach (var contract in context.Contracts.Where(contract => Differs(context, target, row, contract)))
            {
                var own = Under(context, target, row, contract);
                When[] together = [target.AppliesWhen, own.When];
                if (
                    !WhenCases.NeverHold(together) && !WhenCases.AreCovered(together, [.. rows.Select(one => one.When)])
                )
                {
                    rows.Add(own);
                }
            }
            rows.Add(row);
        }
        return rows;
    }

    private static bool Differs(ReadingContext context, Target target, TargetTime row, Contract contract) =>
        row.Calendar is null
        && contract.Calendar is { } calendar
        && calendar != target.Clock.Calendar
        && context.Calendars.TryGetValue(calendar, out var theirs)
        && context.Calendars.TryGetValue(target.Clock.Calendar, out var ours)
        && IsAnother(row.Allow, ours, theirs);

    private static bool IsAnother(Allowance allow, WorkingCalendar ours, WorkingCalendar theirs) =>
        allow switch
        {
            Allowance.Elapsed or Allowance.Immediate or Allowance.None => false,
            Allowance.CalendarDays or Allowance.CalendarWeeks or Allowance.CalendarMonths => !theirs.Zone.Equals(
                ours.Zone
            ),
            _ => true,
        };

    private static TargetTime Under(ReadingContext context, Target target, TargetTime row, Contract contract)
    {
        var map = context.Places.Map(row)!;
        var read = MapReader.Read(
            context.Muted(),
            map,
            "a time",
            time => TargetsSection.Time(time, contract.Calendar!, target.Cite)
        );
        var own = read with
        {
            When = new When.All([new When.Is(Fact.Contract, [contract.Id]), row.When]),
            Calendar = contract.Calendar,
        };
        context.Places.Put(own, map);
        return own;
    }
}
