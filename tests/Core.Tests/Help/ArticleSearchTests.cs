using Rung.Core.Help;
using Xunit;

namespace Rung.Core.Tests.Help;

/// <summary>ESS-23: the help that fits what somebody writes about their problem.</summary>
public sealed class ArticleSearchTests
{
    private static readonly Article[] Articles =
    [
        new("password", "Outlook asks for the password again and again", "Remove it from Credential Manager.")
        {
            Services = ["email"],
        },
        new("printer", "The printer prints nothing", "Look whether it has paper. Switch it off and on."),
        new("sign-in", "Somebody cannot sign in", "Try another password, and look at the clock of the computer.")
        {
            Services = ["identity"],
        },
    ];

    [Theory]
    [InlineData("Since nine Outlook wants my password", "password")]
    [InlineData("OUTLOOK!!", "password")]
    [InlineData("printing does not work", "printer")]
    [InlineData("the clock of every computer is wrong", "sign-in")]
    public void The_best_that_fits_comes_first(string typed, string id) =>
        Assert.Equal(id, ArticleSearch.Find(Articles, typed, [], 3)[0].Id);

    [Theory]
    [InlineData("")]
    [InlineData("it does not work, please help")]
    [InlineData("a b c d")]
    [InlineData("\u202E \0 \uD83D\uDD27 ;;;")]
    [InlineData("paper")]
    public void What_says_too_little_finds_nothing(string typed) =>
        Assert.Empty(ArticleSearch.Find(Articles, typed, [], 3));

    /// <summary>"password" stands in the title of the one (3) and in the text of the other (1 and 2 for the service).</summary>
    [Fact]
    public void An_article_about_the_service_comes_before_one_that_fits_as_well()
    {
        Assert.Equal(["password"], Found("password", []));
        Assert.Equal(["password", "sign-in"], Found("password", ["identity"]));
        Assert.Equal(["password"], Found("printer password", [], 1));
    }

    private static IEnumerable<string> Found(string typed, string[] services, int most = 3) =>
        ArticleSearch.Find(Articles, typed, services, most).Select(one => one.Id);
}
