using Rung.Core.Scenarios.Running;
using Xunit;

namespace Rung.Core.Tests.Scenarios;

/// <summary>A figure that is wrong by one makes its scenario fail, and the answer explains what is so instead.</summary>
public class ScenarioRunnerTests
{
    [Theory]
    [InlineData("d1-held-over-christmas", "due: 2026-12-31 15:31, total", "due: 2026-12-31 15:32, total", "clock.due")]
    [InlineData(
        "d1-held-over-christmas",
        "start: 2026-12-24 15:31, due",
        "start: 2026-12-24 15:20, due",
        "clock.start"
    )]
    [InlineData("d1-held-over-christmas", "clockStart: 2026-12-24 15:31", "clockStart: 2026-12-24 15:20", "clockStart")]
    [InlineData(
        "d1-held-over-christmas",
        "used: 929min, left: 871min, due: none",
        "used: 928min, left: 871min, due: none",
        "clock.used"
    )]
    [InlineData("d1-held-over-christmas", "left: 11min", "left: 10min", "clock.left")]
    [InlineData("d1-held-over-christmas", "paused: 1110min", "paused: 1170min", "clock.paused")]
    [InlineData("d1-held-over-christmas", "state: met", "state: missed", "clock.state")]
    [InlineData("d1-held-over-christmas", "mailsInAll: 6", "mailsInAll: 7", "mailsInAll")]
    [InlineData("d1-held-over-christmas", "rule: down-for-some", "rule: down-for-one", "rule")]
    [InlineData("d1-held-over-christmas", "Priority 3", "Priority 4", "mails[1].text")]
    [InlineData("d1-held-over-christmas", "not: Reason for the outage", "not: is closed", "mails[1].not")]
    [InlineData("d1-held-over-christmas", "rule: held, to: office", "rule: held, to: head@example.org", "mails[1].to")]
    [InlineData("d1-held-over-christmas", "closed: confirmed", "closed: silence", "closed")]
    [InlineData("d1-held-over-christmas", "breaches: none, mails: 0", "breaches: resolve, mails: 0", "breaches")]
    [InlineData("d3-absent-tester-and-clock-change", "paused: 3710min", "paused: 3650min", "clock.paused")]
    [InlineData(
        "d3-absent-tester-and-clock-change",
        "holdEnds: 2026-10-26 08:00",
        "holdEnds: 2026-10-26 09:00",
        "holdEnds"
    )]
    [InlineData(
        "d3-absent-tester-and-clock-change",
        "code: rfo-required, rule: ESS-76",
        "code: rfo-required, rule: ESS-75",
        "refused.rule"
    )]
    [InlineData(
        "d3-absent-tester-and-clock-change",
        "event: handover-due, at: 2026-10-23 17:00",
        "event: handover-due, at: 2026-10-23 17:01",
        "timeline"
    )]
    [InlineData(
        "d4-silence-over-easter",
        "event: attempt-made, at: 2027-03-30 14:00",
        "event: attempt-made, at: 2027-03-26 14:00",
        "timeline"
    )]
    [InlineData(
        "d4-silence-over-easter",
        "closedAt: 2027-04-02 14:00\n      mails",
        "closedAt: 2027-04-02 13:59\n      mails",
        "closedAt"
    )]
    [InlineData("d4-silence-over-easter", "events: 1", "events: 2", "events")]
    [InlineData("d1-held-over-christmas", "because: some", "because: many", "because")]
    [InlineData("d4-silence-over-easter", "links: again", "links: none", "links")]
    [InlineData("d4-silence-over-easter", "cause: default", "cause: chosen", "again: cause")]
    [InlineData(
        "d4-silence-over-easter",
        "refused: { code: case-closed, rule: ESS-53, cite: silence }",
        "priority: P3",
        "do: reopen"
    )]
    [InlineData("d4-answer-a-minute-before", "newCase: none", "newCase: again", "newCase")]
    [InlineData("d4-answer-a-minute-before", "reply: Still the same", "note: Still the same", "do: note")]
    public void A_wrong_figure_fails(string name, string right, string wrong, string what)
    {
        var text = ScenarioFiles.Text(name);
        Assert.Contains(right, text, StringComparison.Ordinal);

        var failure = Run(name, text.Replace(right, wrong, StringComparison.Ordinal)).Failure;

        Assert.Contains(what, failure!.Mismatches.Select(mismatch => mismatch.What));
    }

    [Fact]
    public void The_answer_explains_what_is_so_instead()
    {
        var text = ScenarioFiles.Text("d1-held-over-christmas");

        var failure = Run(
            "d1-held-over-christmas",
            text.Replace("due: 2027-01-05 14:01", "due: 2027-01-05 14:00")
        ).Failure!;

        Assert.Equal((5, "Mon 4 Jan 2027 09:30 GMT, School office: reply"), (failure.Number, failure.Doing));
        var mismatch = Assert.Single(failure.Mismatches);
        Assert.Equal(
            ("clock.due", "Tue 5 Jan 2027 14:00 GMT", "Tue 5 Jan 2027 14:01 GMT"),
            (mismatch.What, mismatch.Expected, mismatch.Actual)
        );
        Assert.Equal(
            text.Split('\n').ToList().FindIndex(line => line.Contains("due: 2027-01-05 14:01")) + 1,
            mismatch.Line
        );
        Assert.Contains("Wed 30 Dec 11:00 – Mon 4 Jan 09:30   paused 18 h 30 min", failure.Explanation);
        Assert.Contains(
            "Mon 4 Jan 09:30 GMT  School office: Answer by e-mail: We are back and can test now",
            failure.Explanation
        );
        Assert.Contains("mail \"resumed\" to office@millbrook.example.org", failure.Explanation);
    }

    // A mistyped year ends soon and says how far time got: a prompt for the night falls due every working day.
    [Fact]
    public void Time_that_takes_too_long_is_said()
    {
        var text = ScenarioFiles.Text("schools-serious-at-half-past-five");

        var failure = Run(
            "schools-serious-at-half-past-five",
            text.Replace("at: 2026-12-14 21:40", "at: 2126-12-14 21:40")
        ).Failure!;

        var mismatch = Assert.Single(failure.Mismatches);
        Assert.Equal(("at", "Sat 14 Dec 2126 21:40 GMT"), (mismatch.What, mismatch.Expected));
        Assert.EndsWith("when 1000 things had fallen due", mismatch.Actual);
        Assert.InRange(failure.Explanation.Split('\n').Length, 50, 5000);
    }

    [Fact]
    public void What_waits_is_never_passed()
    {
        var text = ScenarioFiles.Text("d1-held-over-christmas");

        var waiting = Run("d1-held-over-christmas", text.Replace("story: D1", "story: D1\nwaitingFor: Something"));

        Assert.Equal((ScenarioOutcome.Waiting, "Something"), (waiting.Outcome, Assert.Single(waiting.Waits)));
    }

    [Fact]
    public void A_step_that_waits_is_left_out_and_the_rest_must_hold()
    {
        const string Last = "  - at: 2027-03-30 11:00\n";
        var text = ScenarioFiles
            .Text("d5-night-escalation")
            .Replace(Last, $"{Last}    waitingFor: Something that comes later\n");

        Assert.Equal(ScenarioOutcome.Waiting, Run("d5-night-escalation", text).Outcome);
        Assert.Equal(
            ScenarioOutcome.Failed,
            Run("d5-night-escalation", text.Replace("used: 440min", "used: 441min")).Outcome
        );
    }

    private static ScenarioResult Run(string name, string text) =>
        ScenarioFiles.Run(Path.Combine(ScenarioFiles.Shipped, $"{name}.yaml"), text);
}
