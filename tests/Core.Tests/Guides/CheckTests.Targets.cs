using Rung.Core.Guides.Reading;
using Rung.Core.Tests.Showing;
using Xunit;

namespace Rung.Core.Tests.Guides;

/// <content>Every case that is worked has a time, or the word that it has none.</content>
public sealed partial class CheckTests
{
    // P3 keeps a time of an aim; the firm target's row is gone, and with it the promise.
    [Fact]
    public void A_priority_with_nothing_but_an_aim_has_no_target()
    {
        var guide = File.ReadAllText(Path.Combine(GuideFiles.Root, "guides", "schools-desk.yaml"));
        const string Row =
            "      - { when: { priority: P3 }, allow: { workingDays: 3 }, calendar: desk, cite: priorities }";
        Assert.Contains(Row, guide, StringComparison.Ordinal);

        var problems = Shipped(guide.Replace(Row, "", StringComparison.Ordinal));

        Assert.Contains(
            problems,
            problem => problem.Code == ProblemCode.NoTarget && problem.What.Contains("`P3`", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(Shipped(guide), problem => problem.Code == ProblemCode.NoTarget);
    }

    // A fault gets any priority; the other kinds begin with P4 or P5, and raising brings them up to P1, lowering down to P5.
    [Theory]
    [InlineData("kind: [fault, information", "kind: [information", "P1 fault, P2 fault, P3 fault, P4 fault, P5 fault")]
    [InlineData(
        "{ priority: P5 }, allow: { workingDays: 5 }",
        "{ priority: P5, kind: fault }, allow: { workingDays: 5 }",
        "P5 information or admin-task or service-change or feature-request or change-request"
    )]
    [InlineData(
        "{ priority: P1 }, allow: { elapsed: 4h }",
        "{ priority: P1, kind: information }, allow: { elapsed: 4h }",
        "P1 fault or admin-task or service-change or feature-request or change-request"
    )]
    public void Each_kind_that_can_get_a_priority_has_a_target(string instead, string said, string without)
    {
        var guide = File.ReadAllText(Path.Combine(GuideFiles.Root, "guides", "schools-desk.yaml"));
        Assert.Contains(instead, guide, StringComparison.Ordinal);

        var problems = Shipped(guide.Replace(instead, said, StringComparison.Ordinal));

        Assert.Equal(
            without.Split(", "),
            problems
                .Where(problem => problem.Code == ProblemCode.NoTarget)
                .Select(problem =>
                    problem.What.Split("a time for ")[1].Replace("`", "").Replace("when the kind of case is ", "")
                )
        );
    }
}
