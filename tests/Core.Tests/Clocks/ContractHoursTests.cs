using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Core.Guides.Reading;
using Rung.Core.Tests.Cases;
using Rung.Core.Tests.Showing;
using Xunit;

namespace Rung.Core.Tests.Clocks;

/// <summary>
/// SMC-02, S-08, A-23: what a target allows counts in the hours of the customer's contract. The guide is the management
/// centre's, with rows that name neither contract nor calendar; its clock never closes, business hours are Jersey's from
/// 09:00 to 17:30, and 9 May is Liberation Day there.
/// </summary>
public class ContractHoursTests
{
    private const string RowsFor = """
              - { when: { priority: P1 }, allow: { working: 4h }, cite: contracts }
              - { when: { priority: P2 }, allow: { working: 4h }, calendar: round-the-clock, cite: contracts }
              - { when: { priority: P3 }, allow: { workingDays: 3 }, cite: contracts }
              - { when: { priority: P4 }, allow: { elapsed: 72h }, cite: contracts }
        """;

    private static readonly Guide Plain = Read(RowsFor);

    [Theory]
    // 150 minutes until 17:30 on Monday, nothing on Liberation Day, 90 from 09:00 on Wednesday.
    [InlineData("BH", "P1", "2028-05-08 15:00", "2028-05-10 10:30")]
    [InlineData("T24", "P1", "2028-05-08 15:00", "2028-05-08 19:00")]
    // Nobody's contract: the clock's own calendar, which never closes.
    [InlineData(null, "P1", "2028-05-08 15:00", "2028-05-08 19:00")]
    // The row names a calendar, which goes before the contract's.
    [InlineData("BH", "P2", "2028-05-08 15:00", "2028-05-08 19:00")]
    // A working day of this contract has 8 h 30: 330 minutes on Thursday, 510 on Friday, 510 on Monday, 180 on Tuesday.
    [InlineData("BH", "P3", "2028-05-11 12:00", "2028-05-16 12:00")]
    // Of one that never closes it has 24 h, also on Saturday and Sunday.
    [InlineData("T24", "P3", "2028-05-11 12:00", "2028-05-14 12:00")]
    // Elapsed time is the same under every contract.
    [InlineData("BH", "P4", "2028-05-11 12:00", "2028-05-14 12:00")]
    public void SMC_02_A_case_counts_in_the_hours_of_its_customers_contract(
        string? contract,
        string priority,
        string logged,
        string due
    )
    {
        var one = Log(contract, priority, logged);

        Assert.Equal(At.Local(due, one.Guide.DeskCalendar.Zone), one.Clock.Due);
    }

    [Fact]
    public void SMC_02_Before_and_after_its_hours_no_minute_of_a_contract_counts()
    {
        var one = Log("BH", "P1", "2028-05-08 17:29");

        Assert.Equal(1, one.At("2028-05-08 17:30").Used);
        Assert.Equal(1, one.At("2028-05-10 09:00").Used);
        Assert.Equal(2, one.At("2028-05-10 09:01").Used);
        // 1 minute on Monday, 239 from 09:00 on Wednesday; what is done in that minute is in time.
        Assert.Equal(At.Local("2028-05-10 12:59", one.Guide.DeskCalendar.Zone), one.Clock.Due);
        Assert.Empty(one.At("2028-05-10 12:59").Seen<TargetMissed>());
        Assert.Single(one.At("2028-05-10 13:00").Seen<TargetMissed>());
    }

    [Fact]
    public void The_guide_that_customers_read_has_the_rows_of_each_contract()
    {
        var times = Plain.Targets[0].Times;

        Assert.Equal(
            [null, "jersey-business"],
            times.Where(time => time.When.Whole().OfType<When.Is>().Any(IsP1)).Select(time => time.Calendar).Order()
        );
    }

    [Fact]
    public void A_row_of_one_contract_is_not_made_again_for_another()
    {
        var shipped = Read(
            """
                  - { when: { contract: T24, priority: P1 }, allow: { working: 4h }, cite: contracts }
                  - { allow: { working: 8h }, cite: contracts }
            """
        );

        Assert.Equal(3, shipped.Targets[0].Times.Count);
    }

    private static bool IsP1(When.Is asked) => asked.Fact == Fact.Priority && asked.Values.Contains("P1");

    private static SimulatedCase Log(string? contract, string priority, string at) =>
        SimulatedCase.Log(
            Plain,
            at,
            plain =>
                plain with
                {
                    Services = ["connectivity"],
                    Reporter = People.Reporter with { Contract = contract },
                    Answers = Affected(priority),
                }
        );

    private static Dictionary<string, string> Affected(string priority)
    {
        var (affected, effect) = priority switch
        {
            "P1" => ("sites", "down"),
            "P2" => ("site", "down"),
            "P3" => ("site", "degraded"),
            _ => ("one", "minor"),
        };
        return new()
        {
            ["affected"] = affected,
            ["effect"] = effect,
            ["details"] = "No site answers",
            ["tried"] = "Restarted",
        };
    }

    private static Guide Read(string rows)
    {
        var lines = File.ReadAllLines(Path.Combine(GuideFiles.Root, "guides", "smc.yaml"));
        var times = Array.FindIndex(lines, line => line == "    times:");
        var clock = Array.FindIndex(lines, times, line => line == "    clock:");
        string[] text = [.. lines[..(times + 1)], rows, .. lines[clock..]];
        var reading = GuideReader.Read(
            "smc.yaml",
            System.Text.Encoding.UTF8.GetBytes(string.Join('\n', text)),
            GuideFiles.Holidays
        );
        Assert.True(reading.Guide is not null, string.Join('\n', reading.Problems.Select(problem => problem.What)));
        return reading.Guide;
    }
}
