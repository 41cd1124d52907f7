using Rung.Core.Guides.Reading;
using Xunit;

namespace Rung.Core.Tests.Guides;

/// <summary>SMC-09: a promise whose miss is written to nobody is found before anybody relies on it.</summary>
public sealed class AlertsReadTests
{
    private const string Desk = "alerts: duty@example.org, ";
    private const string Leader = ", alerts: leader@example.org";

    [Fact]
    public void SMC_09_Where_neither_the_posts_nor_the_desk_have_a_mailbox_the_guide_is_warned_of()
    {
        var guide = Without(Desk).Replace(Leader, "", StringComparison.Ordinal);

        var problem = Assert.Single(Mistake.Problems(guide));
        Assert.Equal(ProblemCode.RoleVacant, problem.Code);
        Assert.Contains("nobody is written to when `call-back` is missed", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void One_mailbox_is_enough()
    {
        Assert.Empty(Mistake.Problems(Without(Desk)));
        Assert.Empty(Mistake.Problems(Without(Leader)));
    }

    // The desk takes what is sent there, and leaves alone what it wrote itself.
    [Fact]
    public void SMC_09_A_contact_at_which_the_desk_takes_mail_is_no_mailbox_of_the_post()
    {
        var guide = Without(Desk).Replace(Leader, "", StringComparison.Ordinal);
        string At(string contact) =>
            guide.Replace(
                "contact: Through the desk, whenVacant: manager",
                $"contact: {contact}, whenVacant: manager",
                StringComparison.Ordinal
            );

        Assert.Empty(Mistake.Problems(At("leader@example.org")));
        Assert.Equal(ProblemCode.RoleVacant, Assert.Single(Mistake.Problems(At("desk@desk.example.org"))).Code);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("one@example.org, two@example.org")]
    [InlineData("a b@example.org")]
    public void What_is_no_mailbox_is_refused(string written)
    {
        var guide = Mistake.Guide.Replace(Desk, $"alerts: \"{written}\", ", StringComparison.Ordinal);

        Assert.Contains(Mistake.Problems(guide), problem => problem.Code == ProblemCode.BadText);
    }

    private static string Without(string text) => Mistake.Guide.Replace(text, "", StringComparison.Ordinal);
}
