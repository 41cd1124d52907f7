using System.Text.RegularExpressions;
using Rung.Core.Cases.Telling;
using Rung.Core.Guides;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>
/// After what changed and what is to be done, each mail on a case says how it stands: the condition and the priority in plain words
/// and the target as a date in its zone; and under it how to reach us. ESS-28, ESS-75, ESS-77, A-07.
/// </summary>
public sealed partial class MailFormTests
{
    // Before there is a case, about a complaint (which has no priority), or about what another team answers.
    private static readonly string[] OnNoCase = ["receipt", "to-another-team-told"];

    // They meet the target (A-14); the second says when to expect the change (ESS-67).
    private static readonly string[] Meeting = ["disposition-given", "expectation-set"];

    public static TheoryData<string, string> Written => MailWordingTests.Written;

    [Theory]
    [MemberData(nameof(Written))]
    public void ESS_75_ESS_77_A_mail_says_the_condition_and_the_priority_in_plain_words(string guide, string rule) =>
        Assert.All(
            OnCases(guide, rule),
            mail =>
            {
                var by = ShippedGuides.Named(guide);
                Assert.Single(by.Conditions, one => HasLine(mail, $"Condition: {one.Name}. {one.Plain}"));
                Assert.Equal(
                    mail.Subject.Contains("complaint", StringComparison.Ordinal) ? 0 : 1,
                    by.Priorities.Count(one => HasLine(mail, $"{one.Says}: {one.Plain}"))
                );
            }
        );

    [Theory]
    [MemberData(nameof(Written))]
    public void ESS_37_ESS_77_A_mail_says_the_target_with_its_date_and_zone_while_the_clock_runs(
        string guide,
        string rule
    ) =>
        Assert.All(
            OnCases(guide, rule).Where(mail => ClockRuns().IsMatch(mail.Text) && !Meeting.Contains(rule)),
            mail =>
                Assert.Matches(
                    @"(?m)^(Our( new)? target|Target under your contract): [A-Z][a-z]+day \d+ [A-Z][a-z]+ 20\d\d, \d\d:\d\d (GMT|BST)$",
                    mail.Text
                )
        );

    [Theory]
    [MemberData(nameof(Written))]
    public void ESS_77_A_mail_says_how_to_reach_us_by_telephone(string guide, string rule) =>
        Assert.All(
            EveryMail.Of(ShippedGuides.Named(guide)).Where(mail => mail.Rule == rule),
            mail => Assert.Matches(@"(?m)^By telephone.*: 01632 960\d{3}", mail.Text)
        );

    private static IEnumerable<OutgoingMessage> OnCases(string guide, string rule) =>
        EveryMail
            .Of(ShippedGuides.Named(guide))
            .Where(mail => mail.Rule == rule)
            .Where(mail => !OnNoCase.Contains(rule) && !rule.StartsWith("complaint-", StringComparison.Ordinal));

    // While it stands still there is no target, and what is done has met it or has not.
    [GeneratedRegex("(?m)^Condition: (Open|Assigned)")]
    private static partial Regex ClockRuns();

    private static bool HasLine(OutgoingMessage mail, string line) => mail.Text.Split('\n').Contains(line);
}
