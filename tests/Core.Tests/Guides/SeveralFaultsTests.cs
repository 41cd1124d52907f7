using Rung.Core.Guides.Checking;
using Rung.Core.Guides.Reading;
using Rung.Core.Tests.Showing;
using Xunit;

namespace Rung.Core.Tests.Guides;

/// <summary>A guide with several independent faults: all of them come out at once, and nothing that only follows from one.</summary>
public sealed class SeveralFaultsTests
{
    private const string Again =
        "  - { id: again, when: { kind: fault, services: all, source: phone, answers: { impact: every } }, "
        + "priority: P2, because: so it is, cite: all }\npriorityMatrix:\n";

    // What a person can get wrong while they write, and what only a careful reader would ask.
    private static readonly Fault[] Written =
    [
        new("unknown-key", "footnotes: [{", "footnote: [{"),
        new("unknown-key", "telephone: true,", "telephone: true, tint: red,"),
        new("dangling-reference", "priority: P1, service: mail }", "priority: P1, service: mial }"),
        new("unknown-word", "mode: sequential", "mode: sequental"),
        new("bad-date", "date: 2026-01-01, author", "date: 2026-13-01, author"),
        new("bad-length", "openFor: 48h", "openFor: 48x"),
        new("bad-hours", "hours: [\"08:00-12:00\"], label: Christmas", "hours: [\"08:00\"], label: Christmas"),
    ];

    private static readonly Fault[] Thought =
    [
        new("no-target", "      - { when: { priority: P3 }, allow: none }\n", ""),
        new("unreachable-rule", "priorityMatrix:\n", Again),
        new("no-start", "  - { source: form, from: receipt, cite: all }\n", ""),
        new("no-route", "services: [mail, web]", "services: [mail]"),
        new(
            "role-vacant",
            "title: Manager, side: provider, contact: Through the desk }",
            "title: Manager, side: provider }"
        ),
    ];

    // They count in the desk's calendar, so they are not judged while its hours cannot be read.
    private static readonly Fault[] Counted =
    [
        new("attempts-do-not-fit", "attempts: { count: 3, spacing", "attempts: { count: 5, spacing"),
        new("text-without-datum", "text: \"It is all here.\"", "text: \"It is all here within 7 months.\""),
    ];

    [Fact]
    public void Faults_of_every_sort_come_out_at_once() =>
        Shows([.. Written.Where(fault => fault.Code != "bad-hours"), .. Thought, .. Counted]);

    [Fact]
    public void What_counts_in_hours_that_cannot_be_read_is_not_judged_and_the_rest_is() =>
        Shows([.. Written, .. Thought]);

    // Each is judged in a calendar, a target or a ladder of its own; a fault in another hides none of them.
    [Theory]
    [InlineData("never-met", "allow: { elapsed: 4h }", "allow: { elapsed: 0h }")]
    [InlineData("day-lengths-differ", "    workingDay: { reading: nominalTime, length: 9h }\n", "")]
    [InlineData(
        "hours-and-days-disagree",
        "text: \"It is all here.\"",
        "text: \"Logged within 24 hours (1 working day).\""
    )]
    public void A_calendar_that_cannot_be_read_hides_only_what_counts_in_it(string code, string instead, string written)
    {
        const string Odd = "  odd: { name: Odd, zone: Europe/London, week: { mon: [\"08:00\"] } }\n  always: { name";
        Shows([new("bad-hours", "  always: { name", Odd), new(code, instead, written)]);
    }

    [Fact]
    public void A_target_whose_condition_cannot_be_read_hides_only_its_own_rows()
    {
        const string Other =
            "targets:\n  - { id: odd, name: Odd, role: update, when: { priorty: P3 }, firmness: firm, cite: all, times: [{ allow: none }], "
            + "clock: { calendar: desk, startsOn: [referenceIssued], stopsOn: [resolved] } }\n";
        Shows([
            new("unknown-key", "targets:\n", Other),
            new(
                "unreachable-time",
                "- { when: { priority: P3 }, allow: none }",
                "- { when: { priority: P3 }, allow: none }\n      - { when: { priority: P3, source: phone }, allow: none }"
            ),
        ]);
    }

    public static TheoryData<int, int> Pairs
    {
        get
        {
            var pairs = new TheoryData<int, int>();
            foreach (var written in Enumerable.Range(0, Written.Length - 1))
            {
                foreach (var careful in Enumerable.Range(0, Thought.Length + Counted.Length))
                {
                    pairs.Add(written, careful);
                }
            }
            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void No_slip_of_the_pen_hides_what_a_careful_reader_asks(int written, int careful)
    {
        Fault[] asked = [.. Thought, .. Counted];
        Shows([Written[written], asked[careful]]);
    }

    // The row that names a priority that is not there was meant for some other: perhaps for P3, so P3 is not said to lack one.
    [Fact]
    public void A_priority_is_not_missed_among_the_targets_while_a_row_names_one_that_is_not_there()
    {
        var text = Mistake.Guide.Replace(
            "      - { when: { priority: P3 }, allow: none }",
            "      - { when: { priority: P4 }, allow: none }",
            StringComparison.Ordinal
        );
        Assert.Equal(["dangling-reference"], Codes(text));
    }

    [Fact]
    public void A_mistyped_condition_hides_neither_the_rules_after_it_nor_makes_them_unreachable()
    {
        var text = Mistake.Guide.Replace("id: all-down, when:", "id: all-down, wen:", StringComparison.Ordinal);
        Assert.Equal(["unknown-key"], Codes(text));
    }

    // Issue 2: nine faults in the schools desk's guide were reported as five.
    [Fact]
    public void The_schools_desk_with_a_slip_in_each_section_still_has_its_careful_reader()
    {
        var sound = File.ReadAllText(Path.Combine(GuideFiles.Root, "guides", "schools-desk.yaml"));
        var before = Shipped(sound);
        var text = sound
            .Replace("\npriorities:\n  - id: ", "\npriorities:\n  - note: x\n    id: ", StringComparison.Ordinal)
            .Replace("\ntargets:\n  - id: ", "\ntargets:\n  - note: x\n    id: ", StringComparison.Ordinal)
            .Replace("\nclosing:\n", "\nclosing:\n  note: x\n", StringComparison.Ordinal)
            .Replace("\npriorityRules:\n  - id: ", "\npriorityRules:\n  - note: x\n    id: ", StringComparison.Ordinal)
            .Replace(
                "\nparagraphs:\n",
                "\nparagraphs:\n  - { id: odd, title: Odd, text: We ring within 77 minutes. }\n",
                StringComparison.Ordinal
            );
        var slips = text.Split("note: x").Length - 1;

        Assert.True(slips >= 2, $"Only {slips} slips were made: the file is laid out otherwise now.");
        Assert.Equal(
            [.. before.Concat(Enumerable.Repeat("unknown-key", slips)).Append("text-without-datum").Order()],
            Shipped(text)
        );
    }

    private static void Shows(IReadOnlyList<Fault> faults)
    {
        var text = faults.Aggregate(Mistake.Guide, (changed, fault) => fault.In(changed));
        Assert.Equal([.. faults.Select(fault => fault.Code).Order()], Codes(text));
    }

    private static string[] Codes(string text) => Sorted(Mistake.Problems(text));

    private static string[] Shipped(string text) =>
        Sorted(GuideChecks.Run(GuideReader.Read("test.yaml", text, GuideFiles.Holidays), Mistake.AsOf));

    private static string[] Sorted(IEnumerable<GuideProblem> problems) =>
        [
            .. problems
                .Where(problem => problem.Severity != Severity.Notice)
                .Select(problem => problem.Code.Text())
                .Order(),
        ];

    private sealed record Fault(string Code, string Instead, string Written)
    {
        public string In(string text)
        {
            var at = text.IndexOf(Instead, StringComparison.Ordinal);
            Assert.True(at >= 0, $"The sound guide does not say: {Instead}");
            return string.Concat(text.AsSpan(0, at), Written, text.AsSpan(at + Instead.Length));
        }
    }
}
