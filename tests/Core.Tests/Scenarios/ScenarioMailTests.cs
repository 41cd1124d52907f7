using Rung.Core.Scenarios.Running;
using Xunit;

namespace Rung.Core.Tests.Scenarios;

/// <summary>A mail before it is logged, in a scenario. ESS-40, ESS-41, A-05</summary>
public sealed class ScenarioMailTests
{
    private const string Story = "d2-raised-after-a-bank-holiday";

    [Theory]
    [InlineData("due: 2027-05-04 18:00", "due: 2027-05-04 18:01", "logBy.due")]
    [InlineData("start: 2027-05-04 08:00, due", "start: 2027-04-30 18:20, due", "logBy.start")]
    [InlineData("used: 25min", "used: 24min", "logBy.used")]
    [InlineData("state: met", "state: missed", "logBy.state")]
    [InlineData("stoppedAt: 2027-05-04 08:25", "stoppedAt: none", "logBy.stoppedAt")]
    [InlineData("rule: receipt, to: office", "rule: logged, to: office", "mails[1].rule")]
    [InlineData("not: Folders", "not: received", "mails[1].not")]
    [InlineData("used: 0min }, mails: 0", "used: 0min }, mails: 1", "mails")]
    public void A_wrong_figure_fails(string right, string wrong, string what)
    {
        var text = ScenarioFiles.Text(Story);
        Assert.Contains(right, text, StringComparison.Ordinal);

        var failure = Run(text.Replace(right, wrong, StringComparison.Ordinal)).Failure!;

        Assert.Contains(what, failure.Mismatches.Select(mismatch => mismatch.What));
        Assert.Contains(
            "Mail (mail): came Fri 30 Apr 2027 18:20 BST, counts from Tue 4 May 2027 08:00 BST",
            failure.Explanation,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_mail_is_logged_once_and_not_before_it_has_come()
    {
        const string Again = "  - at: 2027-05-04 08:26\n    do: { logMail: { as: another } }\n";
        const string Early = "  - at: 2027-04-30 18:19\n    do: { logMail: { as: another } }\n";
        var text = ScenarioFiles.Text(Story).Replace("start: 2027-04-30 18:20", "start: 2027-04-30 18:19");

        var twice = Run(text.Replace("  # 3. Raised", $"{Again}  # 3. Raised")).Failure!;
        var early = Run(text.Replace("  # 1. Received", $"{Early}  # 1. Received")).Failure!;

        Assert.Equal("logged already, as case", Assert.Single(twice.Mismatches).Actual);
        Assert.Equal("has not come", Assert.Single(early.Mismatches).Actual);
    }

    // Saturday 1 May, Sunday, the holiday: whoever writes again before the desk opens is not told again.
    [Fact]
    public void One_address_gets_one_receipt_until_the_desk_opens()
    {
        const string Second =
            "  - at: 2027-05-02 10:00\n    do: { receive: { as: second, from: office, subject: And the printer } }\n"
            + "    expect: { mails: 0, logBy: { due: 2027-05-04 18:00 } }\n";

        var result = Run(ScenarioFiles.Text(Story).Replace("  # The weekend", $"{Second}  # The weekend"));

        Assert.True(result.Failure is null, ScenarioFiles.Told(result));
    }

    // The first unit past the due: 18:00:01 on Tuesday is not in time, 18:00 is. The desk is closed: nothing over.
    [Theory]
    [InlineData("18:00", "state: met, left: 0min")]
    [InlineData("18:00:01", "state: missed, left: 0min, over: 0min, missedAt: 2027-05-04 18:00")]
    public void The_last_instant_is_in_time(string at, string logBy)
    {
        var text = ScenarioFiles.Text(Story);
        var start = text[..text.IndexOf("  # The weekend", StringComparison.Ordinal)];

        var result = Run(
            $"{start}  - at: 2027-05-04 {at}\n    do: {{ logMail: {{ services: [email] }} }}\n    expect: {{ logBy: {{ {logBy} }} }}\n"
        );

        Assert.True(result.Failure is null, ScenarioFiles.Told(result));
    }

    private static ScenarioResult Run(string text) =>
        ScenarioFiles.Run(Path.Combine(ScenarioFiles.Shipped, $"{Story}.yaml"), text);
}
