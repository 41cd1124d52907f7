using NodaTime;
using Rung.Core.Guides.Checking;
using Rung.Core.Guides.Reading;
using Rung.Core.Tests.Showing;
using Rung.Core.Time;
using Xunit;

namespace Rung.Core.Tests.Guides;

/// <summary>The list at the end of the guide model: each finding alone, at its place.</summary>
public sealed partial class CheckTests
{
    private const string AnyRow = "priority: P2, because: so it is, cite: all }\npriorityMatrix:\n";

    [Fact]
    public void The_sound_guide_has_no_problem() => Assert.Empty(Mistake.Problems(Mistake.Guide));

    [Theory]
    // Rules, times and levels that nothing reaches.
    [InlineData(
        ProblemCode.UnreachableRule,
        "priorityMatrix:\n",
        "  - { id: again, «when: { kind: fault, services: all, source: phone, answers: { impact: every } }, " + AnyRow
    )]
    [InlineData(
        ProblemCode.UnreachableRule,
        "priorityMatrix:\n",
        "  - { id: asked, «when: { kind: question }, " + AnyRow
    )]
    [InlineData(
        ProblemCode.UnreachableRule,
        "when: { kind: fault, services: all,",
        "«when: { kind: fault, not: { kind: fault }, services: all,"
    )]
    [InlineData(
        ProblemCode.UnreachableRule,
        "when: { priority: P3 }, effect",
        "«when: { priority: P3, all: [{ priority: P2 }] }, effect"
    )]
    [InlineData(ProblemCode.UnreachableRule, "setWhen: { priority: P1 }", "«setWhen: { flag: by-hand }")]
    [InlineData(ProblemCode.UnreachableRule, "excusedWhen: { flag: by-hand }", "«excusedWhen: { kind: complaint }")]
    [InlineData(
        ProblemCode.UnreachableRule,
        "priorityMatrix:\n",
        "  - { id: many, «when: { kind: fault, all: [{ answers: { seats: { atLeast: 9 } } }, { answers: { seats: { atMost: 8 } } }] }, "
            + AnyRow
    )]
    [InlineData(
        ProblemCode.UnreachableTime,
        "- { when: { priority: P3 }, allow: none }",
        "- { when: { priority: P3 }, allow: none }\n      - { «when: { priority: P3, source: phone }, allow: none }"
    )]
    [InlineData(
        ProblemCode.UnreachableTime,
        "- { when: { priority: P3 }, allow: none }",
        "- { allow: none }\n      - { «when: { priority: P3 }, allow: none }"
    )]
    [InlineData(
        ProblemCode.UnreachableLevel,
        "- request: { channels: [phone], who: [buyer, contact], reasons: [slow] }\n          - time: { anchor: caseStart,",
        "- time: { anchor: levelEntered,"
    )]
    // Calls beside messages that nobody writes.
    [InlineData(
        ProblemCode.UnreachableRule,
        "calls: { flag: ring, on: [referenceIssued]",
        "calls: { flag: ring, «on: [referenceIssued, held]"
    )]
    // Mails that go with their cases before their time.
    [InlineData(ProblemCode.UnreachableTime, "mails: 12 months", "«mails: 73 months")]
    [InlineData(ProblemCode.UnreachableTime, "attachments: 52 weeks", "«attachments: 7 years")]
    // Targets that cannot be met.
    [InlineData(ProblemCode.NeverMet, "allow: { elapsed: 4h }", "«allow: { elapsed: 0h }")]
    [InlineData(ProblemCode.NeverMet, "allow: { workingDays: 1 } }", "«allow: { working: 4h }, calendar: shut }")]
    // Contacts, targets and starts that are missing.
    [InlineData(ProblemCode.NoRoute, "services: [mail, web]", "services: [mail]")]
    [InlineData(ProblemCode.NoTarget, "      - { when: { priority: P3 }, allow: none }\n", "")]
    [InlineData(
        ProblemCode.NoTarget,
        "- { when: { priority: P3 }, allow: none }",
        "- { when: { priority: P3, kind: fault }, allow: none }"
    )]
    [InlineData(ProblemCode.NoStart, "  - { source: form, from: receipt, cite: all }\n", "")]
    [InlineData(
        ProblemCode.RoleVacant,
        "- { id: manager, title: Manager, side: provider, contact: Through the desk }",
        "- { «id: manager, title: Manager, side: provider }"
    )]
    [InlineData(ProblemCode.RoleVacant, "contact: Through the desk, whenVacant: manager", "«whenVacant: buyer")]
    [InlineData(
        ProblemCode.ChannelDown,
        "takesDown: [email]",
        "«takesDown: [phone, email, portal, form, letter, monitoring, inPerson]"
    )]
    [InlineData(
        ProblemCode.RoleVacant,
        "- { id: manager, title: Manager, side: provider, contact: Through the desk }",
        "- { «id: manager, title: Manager, side: provider, contact: Through the desk, calendar: desk }"
    )]
    [InlineData(ProblemCode.WrongSide, "by: [leader], with: buyer", "«by: [buyer], with: buyer")]
    [InlineData(ProblemCode.WrongSide, "by: [leader], with: buyer", "by: [leader], «with: manager")]
    [InlineData(ProblemCode.WrongSide, "lower: { by: [leader]", "lower: { «by: [leader, buyer]")]
    [InlineData(ProblemCode.AlertsComeBack, "alerts: duty@example.org", "«alerts: Desk@desk.example.org")]
    [InlineData(ProblemCode.AlertsComeBack, "alerts: duty@example.org", "«alerts: desk+duty@desk.example.org")]
    [InlineData(ProblemCode.AlertsComeBack, "alerts: leader@example.org", "«alerts: desk@desk.example.org")]
    [InlineData(
        ProblemCode.ReservedRole,
        "- { id: buyer, title: Buyer",
        "- { «id: administrator, title: Head, side: customer }\n  - { id: buyer, title: Buyer"
    )]
    [InlineData(
        ProblemCode.ConditionUnexplained,
        "conditions:\n  - { condition: open, name: Open, explanation: Nobody has it, plain: We have it, cite: all }\n",
        "«conditions:\n"
    )]
    [InlineData(
        ProblemCode.PriorityUnexplained,
        "- { id: P2, name: Middle, says: Priority 2, description: Much is down, plain: Much fails, cite: all }",
        "- { «id: P2, name: Middle, says: Priority 2, description: Much is down, cite: all }"
    )]
    // Times that do not go together.
    [InlineData(
        ProblemCode.AttemptsDoNotFit,
        "count: 3, spacing: [{ workingDays: 1 }], closeAfter",
        "count: 5, spacing: [{ workingDays: 1 }], «closeAfter"
    )]
    [InlineData(ProblemCode.DayLengthsDiffer, "    workingDay: { reading: nominalTime, length: 9h }\n", "")]
    // Texts that say what the data do not.
    [InlineData(ProblemCode.TextWithoutDatum, "text: \"It is all here.\"", "text: «\"We answer within 7 hours.\"")]
    [InlineData(ProblemCode.TextWithoutDatum, "close after 5 working days.", "close after 6 working days.")]
    [InlineData(
        ProblemCode.TextWithoutDatum,
        "text: \"It is all here.\"",
        "text: «\"We answer within forty-seven hours.\""
    )]
    [InlineData(ProblemCode.TextWithoutDatum, "text: \"It is all here.\"", "text: «\"It takes ninety-one minutes.\"")]
    [InlineData(
        ProblemCode.TextWithoutDatum,
        "text: \"It is all here.\"",
        "text: «\"It is done in sixty seven days.\""
    )]
    [InlineData(
        ProblemCode.TextWithoutDatum,
        "text: \"It is all here.\"",
        "text: «\"We are here from 08:00 to 20:00.\""
    )]
    [InlineData(ProblemCode.TextWithoutDatum, "text: \"It is all here.\"", "text: «\"Open 8am to 8pm.\"")]
    [InlineData(
        ProblemCode.TextWithoutDatum,
        "text: \"It is all here.\"",
        "text: «\"Ring between 9.30 a.m. and noon.\""
    )]
    [InlineData(ProblemCode.TextWithoutDatum, "text: \"It is all here.\"", "text: «\"Open 08:00–17:30 on most days.\"")]
    [InlineData(
        ProblemCode.HoursAndDaysDisagree,
        "text: \"It is all here.\"",
        "text: «\"Logged within 24 hours (1 working day).\""
    )]
    [InlineData(
        ProblemCode.HoursAndDaysDisagree,
        "text: \"It is all here.\"",
        "text: «\"Logged within one working day (ten hours).\""
    )]
    public void A_careful_reader_finds_it(ProblemCode code, string instead, string marked)
    {
        var mistake = new Mistake(code, instead, marked);
        if (marked.Contains('«', StringComparison.Ordinal) && !marked.Contains("shut", StringComparison.Ordinal))
        {
            mistake.Show();
        }
        else
        {
            var text = mistake.Text.Replace(
                "  always: { name",
                "  shut: { minus: [desk, always] }\n  always: { name",
                StringComparison.Ordinal
            );
            Assert.Equal([code], Mistake.Problems(text).Select(problem => problem.Code));
        }
    }

    private static IReadOnlyList<GuideProblem> Shipped(string text) =>
        GuideChecks.Run(GuideReader.Read("test.yaml", text, GuideFiles.Holidays), Mistake.AsOf);

    // The desk is open from 08:00 to 18:00 on each of its days: 10 h.
    [Theory]
    [InlineData("9h", 1)]
    [InlineData("10h", 0)]
    public void A_working_day_is_as_long_as_the_days_that_are_all_alike(string length, int findings)
    {
        var guide = File.ReadAllText(Path.Combine(GuideFiles.Root, "guides", "schools-desk.yaml"));
        const string Ten = "workingDay: { reading: nominalTime, length: 10h }";
        Assert.Contains(Ten, guide, StringComparison.Ordinal);

        var problems = Shipped(
            guide.Replace(Ten, Ten.Replace("10h", length, StringComparison.Ordinal), StringComparison.Ordinal)
        );

        Assert.Equal(findings, problems.Count(problem => problem.Code == ProblemCode.DayLengthsDiffer));
    }

    [Fact]
    public void A_post_that_the_text_names_otherwise_is_said_to_disagree() =>
        Assert.Equal(
            [ProblemCode.TextsDisagree],
            Mistake
                .Problems(
                    Mistake
                        .Guide.Replace(
                            "It is all here.",
                            "Level 2, the owner (Duty Manager of the night).",
                            StringComparison.Ordinal
                        )
                        .Replace("title: Manager", "title: Head", StringComparison.Ordinal)
                )
                .Select(problem => problem.Code)
        );

    [Fact]
    public void Cells_of_the_matrix_behind_a_wider_rule_are_unreachable()
    {
        var text = Mistake.Guide.Replace(
            "priorityMatrix:\n",
            "  - { id: few, when: { answers: { impact: [few, unknown] } }, " + AnyRow,
            StringComparison.Ordinal
        );

        Assert.Equal(
            Enumerable.Repeat(ProblemCode.UnreachableRule, 4),
            Mistake.Problems(text).Select(problem => problem.Code)
        );
    }

    /// <summary>A level of a sequential ladder that can only be asked for by a channel that a service takes down.</summary>
    [Fact]
    public void A_ladder_that_needs_the_service_that_is_down_is_named()
    {
        var text = Mistake
            .Guide.Replace("takesDown: [email]", "takesDown: [phone]", StringComparison.Ordinal)
            .Replace(
                "          - time: { anchor: caseStart, after: { elapsed: 1h }, calendar: desk, until: acknowledged, when: { priority: P1 } }\n",
                "",
                StringComparison.Ordinal
            );

        Assert.Equal([ProblemCode.ChannelDown], Mistake.Problems(text).Select(problem => problem.Code));
    }

    /// <summary>Semantics 26. The tests' holidays are known for 2020 to 2035; the longest allowance is a month.</summary>
    // Semantics 26. 60 days before 1 January 2036: 2 November 2035, 28 days of November, 31 of December, and the 1st.
    [Theory]
    [InlineData(2035, 10, 1, null)]
    [InlineData(2035, 10, 15, ProblemCode.HolidayYearEnds)]
    [InlineData(2035, 11, 1, ProblemCode.HolidayYearEnds)]
    [InlineData(2035, 11, 2, ProblemCode.HolidayYearMissing)]
    [InlineData(2035, 12, 31, ProblemCode.HolidayYearMissing)]
    [InlineData(2036, 1, 1, ProblemCode.HolidayYearMissing)]
    [InlineData(2019, 12, 31, ProblemCode.HolidayYearMissing)]
    public void A_year_without_holidays_is_warned_of_and_from_60_days_before_an_error(
        int year,
        int month,
        int day,
        ProblemCode? code
    ) =>
        Assert.Equal(
            code is null ? [] : [code.Value],
            Mistake.Problems(Mistake.Guide, new LocalDate(year, month, day)).Select(problem => problem.Code)
        );

    private const string OwnDates = """
              - { on: 2026-12-24, hours: ["08:00-12:00"], label: Christmas Eve }
              - { from: 2026-08-01, to: 2026-08-09, hours: [], label: Summer break }

        """;

    // The longest allowance is a month, and a case may be logged in 60 days: what is known must reach about 90 days ahead.
    [Theory]
    [InlineData("{ on: 2026-12-24, hours: [], label: Office move }", 2026, 9, 1, false)]
    [InlineData("{ on: 2026-12-24, hours: [], label: Office move }", 2026, 11, 15, true)]
    [InlineData("{ on: 2026-12-24, hours: [], label: Office move }", 2027, 3, 1, true)]
    [InlineData("{ on: \"12-24\", hours: [], label: Christmas Eve }", 2027, 3, 1, false)]
    [InlineData("{ from: 2026-12-24, to: 2027-01-02, hours: [], label: Stocktaking }", 2026, 11, 15, false)]
    public void Own_dates_that_end_are_warned_of_where_no_region_says_more(
        string date,
        int year,
        int month,
        int day,
        bool isWarned
    ) =>
        Assert.Equal(
            isWarned ? [ProblemCode.HolidayYearEnds] : [],
            Mistake
                .Problems(
                    Mistake
                        .Guide.Replace("    holidays: [england-wales]\n", "", StringComparison.Ordinal)
                        .Replace(OwnDates, $"      - {date}\n", StringComparison.Ordinal),
                    new LocalDate(year, month, day)
                )
                .Select(problem => problem.Code)
        );

    [Fact]
    public void Surprises_in_a_holiday_file_come_out_at_the_line_that_uses_it()
    {
        var days = new HolidaySet("england-wales", "Tests", new Dictionary<LocalDate, string>(), 2020, 2035);
        var finding = new HolidayFileFinding(
            12,
            HolidayFindingKind.Warning,
            "holiday-duplicate",
            "Two holidays on one day."
        );
        var library = new HolidayLibrary(
            new Dictionary<string, HolidayFileResult> { ["england-wales"] = new(days, [finding]) }
        );

        var reading = GuideReader.Read("test.yaml", Mistake.Guide, library);

        Assert.NotNull(reading.Guide);
        Assert.Equal(
            (ProblemCode.HolidaySurprise, 26, 16),
            (reading.Problems[0].Code, reading.Problems[0].Line, reading.Problems[0].Column)
        );
    }

    [Fact]
    public void Parts_that_nothing_acts_upon_yet_are_noticed()
    {
        var notices = GuideChecks.Run(Mistake.Read(Mistake.Guide), Mistake.AsOf);

        Assert.All(notices, notice => Assert.Equal(Severity.Notice, notice.Severity));
        Assert.Equal(
            [
                "when",
                "who",
                "fallback",
                "goal",
                "alarm",
                "agreed: promised",
                "attempts",
                "digest",
                "usersAffected",
                "call-back",
                "maintenance",
                "goals",
            ],
            notices.Select(notice => notice.What.Split('`')[1])
        );
    }
}
