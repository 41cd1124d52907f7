using Rung.Core.Cases;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>ESS-78, A-10: what says one thing in a few words and nothing besides, and all that looks like it and is not.</summary>
public sealed class GistTests
{
    [Theory]
    [InlineData("Yes, it works now.")]
    [InlineData("All fixed thank you")]
    [InlineData("yes")]
    [InlineData("OK, that's sorted.\n\nMany thanks")]
    [InlineData("Hi, I can confirm it’s working again. Please close the case.")]
    [InlineData("All is working now, thanks")]
    public void A_10_A_text_that_only_confirms_is_known(string text) =>
        Assert.Equal(Gist.Confirms, GistReader.Of(text));

    [Theory]
    [InlineData("Any news?")]
    [InlineData("Hi, is there any update on this please? Thanks")]
    [InlineData("Good morning, when will it be fixed?")]
    [InlineData("How are things going with our case?")]
    [InlineData("What's the latest")]
    [InlineData("Could you please let us know when it will be working again?")]
    [InlineData("Just wondering if there is any progress yet.")]
    [InlineData("Hi, could you send us an update on this please?")]
    [InlineData("Can we have the latest news please")]
    [InlineData("Please tell me when it will be fixed.")]
    [InlineData("When can we expect an update? We are still waiting.")]
    [InlineData("I'm just chasing this, thanks")]
    [InlineData("How long will this be?")]
    public void ESS_78_A_text_that_only_asks_how_things_stand_is_known(string text) =>
        Assert.Equal(Gist.AsksForNews, GistReader.Of(text));

    [Theory]
    [InlineData("")]
    [InlineData("[no text; subject: Re: E-mail]")]
    [InlineData("Thank you")] // for what, it does not say
    [InlineData("It is not fixed.")]
    [InlineData("Yes, it works now, but it is slow.")]
    [InlineData("Yes, it works now in room 4.")]
    [InlineData("Yes.\n\nA. Person")]
    [InlineData("Is it fixed?")]
    [InlineData("is it working now")]
    [InlineData("It is fixed?")]
    [InlineData("It isn't working")]
    [InlineData("yes it does")]
    [InlineData("Fixed? Not.")]
    [InlineData("Yes нет")]
    [InlineData("Yes \U0001F641")]
    [InlineData("fixed :-(")]
    [InlineData("The update is done.")]
    [InlineData("Any news? It is rooms 3 and 4.")]
    [InlineData("We have news: it works.")]
    [InlineData("We are ready when you are.")]
    [InlineData("Can you ring me?")]
    [InlineData("Can we have the team out tomorrow morning?")]
    [InlineData("Can we have the team out please?")]
    [InlineData("Could you send the team tomorrow afternoon please")]
    [InlineData("Tell me when you are ready, tomorrow is good for us")]
    [InlineData("Let me know when you are ready")]
    [InlineData("Let us know if that works for you")]
    [InlineData("Can you give us a week?")]
    [InlineData("When can you be there?")]
    [InlineData("We are checking and will let you know")]
    [InlineData("Any news? Tomorrow morning is good for us")]
    [InlineData("Any news? It is working now.")]
    [InlineData("Any news? We are ready.")]
    [InlineData("Please can you confirm it is fixed")]
    [InlineData("Thanks, can you confirm all is working now")]
    [InlineData("please confirm this is resolved")]
    [InlineData("Confirm it is fixed please")]
    [InlineData("Hi, is it fixed now")]
    [InlineData("When will you stop it doing this to the printers?")]
    public void Whatever_says_more_or_another_thing_is_left_to_a_person(string text) =>
        Assert.Equal(Gist.Other, GistReader.Of(text));

    // 26 words that are all known.
    [Fact]
    public void What_is_long_is_left_to_a_person() =>
        Assert.Equal(Gist.Other, GistReader.Of("yes " + string.Join(' ', Enumerable.Repeat("it works", 13))));

    // Whatever comes, it is read in no time and without an exception.
    [Fact]
    public void A_hostile_text_takes_no_time() =>
        Assert.Equal(Gist.Other, GistReader.Of(string.Concat(Enumerable.Repeat("hi just so please ", 20_000)) + "!"));
}
