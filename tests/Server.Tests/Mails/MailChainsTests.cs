using Rung.Server.Desk.Mails;
using Xunit;

namespace Rung.Server.Tests.Mails;

/// <summary>Mails of a group that may be about the same thing are handled in their order, the others at once. R1, R7</summary>
public sealed class MailChainsTests
{
    [Theory]
    [InlineData("a b c", "a | b | c")]
    [InlineData("a b a", "b | a a")]
    // The third answers both of the others, so that all three are in turn.
    [InlineData("a b a+b", "a b a+b")]
    [InlineData("a+x b x+b c", "a+x b x+b | c")]
    // What has nothing in common with anything is alone.
    [InlineData("- - -", "- | - | -")]
    public void Chains(string mails, string expected)
    {
        var chains = MailChains.Of(mails.Split(' '), mail => mail == "-" ? [] : mail.Split('+'));

        Assert.Equal(expected, string.Join(" | ", chains.Select(chain => string.Join(' ', chain))));
    }
}
