using Rung.Mail.Outbound;
using Xunit;

namespace Rung.Mail.Tests.Outbound;

/// <summary>S26: nothing that is not one address becomes a recipient.</summary>
public sealed class NamedAddressTests
{
    [Theory]
    [InlineData("office@millbrook.example.org")]
    [InlineData("o.f-f_i+ce'x@a.example")]
    [InlineData("desk+r7k4239.c3vzqlxk6mkwzzaq@schools.example.org")]
    [InlineData("root@localhost")]
    public void An_address_is_taken(string address)
    {
        Assert.True(NamedAddress.TryParse("School office", address, out var mailbox));
        Assert.Equal((address, $"School office <{address}>"), (mailbox.Address, mailbox.ToString()));
    }

    // S26
    [Theory]
    [InlineData("")]
    [InlineData("@")]
    [InlineData("office")]
    [InlineData("office@")]
    [InlineData("@example.org")]
    [InlineData("a b@example.org")]
    [InlineData("a@b@example.org")]
    [InlineData("a@example.org, b@example.org")]
    [InlineData("a@example.org;b@example.org")]
    [InlineData("<a@example.org>")]
    [InlineData("a@example.org\r\nBcc: b@example.org")]
    [InlineData("a@example.org\n")]
    [InlineData("a@example.org\0")]
    [InlineData("a\u2028@example.org")]
    [InlineData("\"a\r\nRCPT TO:<x@example.org>\"@example.org")]
    [InlineData("\"quoted\"@example.org")]
    [InlineData("a@[127.0.0.1]")]
    [InlineData("a@-a.example.org")]
    [InlineData("a@example..org")]
    [InlineData(".a@example.org")]
    [InlineData("a..b@example.org")]
    [InlineData("ü@example.org")]
    [InlineData("a@exämple.org")]
    public void Anything_else_is_not(string address) => Assert.False(NamedAddress.TryParse("x", address, out _));

    [Fact]
    public void What_is_too_long_is_not() =>
        Assert.False(NamedAddress.TryParse("x", $"{new string('a', 250)}@example.org", out _));

    // S26
    [Theory]
    [InlineData("Ann\r\nBcc: x@example.org", "Ann Bcc: x@example.org")]
    [InlineData("  Ann\t\u2028 Bee ", "Ann Bee")]
    [InlineData(null, "")]
    public void A_name_is_one_line(string? name, string shown)
    {
        Assert.True(NamedAddress.TryParse(name, "a@example.org", out var mailbox));
        Assert.Equal(shown, mailbox.Name);
    }
}
