using Rung.Core.Cases;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>Names stand on lines of ours: they are short and leave the rest of the line alone.</summary>
public class OneLineTests
{
    [Theory]
    [InlineData("Service Desk Team Leader")]
    [InlineData("Zoë O’Neil-Ó’Brien (nights)")]
    [InlineData("مدير المدرسة")]
    [InlineData("\u200Fמנהלת\u200F 2")]
    [InlineData("👩🏽‍💻")]
    [InlineData("Sunshine Club ☀️")]
    public void A_name_is_let_through(string name) => Assert.Null(OneLine.Fault(name));

    [Theory]
    [InlineData(null, "is empty")]
    [InlineData(" \t", "is empty")]
    [InlineData("A\nB", "control characters")]
    [InlineData("A\u0000B", "control characters")]
    [InlineData("A\u0085B", "control characters")]
    [InlineData("A\u2028B", "control characters")]
    [InlineData("A\u202AB", "direction")]
    [InlineData("A\u202EB", "direction")]
    [InlineData("A\u2066B", "direction")]
    [InlineData("A\u2069B", "direction")]
    [InlineData("\u200B\u00A0", "is empty")]
    [InlineData("Robin\u200B Admin", "that nobody sees")]
    [InlineData("Robin\u00AD Admin", "that nobody sees")]
    [InlineData("\uFEFFRobin", "that nobody sees")]
    public void What_is_wrong_is_said(string? name, string what) => Assert.Contains(what, OneLine.Fault(name));

    [Fact]
    public void Two_hundred_characters_are_let_through_and_one_more_is_not()
    {
        Assert.Null(OneLine.Fault(new string('x', 200)));
        Assert.Equal("is longer than 200 characters: shorten it.", OneLine.Fault(new string('x', 201)));
    }

    [Fact]
    public void Forty_characters_are_quoted_and_of_more_the_first_forty_and_no_half_of_a_character()
    {
        Assert.Equal(new string('x', 40), OneLine.Start(new string('x', 40)));
        Assert.Equal(new string('x', 40) + "…", OneLine.Start(new string('x', 41)));
        Assert.Equal(new string('x', 39) + "…", OneLine.Start(new string('x', 39) + "😀"));
        Assert.Equal("", OneLine.Start(""));
    }
}
