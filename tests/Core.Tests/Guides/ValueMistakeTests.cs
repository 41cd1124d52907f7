using Rung.Core.Guides.Reading;
using Xunit;

namespace Rung.Core.Tests.Guides;

/// <summary>Issue 2, section 3: a wrong value is one problem at its place, and nothing else follows from it.</summary>
public sealed class ValueMistakeTests
{
    [Theory]
    // Wrong shapes.
    [InlineData(ProblemCode.WrongType, "approvers: [Editor]", "approvers: «{ one: Editor }")]
    [InlineData(ProblemCode.WrongType, "language: en-GB", "language: «[en-GB]")]
    [InlineData(ProblemCode.WrongType, "waitReasons:\n  - { id", "waitReasons:\n  - «text\n  - { id")]
    [InlineData(
        ProblemCode.WrongType,
        "firstLine: { say: Ask your own desk first, cite: all }",
        "firstLine: «Ask your own desk first"
    )]
    [InlineData(ProblemCode.WrongType, "setWhen: { priority: P1 }", "setWhen: «P1")]
    [InlineData(ProblemCode.WrongType, "all: [{ openFor: 48h }, { channel: phone }]", "all: «{ openFor: 48h }")]
    // Nothing where something belongs.
    [InlineData(ProblemCode.EmptyValue, "subtitle: Of the guide language", "subtitle:«")]
    [InlineData(ProblemCode.EmptyValue, "note: Ring first.", "note: «\"\"")]
    [InlineData(ProblemCode.EmptyValue, "note: Ring first.", "note: «~")]
    [InlineData(ProblemCode.EmptyValue, "answers: { impact: every }", "answers: { impact: «[] }")]
    [InlineData(ProblemCode.EmptyValue, "channels: [email]", "channels: «[]")]
    [InlineData(ProblemCode.EmptyValue, "stopsOn: [resolved]", "stopsOn: «[]")]
    [InlineData(ProblemCode.EmptyValue, "any: [{ priority: P1 }, { flag: loss }]", "any: «[]")]
    // Words of the language.
    [InlineData(ProblemCode.UnknownWord, "status: draft", "status: «drafted")]
    [InlineData(ProblemCode.UnknownWord, "mode: sequential", "mode: «sequental")]
    [InlineData(ProblemCode.UnknownWord, "telephone: true", "telephone: «yes")]
    [InlineData(ProblemCode.UnknownWord, "services: all,", "services: «every,")]
    [InlineData(ProblemCode.UnknownWord, "desk: open", "desk: «opened")]
    [InlineData(ProblemCode.UnknownWord, "takesDown: [email]", "takesDown: [«mail]")]
    [InlineData(ProblemCode.UnknownWord, "anchor: caseStart", "anchor: «caseEnd")]
    [InlineData(ProblemCode.UnknownWord, "startsOn: [referenceIssued]", "startsOn: «[received]")]
    [InlineData(ProblemCode.UnknownWord, "alarm: active", "alarm: «ringing")]
    [InlineData(ProblemCode.UnknownWord, "told: oncePerDay", "told: «daily")]
    [InlineData(ProblemCode.UnknownWord, "then: close", "then: «closed")]
    [InlineData(ProblemCode.EmptyValue, "words: [outage]", "words: «[]")]
    [InlineData(ProblemCode.UnknownWord, "continues: \"yes\"", "continues: «maybe")]
    // Ids, addresses, numbers, dates, times, lengths, shares.
    [InlineData(ProblemCode.BadId, "id: logged", "id: «logged mail")]
    [InlineData(ProblemCode.BadId, "referencePrefix: E", "referencePrefix: «desk")]
    [InlineData(ProblemCode.BadText, "email: desk@desk.example.org", "email: «desk at example.org")]
    [InlineData(ProblemCode.BadText, "phone: 01632 960100", "phone: «ring us")]
    [InlineData(ProblemCode.BadText, "\"https://portal.example.org\"", "«\"javascript:alert(1)\"")]
    [InlineData(ProblemCode.BadNumber, "count: 3", "count: «three")]
    [InlineData(ProblemCode.BadNumber, "count: 3", "count: «-1")]
    [InlineData(ProblemCode.BadNumber, "count: 3", "count: «99999999999999999999")]
    [InlineData(ProblemCode.BadNumber, "{ days: 3 }", "{ days: «1.5 }")]
    [InlineData(ProblemCode.BadDate, "effectiveFrom: 2026-01-01", "effectiveFrom: «2026-02-30")]
    [InlineData(ProblemCode.BadDate, "on: 2026-12-24", "on: «24/12/2026")]
    [InlineData(ProblemCode.BadDate, "on: 2026-12-24", "on: «9999-12-24")]
    [InlineData(ProblemCode.BadTime, "startBefore: \"13:00\"", "startBefore: «\"25:00\"")]
    [InlineData(ProblemCode.BadLength, "{ elapsed: 4h }", "{ elapsed: «4 hours }")]
    [InlineData(ProblemCode.BadLength, "{ elapsed: 4h }", "{ elapsed: «30m }")]
    [InlineData(ProblemCode.BadLength, "{ elapsed: 4h }", "{ elapsed: «99999h }")]
    [InlineData(ProblemCode.BadLength, "length: 9h", "length: «25h")]
    [InlineData(ProblemCode.BadLength, "left: 1h30min", "left: «soon")]
    [InlineData(ProblemCode.BadPeriod, "drafts: 1 month", "drafts: «0 months")]
    [InlineData(ProblemCode.BadPeriod, "drafts: 1 month", "drafts: «-1 months")]
    [InlineData(ProblemCode.BadPeriod, "drafts: 1 month", "drafts: «101 years")]
    [InlineData(ProblemCode.BadPeriod, "drafts: 1 month", "drafts: «99999999999999999999 years")]
    [InlineData(ProblemCode.BadPeriod, "drafts: 1 month", "drafts: «1.5 years")]
    [InlineData(ProblemCode.BadPeriod, "drafts: 1 month", "drafts: «for ever")]
    [InlineData(ProblemCode.BadPeriod, "drafts: 1 month", "drafts: «1h")]
    [InlineData(ProblemCode.WrongType, "drafts: 1 month", "drafts: «{ months: 1 }")]
    [InlineData(ProblemCode.BadShare, "goal: 95%", "goal: «0.95")]
    [InlineData(ProblemCode.BadShare, "goal: 95%", "goal: «101%")]
    [InlineData(ProblemCode.BadAllowance, "allow: { elapsed: 4h }", "allow: «4h")]
    // A template is wrong at its brace.
    [InlineData(ProblemCode.BadPlaceholder, "{subject} due {due}", "«{subjct} due {due}")]
    [InlineData(ProblemCode.BadPlaceholder, "{subject} due {due}", "{subject} due «{due")]
    [InlineData(ProblemCode.BadPlaceholder, "{subject} due {due}", "{subject} due {due}«}")]
    [InlineData(ProblemCode.BadPlaceholder, "{subject} due {due}", "{subject} due «{due or so}")]
    [InlineData(ProblemCode.BadPlaceholder, "{subject} due {due}", "{subject} due «{}")]
    [InlineData(
        ProblemCode.BadPlaceholder,
        "{ sender: The desk, foot: \"{desk}, {phone}\", cite: all }",
        "\n  sender: The desk\n  foot: |\n    You turned to {desk}.\n\n    Ring «{fone} now.\n  cite: all"
    )]
    [InlineData(ProblemCode.BadPlaceholder, "text: \"Here: {link}\"", "text: «Come in")]
    [InlineData(ProblemCode.BadPlaceholder, "subject: Another password", "subject: \"«{link}\"")]
    [InlineData(
        ProblemCode.BadPlaceholder,
        "  - { id: missed, on: targetMissed",
        "  - { id: r, on: received, to: originator, by: email, subject: \"Re: «{subject}\", text: \"{received}\", cite: all }\n  - { id: missed, on: targetMissed"
    )]
    public void One_wrong_value_is_one_problem(ProblemCode code, string instead, string marked) =>
        new Mistake(code, instead, marked).Show();
}
