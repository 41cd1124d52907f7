using Rung.Core.Guides.Reading;
using Xunit;

namespace Rung.Core.Tests.Guides;

/// <summary>Issue 2, section 3: a wrong key is one problem at its place, and nothing else follows from it.</summary>
public sealed class KeyMistakeTests
{
    [Theory]
    // Unknown keys, with what is near them already there or not.
    [InlineData(ProblemCode.UnknownKey, "firstLine:", "«fristLine:")]
    [InlineData(ProblemCode.UnknownKey, "services:\n", "«servces:\n")]
    [InlineData(ProblemCode.UnknownKey, "auditTrail: 2 years", "«auditTrails: 2 years")]
    [InlineData(ProblemCode.UnknownKey, "calendars:\n", "«calendar:\n")]
    [InlineData(ProblemCode.UnknownKey, "paragraphs:\n", "«paragraph:\n")]
    [InlineData(ProblemCode.UnknownKey, "  title: Every key", "  «titel: Every key")]
    [InlineData(ProblemCode.UnknownKey, "serviceHours: always", "«servicehours: always")]
    [InlineData(ProblemCode.UnknownKey, "rung: 1\n", "rung: 1\n«x-note: mine\n")]
    [InlineData(ProblemCode.UnknownKey, "outOfHours: refuse", "«outofhours: refuse")]
    [InlineData(ProblemCode.UnknownKey, "startsOn: [", "«startOn: [")]
    [InlineData(ProblemCode.UnknownKey, "{ elapsed: 4h }", "{ «elapse: 4h }")]
    [InlineData(ProblemCode.UnknownKey, "when: { kind: fault, services", "when: { «kinds: fault, services")]
    [InlineData(ProblemCode.UnknownKey, "anchor: caseStart", "«anchr: caseStart")]
    [InlineData(ProblemCode.UnknownKey, "- request:", "- «requests:")]
    [InlineData(ProblemCode.UnknownKey, "atLeast: 2", "«atleast: 2")]
    // Missing and doubled keys.
    [InlineData(ProblemCode.MissingKey, "  id: every-key\n  title: Every key\n", "  «id: every-key\n")]
    [InlineData(ProblemCode.MissingKey, "{ id: web, name: Web }", "«{ id: web }")]
    [InlineData(ProblemCode.MissingKey, "{ source: portal, from: reference, cite", "«{ source: portal, cite")]
    [InlineData(ProblemCode.DuplicateKey, "  title: Every key\n", "  title: Every key\n  «title: Again\n")]
    [InlineData(ProblemCode.DuplicateKey, "readings:\n", "«desk: {}\nreadings:\n")]
    // Exactly one of several keys.
    [InlineData(ProblemCode.OneOf, "allow: { elapsed: 4h }", "allow: { elapsed: 4h, «working: 4h }")]
    [InlineData(ProblemCode.OneOf, "allow: { elapsed: 4h }", "allow: «{}")]
    [InlineData(ProblemCode.OneOf, "{ days: 3 }", "{ days: 3, at: «\"17:00\" }")]
    [InlineData(ProblemCode.OneOf, "always: true }", "always: true, «union: [desk, nights] }")]
    [InlineData(
        ProblemCode.OneOf,
        "nights: { minus: [always, desk] }",
        "nights: { minus: [always, desk], zone: «Europe/London }"
    )]
    [InlineData(ProblemCode.OneOf, "minus: [always, desk]", "minus: «[always]")]
    [InlineData(
        ProblemCode.OneOf,
        "{ email: desk@desk.example.org }",
        "{ email: desk@desk.example.org, «phone: 01632 960101 }"
    )]
    [InlineData(ProblemCode.OneOf, "{ on: 2026-12-24,", "{ on: 2026-12-24, to: «2026-12-26,")]
    [InlineData(ProblemCode.OneOf, "hours: [], label: Summer break", "hours: [], «week: {}, label: Summer break")]
    [InlineData(
        ProblemCode.OneOf,
        "{ from: 2026-08-01, to: 2026-08-09, hours: [], label",
        "«{ from: 2026-08-01, to: 2026-08-09, label"
    )]
    [InlineData(ProblemCode.OneOf, "{ id: resolve, left: 30min }", "{ id: resolve, left: 30min, «used: 5% }")]
    [InlineData(
        ProblemCode.OneOf,
        "{ id: alarms, when: { source: monitoring }, atLeast: P2, atMost: P1, because",
        "«{ id: alarms, when: { source: monitoring }, because"
    )]
    [InlineData(ProblemCode.OneOf, "type: number, cite", "type: number, options: «[{ id: a, label: A }], cite")]
    [InlineData(ProblemCode.OneOf, "type: text, cite", "type: text, options: «[{ id: a, label: A }], cite")]
    [InlineData(ProblemCode.OneOf, "- owner: { mayDelay: { elapsed: 1h } }", "- «{}")]
    public void One_wrong_key_is_one_problem(ProblemCode code, string instead, string marked) =>
        new Mistake(code, instead, marked).Show();
}
