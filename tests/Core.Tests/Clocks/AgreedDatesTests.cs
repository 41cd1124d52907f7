using Rung.Core.Clocks;
using Rung.Core.Tests.Cases;
using Xunit;

namespace Rung.Core.Tests.Clocks;

/// <summary>A date that was agreed falls due on that date, and is read as that date. ESS-67, ESS-92, S-07, semantics 3.</summary>
public sealed class AgreedDatesTests
{
    // Wednesday: 18:00 BST is 17:00 UTC. Saturday has no hours: its last second, 23:59:59 BST.
    [Theory]
    [InlineData("2027-05-12", "2027-05-12T17:00:00Z")]
    [InlineData("2027-05-15", "2027-05-15T22:59:59Z")]
    public void On_a_desk_with_hours_it_is_the_closing_else_the_last_second_of_the_date(string date, string due) =>
        Assert.Equal(At.Utc(due), AgreedDates.EndOf(At.Date(date), ShippedGuides.Schools.DeskCalendar));

    // Day and night at the same place in summer and in winter time, and on the date that has 25 hours.
    [Theory]
    [InlineData("2027-05-12", "2027-05-12T22:59:59Z")]
    [InlineData("2027-01-12", "2027-01-12T23:59:59Z")]
    [InlineData("2027-10-31", "2027-10-31T23:59:59Z")]
    public void Where_no_hours_end_it_is_the_last_second_of_the_date(string date, string due) =>
        Assert.Equal(At.Utc(due), AgreedDates.EndOf(At.Date(date), ShippedGuides.Smc.DeskCalendar));
}
