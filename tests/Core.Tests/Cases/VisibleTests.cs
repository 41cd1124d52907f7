using Rung.Core.Cases;
using Rung.Core.Cases.Deciding;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>What is seen of a text, and which names look the same.</summary>
public class VisibleTests
{
    [Theory]
    [InlineData("\u200B\u00A0", true)]
    [InlineData("\u2060\n\t\u3164", true)]
    [InlineData("\u200F", true)]
    [InlineData("", true)]
    [InlineData("\u200B.", false)]
    [InlineData("☀️", false)]
    public void A_text_without_anything_to_see_is_blank(string text, bool isBlank)
    {
        Assert.Equal(isBlank, Visible.IsBlank(text));
        Assert.Equal(isBlank, Decision.NeedsText(text, "The reply") is not null);
    }

    [Theory]
    [InlineData("Robin Admin", "robin  ADMIN")]
    [InlineData("Robin Admin", "Robin\u200B Admin")]
    [InlineData("Robin Admin", "R\u043Ebin Admin")]
    [InlineData("Robin Admin", "Ｒobin\u00A0Admin ")]
    public void Names_that_look_the_same_have_one_key(string one, string other) =>
        Assert.Equal(Visible.KeyOf(one), Visible.KeyOf(other));

    [Theory]
    [InlineData("Robin Admin", "Robyn Admin")]
    [InlineData("José", "Jose")]
    [InlineData("Sam Poole 1", "Sam Poole 2")]
    [InlineData("Пётр", "Павел")]
    public void Names_that_differ_have_two(string one, string other) =>
        Assert.NotEqual(Visible.KeyOf(one), Visible.KeyOf(other));

    [Fact]
    public void Half_a_character_is_no_fault() => Assert.NotEmpty(Visible.KeyOf("A\uD800B"));
}
