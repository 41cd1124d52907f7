using System.Text.RegularExpressions;
using Rung.Core.Cases.Telling;
using Rung.Core.Guides;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>
/// What the shipped guides write to customers, as it is sent, is understood by somebody who knows nothing of computers and of service desks:
/// short sentences, no words of the trade, and first of all what is to be done. ESS-77.
/// </summary>
public sealed partial class MailWordingTests
{
    private const int LongestSentence = 25;

    // What whoever works at a desk, or with computers, says without noticing.
    private static readonly string[] Trade =
    [
        "ack",
        "acknowledged",
        "assignee",
        "backlog",
        "breach",
        "breached",
        "category",
        "CI",
        "CMDB",
        "component",
        "config",
        "cache",
        "classification",
        "client",
        "credentials",
        "DNS",
        "downtime",
        "end user",
        "endpoint",
        "functionality",
        "FQDN",
        "incident",
        "instance",
        "ITIL",
        "KPI",
        "L1",
        "L2",
        "L3",
        "log in",
        "logfile",
        "login",
        "MTTR",
        "OLA",
        "outage window",
        "P1",
        "P2",
        "P3",
        "P4",
        "P5",
        "payload",
        "ping",
        "platform",
        "pending",
        "provisioning",
        "queue",
        "raise a ticket",
        "re-assign",
        "reassigned",
        "remediation",
        "requester",
        "resolver",
        "RFO",
        "RCA",
        "root cause",
        "server",
        "service request",
        "severity",
        "SLA",
        "SLO",
        "SMC",
        "stakeholder",
        "status",
        "support tier",
        "ticket",
        "tier",
        "triage",
        "troubleshoot",
        "URL",
        "user",
        "utilise",
        "workaround",
        "workflow",
    ];

    public static TheoryData<string, string> Written =>
        new(
            from guide in (Guide[])[ShippedGuides.Schools, ShippedGuides.Smc]
            from rule in guide.Notifications
            where rule.IsWrittenToCustomer
            select (guide.Document.Id, rule.Id)
        );

    [Theory]
    [MemberData(nameof(Written))]
    public void ESS_77_A_mail_to_a_customer_has_no_word_of_the_trade(string guide, string rule) =>
        Assert.All(
            Sent(guide, rule),
            mail =>
                Assert.All(Trade, word => Assert.DoesNotMatch($@"(?i)\b{Regex.Escape(word)}s?\b", Said(guide, mail)))
        );

    [Theory]
    [MemberData(nameof(Written))]
    public void ESS_77_Its_sentences_are_short(string guide, string rule) =>
        Assert.All(
            Sent(guide, rule).SelectMany(mail => SentenceEnd().Split(Unbroken(mail.Text))),
            sentence =>
            {
                var words = sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
                Assert.True(words <= LongestSentence, $"{words} words: {sentence}");
            }
        );

    [Theory]
    [MemberData(nameof(Written))]
    public void ESS_77_It_begins_with_what_is_to_be_done_or_that_nothing_is(string guide, string rule) =>
        Assert.All(Sent(guide, rule), mail => Assert.Matches(ToDo(), mail.Text.Split("\n\n")[0]));

    private static List<OutgoingMessage> Sent(string guide, string rule)
    {
        var sent = EveryMail.Of(ShippedGuides.Named(guide)).Where(mail => mail.Rule == rule).ToList();
        Assert.NotEmpty(sent);
        return sent;
    }

    // The provider has its own name, and the guide is quoted under its.
    private static string Said(string guide, OutgoingMessage mail) =>
        Quoted()
            .Replace($"{mail.Subject}\n{mail.Text}", "")
            .Replace(ShippedGuides.Named(guide).Document.Provider, "", StringComparison.Ordinal);

    // A line of its own ends a sentence; one that was broken goes on.
    private static string Unbroken(string text) => BrokenLine().Replace(text, " ");

    [GeneratedRegex(@"(?m)^What we promise: .*$")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<=[.!?:])\s+|\n")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"(?<=[a-z,])\n(?=[a-z])")]
    private static partial Regex BrokenLine();

    [GeneratedRegex(@"(?i)\b(please|need not|need something from you|ring|answer|tell us|is it (fixed|resolved))\b")]
    private static partial Regex ToDo();
}
