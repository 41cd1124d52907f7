using Rung.Mail.Inbound.Threading;
using Rung.Mail.Tests.Corpus;
using Xunit;

namespace Rung.Mail.Tests.Reading;

/// <summary>Answers come back to their case by an address that nobody can make up. S17</summary>
public sealed class ReplyAddressTests
{
    private const string Desk = "desk@schools.example.org";

    [Fact]
    public void An_address_leads_back_to_its_case_whatever_becomes_of_its_capitals()
    {
        for (var number = 1; number <= 3; number++)
        {
            var reference = KnownWorld.Reference(number);
            var address = KnownWorld.Key.Of(Desk, reference).ToUpperInvariant();
            Assert.True(KnownWorld.Key.TryRead(address, "R", out var read));
            Assert.Equal(reference, read);
        }
    }

    // S17
    [Fact]
    public void No_change_of_one_letter_leads_anywhere()
    {
        var address = KnownWorld.Key.Of(Desk, KnownWorld.Reference(1));
        for (var place = address.IndexOf('+') + 1; place < address.IndexOf('@'); place++)
        {
            var changed = address.ToCharArray();
            changed[place] = changed[place] == 'x' ? 'y' : 'x';
            Assert.False(KnownWorld.Key.TryRead(new string(changed), "R", out _), new string(changed));
        }
    }

    // S17
    [Fact]
    public void Another_installation_reads_nothing_from_it()
    {
        var other = new ReplyAddress(new byte[32]);
        Assert.False(other.TryRead(KnownWorld.Key.Of(Desk, KnownWorld.Reference(1)), "R", out _));
    }

    [Theory]
    [InlineData("desk@schools.example.org")]
    [InlineData("desk+@schools.example.org")]
    [InlineData("desk+.@schools.example.org")]
    [InlineData("desk+222222@schools.example.org")]
    [InlineData("+@")]
    [InlineData("@+")]
    [InlineData("")]
    public void What_is_no_such_address_leads_nowhere(string address) =>
        Assert.False(KnownWorld.Key.TryRead(address, "R", out _));

    [Fact]
    public void It_fits_into_what_mail_servers_take_as_a_local_part()
    {
        var local = KnownWorld
            .Key.Of("a-rather-long-name-of-a-desk@schools.example.org", KnownWorld.Reference(1))
            .Split('@')[0];
        Assert.True(local.Length <= 64, $"{local} has {local.Length} characters.");
    }
}
