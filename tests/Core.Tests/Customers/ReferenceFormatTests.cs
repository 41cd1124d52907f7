using Rung.Core.Customers;
using Xunit;

namespace Rung.Core.Tests.Customers;

/// <summary>ESS-32: a customer's own reference is put down as that customer writes it.</summary>
public class ReferenceFormatTests
{
    [Theory]
    [InlineData("CB-*", "cb 7741", "CB-7741")]
    [InlineData("CB-*", "CB-10234", "CB-10234")]
    [InlineData("CB-*", "CB7", "CB-7")]
    [InlineData("INC#######", "inc 004 1207", "INC0041207")]
    [InlineData("@@/####/@", "mg/0118/b", "MG/0118/B")]
    [InlineData("*/20##", "118 / 2026", null)]
    [InlineData("CB-*", "CB-", null)]
    [InlineData("CB-*", "7741", null)]
    [InlineData("CB-*", "CB-7741x", null)]
    [InlineData("TW-#####", "TW-9031", null)]
    [InlineData("TW-#####", "TW-903111", null)]
    [InlineData("TW-#####", "TW-９０３１１", null)]
    [InlineData("TW-#####", "", null)]
    public void A_reference_is_put_right_or_is_none_of_theirs(string format, string typed, string? reads) =>
        Assert.Equal(reads, ReferenceFormat.Fault(format) is null ? ReferenceFormat.Normalise(format, typed) : null);

    [Theory]
    [InlineData("CB-*", true)]
    [InlineData("*-*", false)]
    [InlineData("*#", false)]
    [InlineData("*2026", false)]
    [InlineData("*A##", true)]
    [InlineData("CB", false)]
    [InlineData("", false)]
    public void A_format_is_one_that_can_be_read_in_one_way(string format, bool isSound) =>
        Assert.Equal(isSound, ReferenceFormat.Fault(format) is null);

    [Fact]
    public void A_format_longer_than_forty_characters_is_none() =>
        Assert.NotNull(ReferenceFormat.Fault(new string('#', 41)));
}
