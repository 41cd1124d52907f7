using System.Diagnostics;
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
        Assert.Equal(id, Find(Articles, typed, [])[0].Id);

    [Theory]
    [InlineData("")]
    [InlineData("it does not work, please help")]
    [InlineData("a b c d")]
    [InlineData("\u202E \0 \uD83D\uDD27 ;;;")]
    [InlineData("paper")]
    public void What_says_too_little_finds_nothing(string typed) => Assert.Empty(Find(Articles, typed, []));

    /// <summary>"password" stands in the title of the one (3) and in the text of the other (1 and 2 for the service).</summary>
    [Fact]
    public void An_article_about_the_service_comes_before_one_that_fits_as_well()
    {
        Assert.Equal(["password"], Found("password", []));
        Assert.Equal(["password", "sign-in"], Found("password", ["identity"]));
        Assert.Equal(["password"], Found("printer password", [], 1));
    }

    /// <summary>A log of 100 KB in a report, against 300 articles of 3,000 words: word by word it would be minutes.</summary>
    [Fact]
    public void A_pasted_log_is_looked_at_in_no_time()
    {
        var all = Enumerable.Range(0, 300).Select(number => new Article($"a{number}", $"Title {number}", Log(number)));
        var words = all.Select(one => new ArticleWords(one)).ToList();
        var log = "Outlook asks " + string.Concat(Enumerable.Range(0, 15_000).Select(line => $"line{line} "));
        var begun = Stopwatch.GetTimestamp();

        ArticleSearch.Find(words, log, [], 3);

        Assert.InRange(Stopwatch.GetElapsedTime(begun), TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    /// <summary>What stands after the first hundred words finds nothing any more, and no sign is cut in two.</summary>
    [Fact]
    public void Only_the_beginning_of_a_long_text_counts()
    {
        var many = string.Concat(Enumerable.Range(100, ArticleSearch.MostWords - 1).Select(word => $"x{word} "));

        Assert.Equal(["printer"], Found($"{many} printer", []));
        Assert.Empty(Found($"{many} x999 printer", []));
        Assert.Equal(["printer"], Found("printer " + string.Concat(Enumerable.Repeat("\uD83D\uDD27", 10_000)), []));
        Assert.Equal(["printer"], Found("printer  " + string.Concat(Enumerable.Repeat("\uD83D\uDD27", 10_000)), []));
    }

    private static string Log(int number) =>
        string.Concat(Enumerable.Range(0, 3_000).Select(word => $"line{word * number} "));

    private static IEnumerable<string> Found(string typed, string[] services, int most = 3) =>
        Find(Articles, typed, services, most).Select(one => one.Id);

    private static IReadOnlyList<Article> Find(
        IEnumerable<Article> articles,
        string typed,
        string[] services,
        int most = 3
    ) => ArticleSearch.Find(articles.Select(one => new ArticleWords(one)), typed, services, most);
}
