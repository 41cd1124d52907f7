using Rung.Mail.Inbound.Facts;
using Xunit;

namespace Rung.Mail.Tests.Reading;

/// <summary>What belongs on the telephone is told from what may wait. ESS-16</summary>
public sealed class HighImpactTests
{
    [Theory]
    [InlineData("We have a complete loss of service since 08:10.", "complete loss")]
    [InlineData("The internet is down. We cannot teach.", "internet is down")]
    [InlineData("Total outage at Ashgrove", "Total outage")]
    [InlineData("We have lost all internet access at our school", "lost all internet")]
    [InlineData("All three sites are offline", "All three sites")]
    [InlineData("None of us can log in", "None of us")]
    [InlineData("Nobody can log in.", "Nobody")]
    [InlineData("No staff can reach e-mail", "No staff")]
    [InlineData("All staff cannot access e-mail.", "All staff")]
    [InlineData("Nothing works since the power came back", "Nothing works")]
    [InlineData("Since 8:10, the whole school has no internet", "whole school")]
    [InlineData("Everything is down!", "Everything")]
    [InlineData("The phones are dead", "phones are dead")]
    [InlineData("Good morning,\n\nevery classroom is empty, and the network has gone down.", "network has gone down")]
    public void ESS_16_High_impact_is_heard(string text, string words) => Assert.Equal(words, HighImpact.In(text));

    [Theory]
    [InlineData("Everything else works, only my printer is slow")]
    [InlineData("Nothing out of the ordinary: one PC works slowly")]
    [InlineData("All pupils have gone out, my mouse is dead")]
    [InlineData("Everything else is fine but my mouse is dead")]
    [InlineData("Everyone can log in again")]
    [InlineData("Everyone is happy with the new board.")]
    [InlineData("One printer is down.")]
    [InlineData("My internet is down")]
    [InlineData("The internet is down on one PC")]
    [InlineData("The network is down in room 4")]
    [InlineData("The whole school is no longer down")]
    [InlineData("The internet is back up for the whole school, nobody is cut off")]
    [InlineData("Nobody is in a hurry. Could you call me?")]
    public void ESS_16_What_concerns_one_or_is_over_is_not_taken_for_it(string text) =>
        Assert.Null(HighImpact.In(text));
}
