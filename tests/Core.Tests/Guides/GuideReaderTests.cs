using System.Diagnostics;
using System.Security.Cryptography;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Core.Guides.Reading;
using Rung.Core.Tests.Showing;
using Rung.Core.Time;
using Xunit;

namespace Rung.Core.Tests.Guides;

/// <summary>What a guide means once it is read. Expectations are worked out from the YAML by hand.</summary>
public sealed class GuideReaderTests
{
    private static readonly Guide Guide = Mistake.Read(Mistake.Guide).Guide!;

    private static Target Resolve => Guide.Targets[0];

    [Fact]
    public void The_hash_is_that_of_the_bytes() =>
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Mistake.Bytes(Mistake.Guide))), Guide.ContentHash);

    /// <summary>A-02, semantics 4: days of 9 hours, so five of them are 45 hours.</summary>
    [Fact]
    public void Working_days_are_read_as_the_calendar_says() =>
        Assert.Equal(new Allowance.WorkingTime(Duration.FromHours(45)), Guide.Closing.Attempts.CloseAfter);

    [Theory]
    [InlineData("reading: sameTimeNthDay", typeof(Allowance.SameTimeNthDay))]
    [InlineData("reading: endOfNthDay", typeof(Allowance.EndOfNthDay))]
    public void Working_days_may_mean_dates(string reading, Type expected)
    {
        var guide = Mistake
            .Read(Mistake.Guide.Replace("reading: nominalTime", reading, StringComparison.Ordinal))
            .Guide!;

        Assert.IsType(expected, guide.Closing.Attempts.CloseAfter);
    }

    /// <summary>Without a stated length the commonest open day counts: Monday to Friday have 9 hours each.</summary>
    [Fact]
    public void A_working_day_without_a_stated_length_is_the_commonest()
    {
        var guide = Mistake.Read(Mistake.Guide.Replace(", length: 9h", "", StringComparison.Ordinal)).Guide!;

        Assert.Equal(new Allowance.WorkingTime(Duration.FromHours(9)), Resolve.Times[^2].Allow);
        Assert.Equal(new Allowance.WorkingTime(Duration.FromHours(9)), guide.Targets[0].Times[^2].Allow);
    }

    [Fact]
    public void Every_way_of_allowing_time_is_read()
    {
        Allowance[] expected =
        [
            new Allowance.Elapsed(Duration.FromHours(4)),
            new Allowance.WorkingTime(Duration.FromHours(4)),
            new Allowance.SameTimeNthDay(1),
            new Allowance.EndOfNthDay(1, new LocalTime(17, 0)),
            new Allowance.CalendarDays(3),
            new Allowance.CalendarWeeks(1),
            new Allowance.CalendarWeeks(2),
            new Allowance.CalendarMonths(1),
            new Allowance.AgreedDate("promised"),
            new Allowance.Cutoff([
                new CutoffRule(new LocalTime(13, 0), new Allowance.EndOfNthDay(0, null)),
                new CutoffRule(null, new Allowance.EndOfNthDay(1, null)),
            ]),
            new Allowance.WorkingTime(Duration.FromHours(9)),
            new Allowance.None(),
        ];

        Assert.Equal(expected, Resolve.Times.Select(time => time.Allow));
    }

    [Fact]
    public void A_clock_keeps_what_was_written()
    {
        Assert.Equal([CaseMoment.ReferenceIssued], Resolve.Clock.StartsOn);
        Assert.Equal([CaseMoment.Resolved], Resolve.Clock.StopsOn);
        Assert.Equal((0.25m, null), (Resolve.Clock.WarnAt[0].Share, Resolve.Clock.WarnAt[0].Left));
        Assert.Equal((null, Duration.FromMinutes(90)), (Resolve.Clock.WarnAt[1].Share, Resolve.Clock.WarnAt[1].Left));
        Assert.Equal(OnPriorityChange.CarryUsed, Resolve.Clock.OnPriorityChange);
        Assert.Equal(0.95m, Resolve.Goal);
    }

    /// <summary>Thursday 24 December 2026 closes at noon; the 25th is a holiday, the 26th a Saturday.</summary>
    [Fact]
    public void Calendars_are_compiled_with_dates_and_holidays()
    {
        var desk = Guide.Calendars["desk"];

        Assert.Equal(Instant.FromUtc(2026, 12, 24, 12, 0), desk.NextClosing(Instant.FromUtc(2026, 12, 24, 9, 0)).Value);
        Assert.Equal(Instant.FromUtc(2026, 12, 28, 8, 0), desk.NextOpening(Instant.FromUtc(2026, 12, 24, 12, 0)).Value);
        Assert.True(Guide.Calendars["nights"].IsOpen(Instant.FromUtc(2026, 12, 25, 12, 0)));
        Assert.False(Guide.Calendars["nights"].IsOpen(Instant.FromUtc(2026, 12, 24, 9, 0)));
    }

    [Fact]
    public void Conditions_without_words_get_the_products_own() =>
        Assert.Equal(Enum.GetValues<Condition>(), Guide.Conditions.Select(text => text.Condition).Order());

    [Fact]
    public void The_matrix_becomes_rules_after_the_written_ones()
    {
        Assert.Equal(
            ["all-down", "few-now", "few-later", "every-now", "every-later", "unknown-now", "unknown-later"],
            Guide.PriorityRules.Select(rule => rule.Id)
        );
        Assert.Equal(("P2", "A few, Now"), (Guide.PriorityRules[1].Priority, Guide.PriorityRules[1].Because));
    }

    [Fact]
    public void A_flag_without_a_condition_is_never_set_by_itself() =>
        Assert.Empty(Assert.IsType<When.Any>(Guide.Flags[1].SetWhen).Parts);

    [Fact]
    public void Roles_that_every_desk_has_need_no_entry() =>
        Assert.Equal(["buyer", "contact"], Assert.IsType<Entry.ByRequest>(Guide.Ladders[0].Levels[0].Entries[0]).Who);

    [Fact]
    public void Many_mistakes_come_out_at_once_in_the_order_of_the_file()
    {
        var text = Mistake
            .Guide.Replace("mode: sequential", "mode: sideways", StringComparison.Ordinal)
            .Replace("status: draft", "status: finished", StringComparison.Ordinal)
            .Replace("  - { id: web, name: Web }", "  - { id: web, nam: Web }", StringComparison.Ordinal)
            .Replace("{ elapsed: 4h }", "{ elapsed: 4 }", StringComparison.Ordinal);

        Assert.Equal(
            [ProblemCode.UnknownWord, ProblemCode.UnknownKey, ProblemCode.BadLength, ProblemCode.UnknownWord],
            Mistake.Problems(text).Select(problem => problem.Code)
        );
    }

    [Theory]
    [InlineData("4h", 240)]
    [InlineData("30min", 30)]
    [InlineData("1h30min", 90)]
    [InlineData("1h 30min", 90)]
    [InlineData("120s", 2)]
    public void Lengths_are_read(string text, int minutes)
    {
        Assert.True(LengthText.TryParse(text, out var length));
        Assert.Equal(Duration.FromMinutes(minutes), length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("4")]
    [InlineData("h")]
    [InlineData("4 h")]
    [InlineData("30min1h")]
    [InlineData("1h1h")]
    [InlineData("-1h")]
    [InlineData("1.5h")]
    [InlineData("100000h")]
    [InlineData("4h!")]
    public void Anything_else_is_no_length(string text) => Assert.False(LengthText.TryParse(text, out _));

    [Theory]
    [InlineData("sequental", "sequential")]
    [InlineData("fristLine", "firstLine")]
    [InlineData("europe/london", "Europe/London")]
    [InlineData("xyz", null)]
    [InlineData("", null)]
    public void The_nearest_name_is_found(string typed, string? expected) =>
        Assert.Equal(expected, Nearest.To(typed, ["sequential", "free", "firstLine", "Europe/London"]));
}
