using CsCheck;
using Rung.Core.Guides.Reading;
using Rung.Core.Scenarios.Reading;
using Rung.Core.Tests.Cases;
using Xunit;

namespace Rung.Core.Tests.Scenarios;

/// <summary>A scenario is read as strictly as a guide: all problems at once, each with its place.</summary>
public class ScenarioReaderTests
{
    private const string Head = """
        scenario: x
        guide: ../schools-desk.yaml
        start: 2026-12-14 10:00
        customers: [{ id: c, name: C, contacts: [{ id: office, name: O }] }]
        steps:

        """;

    [Fact]
    public void All_problems_come_at_once_with_their_places()
    {
        var reading = Read(
            """
            scenario: x
            guide: ../schools-desk.yaml
            start: 2026-10-25 01:30
            stories: D1
            steps:
              - at: 2026-12-24 15:31
                do: { hold: { reason: informaton } }
              - at: 2026-12-24 15:30
                by: team-leeder
                do: { logMail: { as: y, mail: x, up: 2 } }
                expekt: { condition: opn }
              - at: 2027-03-28 01:30
                do: { log: { from: ofice, subject: x, answers: { affected: nobody, who: me } } }
                expect: { condition: opn, priority: P9, refused: no-way, timeline: [held-up], mails: [{ rule: lost }], clocks: { resolv: { due: soon } } }
            """
        );

        Assert.Null(reading.Scenario);
        Assert.Equal(
            [
                "3:8 bad-moment",
                "4:1 unknown-key",
                "7:17 missing-key",
                "7:27 dangling-reference",
                "8:9 moment-order",
                "9:9 dangling-reference",
                "10:35 dangling-reference",
                "10:38 unknown-key",
                "11:5 unknown-key",
                "12:9 bad-moment",
                "13:24 dangling-reference",
                "13:64 dangling-reference",
                "13:72 dangling-reference",
                "14:26 unknown-word",
                "14:41 dangling-reference",
                "14:54 unknown-word",
                "14:73 unknown-word",
                "14:99 dangling-reference",
                "14:118 unknown-key",
            ],
            ScenarioFiles.Problems(reading)
        );
    }

    [Theory]
    [InlineData("2026-10-25 01:30+01:00", "2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25 01:30+00:00", "2026-10-25T01:30:00Z")]
    [InlineData("2026-10-25 01:30Z", "2026-10-25T01:30:00Z")]
    [InlineData("2026-12-14 10:00:30", "2026-12-14T10:00:30Z")]
    [InlineData("2026-07-14 10:00", "2026-07-14T09:00:00Z")]
    public void Moments_are_wall_time_or_have_an_offset(string written, string instant)
    {
        var reading = Read(Head.Replace("2026-12-14 10:00", written) + "  - at: +0s\n");

        Assert.Equal(At.Utc(instant), reading.Scenario!.Start);
    }

    [Theory]
    [InlineData("do: { }", "one-of")]
    [InlineData("do: { resume: {}, close: {} }", "one-of")]
    [InlineData("do: [resume]", "wrong-type")]
    [InlineData("do: dance", "unknown-key")]
    [InlineData("do: note", "wrong-type")]
    [InlineData("do: { note: }", "empty-value")]
    [InlineData("do: { link: { to: nowhere, as: parent } }", "dangling-reference")]
    [InlineData(
        "do: { log: { as: a, from: office, subject: x } }\n  - at: +1h\n    do: { link: { to: a, as: covers } }",
        "unknown-word"
    )]
    [InlineData("do: { flag: { set: complete-loss, unset: complete-loss, reason: x } }", "one-of")]
    [InlineData("do: { disposition: { outcome: a, text: x, expected: tomorrow } }", "bad-date")]
    [InlineData("do: { log: { subject: x, from: nobody } }", "dangling-reference")]
    [InlineData("expect: { clock: { left: 3 days } }", "bad-length")]
    [InlineData("expect: { mails: -1 }", "bad-number")]
    [InlineData("expect: { timeline: held }", "wrong-type")]
    [InlineData("expect: { logBy: 2026-12-14 }", "wrong-type")]
    [InlineData("expect: { logBy: { due: soon } }", "bad-moment")]
    [InlineData("do: { receive: { from: office } }", "missing-key")]
    [InlineData("do: { receive: { from: nobody, subject: x } }", "dangling-reference")]
    [InlineData("do: { receive: { from: office, subject: x, to: who@example.org } }", "unknown-word")]
    [InlineData("do: logMail", "dangling-reference")]
    [InlineData("do: { logMail: { mail: lost } }", "dangling-reference")]
    [InlineData("do: { receive: { from: office, subject: x, source: email } }", "unknown-key")]
    [InlineData("expect: { followUp: soon }", "bad-date")]
    [InlineData("expect: { managementRoute: nowhere }", "dangling-reference")]
    [InlineData("expect: { hiddenFrom: nobody }", "dangling-reference")]
    [InlineData("do: { complain: { from: office } }", "missing-key")]
    [InlineData("do: { complain: { from: nobody, text: x } }", "dangling-reference")]
    [InlineData("do: { redirect: { text: x } }", "missing-key")]
    [InlineData("do: { holdingReply: { text: x, followUp: soon } }", "bad-date")]
    [InlineData("expect: { case: other }", "dangling-reference")]
    [InlineData("expect: { attempts: three }", "bad-number")]
    [InlineData("expect: { events: some }", "bad-number")]
    [InlineData("expect: { quiet: nearly }", "unknown-word")]
    [InlineData("expect: { expected: 2027-02-30 }", "bad-date")]
    [InlineData("at: +1 day", "bad-moment")]
    [InlineData("happened: +1h", "bad-moment")]
    public void One_mistake_is_one_problem(string line, string code)
    {
        var reading = Read($"{Head}  - {(line.StartsWith("at") ? "" : "at: 2026-12-14 10:00\n    ")}{line}\n");

        Assert.Equal([code], reading.Problems.Select(problem => problem.Code.Text()));
    }

    // However far the steps go, none leaves the years that a calendar knows.
    [Fact]
    public void Time_ends_in_the_year_2200()
    {
        var reading = Read(Head + string.Concat(Enumerable.Repeat("  - at: +99999h\n", 900)));

        Assert.Null(reading.Scenario);
        Assert.Equal("bad-moment", reading.Problems.Select(problem => problem.Code.Text()).Distinct().Single());
    }

    [Theory]
    [InlineData(1000, "")]
    [InlineData(1001, "6:3 too-large")]
    public void A_scenario_has_a_thousand_steps_at_most(int steps, string problem)
    {
        var reading = Read(Head + string.Concat(Enumerable.Repeat("  - at: +1min\n", steps)));

        Assert.Equal(problem, string.Join(' ', ScenarioFiles.Problems(reading)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a\n- b")]
    [InlineData("scenario: x")]
    [InlineData("guide: [a]")]
    [InlineData("a: *b")]
    [InlineData("{{{{")]
    public void What_names_no_guide_says_so(string text)
    {
        var guide = ScenarioReader.Guide(System.Text.Encoding.UTF8.GetBytes(text));

        Assert.Null(guide.Guide);
        Assert.NotEmpty(guide.Problems);
    }

    // Total: whatever stands in a line, an answer comes and never an exception.
    [Fact]
    public void Any_text_gives_an_answer()
    {
        var text = ScenarioFiles.Text("d4-silence-over-easter");
        var lines = text.Split('\n');
        Gen.Select(Gen.Int[0, lines.Length - 1], Gen.String[Gen.Char["{}[]:,-&*!|>'\"%@ \t\n#abc019+"], 0, 30])
            .Sample(
                (line, rubbish) =>
                {
                    var changed = string.Join(
                        '\n',
                        lines.Select((one, index) => index == line ? one[..(one.Length / 2)] + rubbish : one)
                    );
                    var reading = ScenarioReader.Read(
                        "x",
                        System.Text.Encoding.UTF8.GetBytes(changed),
                        ShippedGuides.Schools
                    );
                    Assert.True(reading.Scenario is not null || reading.Problems.Count > 0);
                    if (reading.Scenario is { } scenario)
                    {
                        Core.Scenarios.Running.ScenarioRunner.Run(ShippedGuides.Schools, scenario);
                    }
                },
                iter: 1_000
            );
    }

    private static Core.Scenarios.ScenarioReading Read(string text) =>
        ScenarioFiles.Read(Path.Combine(ScenarioFiles.Shipped, "x.yaml"), text);
}
