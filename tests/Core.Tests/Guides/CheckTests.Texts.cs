using Rung.Core.Guides.Reading;
using Xunit;

namespace Rung.Core.Tests.Guides;

/// <content>What texts say, held against the data.</content>
public sealed partial class CheckTests
{
    [Theory]
    [InlineData("Logged within 9 hours (1 working day).")]
    [InlineData("We answer 24 hours a day, 7 days a week.")]
    [InlineData("Ring at 09:00 or one day later, within 4 hours or a week.")]
    [InlineData("It takes 60 minutes, 2 weeks, 14 days or three working days.")]
    [InlineData("It takes forty-eight hours, thirty minutes, forty-five hours (5 days of 9) or ninety minutes.")]
    [InlineData("Ring us every half-hour, or half an hour before.")]
    [InlineData("We are here from 08:00 to 18:00, on Fridays 8am to 5pm, with a break between noon and 1 p.m.")]
    [InlineData("Nobody is there from 18:00 until 08:00; between terms 10.00 to 14.00 (10:00–14:00).")]
    [InlineData("Version 2.10 and 3.20, 17:75 to 18:90, 10 to 14 people, 9:00 or so to ring.")]
    public void Texts_that_agree_with_the_data_are_left_alone(string text) =>
        Assert.Empty(Mistake.Problems(Mistake.Guide.Replace("It is all here.", text, StringComparison.Ordinal)));

    [Theory]
    [InlineData("30min", 0)]
    [InlineData("25min", 1)]
    public void Half_an_hour_is_thirty_minutes(string stated, int findings)
    {
        var guide = Mistake
            .Guide.Replace("30min", stated, StringComparison.Ordinal)
            .Replace("It is all here.", "We ring back within half an hour.", StringComparison.Ordinal);

        Assert.Equal(
            Enumerable.Repeat("the text says \"half an hour\", and no rule that cites `all` does", findings),
            Mistake.Problems(guide).Select(problem => problem.What)
        );
    }

    [Fact]
    public void Attempts_counted_with_and_without_the_first_are_said_to_disagree()
    {
        var text = Mistake
            .Guide.Replace("We try 3 times and", "We make 3 additional attempts and", StringComparison.Ordinal)
            .Replace(
                "explanation: Nobody has it",
                "explanation: Closed after three reasonable attempts",
                StringComparison.Ordinal
            );

        var problem = Assert.Single(Mistake.Problems(text));

        Assert.Equal(ProblemCode.TextsDisagree, problem.Code);
        Assert.Contains("\"3 additional attempts\"", problem.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text: Missed", "text: We will ask two more times", 1)]
    [InlineData("text: Missed", "text: We will ask 4 further times", 1)]
    [InlineData("text: Missed", "text: This is reminder 1 of 4", 1)]
    [InlineData("text: Missed", "text: We will ask three more times", 0)]
    [InlineData("text: Missed", "text: This is reminder 1 of 3", 0)]
    [InlineData("We try 3 times and", "We try two more times and", 1)]
    [InlineData("We try 3 times and", "We try three more times and", 0)]
    [InlineData("triage: Try webmail", "triage: Try webmail five more times", 0)]
    public void Attempts_that_a_text_counts_are_those_that_are_made(string instead, string said, int findings)
    {
        // Three after the resolution, and as many while it waits for the customer.
        var guide = Mistake.Guide.Replace(
            "attempts: { count: 2, countFirst: false",
            "attempts: { count: 3, countFirst: false",
            StringComparison.Ordinal
        );
        Assert.Contains(instead, guide, StringComparison.Ordinal);

        Assert.Equal(
            Enumerable.Repeat(ProblemCode.TextWithoutDatum, findings),
            Mistake.Problems(guide.Replace(instead, said, StringComparison.Ordinal)).Select(problem => problem.Code)
        );
    }
}
