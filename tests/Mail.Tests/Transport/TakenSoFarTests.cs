using Rung.Mail.Transport;
using Xunit;

namespace Rung.Mail.Tests.Transport;

/// <summary>What is remembered of a mailbox: nothing that waits is ever passed over.</summary>
public sealed class TakenSoFarTests
{
    [Fact]
    public void Everything_up_to_what_still_waits_is_one_number()
    {
        var some = TakenSoFar.Nothing.With([1, 2, 5], waiting: [7, 9]);
        // 3, 4 and 6 do not wait, so they are gone; 7 does.
        Assert.Equal("6", some.With([6], [7, 9]).ToString());
        Assert.Equal("5", some.ToString());
    }

    [Fact]
    public void What_is_taken_out_of_turn_is_remembered_by_itself()
    {
        var some = TakenSoFar.Nothing.With([1, 2, 90, 91], waiting: [3, 4]);
        Assert.Equal("2 90 91", some.ToString());
        Assert.Equal((true, false, true), (some.Has(2), some.Has(3), some.Has(90)));
        Assert.Equal("91", TakenSoFar.Parse(some.ToString()).With([3, 4], []).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("5 x")]
    [InlineData("-1")]
    [InlineData("99999999999")]
    public void What_cannot_be_read_is_nothing_so_that_all_is_looked_at_again(string text) =>
        Assert.Equal("0", TakenSoFar.Parse(text).ToString());
}
