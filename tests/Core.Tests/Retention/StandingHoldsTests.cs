using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Core.Retention;
using Xunit;

namespace Rung.Core.Tests.Retention;

/// <summary>What is under a legal hold.</summary>
public sealed class StandingHoldsTests
{
    private static readonly CaseReference Reference = CaseReference.FromNumber("R", 7);
    private static readonly Contact Office = new("office", "Office manager", null, "office@ashgrove.example.org", []);
    private static readonly Contact Head = new("head", "Head teacher", null, "head@ashgrove.example.org", []);
    private static readonly Customer Ashgrove = new("ashgrove", "schools-desk", "Ashgrove School", "A1")
    {
        Contacts = [Office, Head],
    };

    [Fact]
    public void A_case_is_under_its_own_hold_and_not_under_anothers()
    {
        Assert.NotNull(Over(new UnderHold.OnCase(Reference)));
        Assert.Null(Over(new UnderHold.OnCase(CaseReference.FromNumber("R", 8))));
    }

    [Fact]
    public void A_case_is_under_the_hold_of_its_customer_also_when_that_is_on_no_file_any_more()
    {
        Assert.NotNull(Over(new UnderHold.OnCustomer("ashgrove")));
        Assert.NotNull(On(new UnderHold.OnCustomer("ashgrove")).OfCase(Reference, By("Office manager", null), null));
        Assert.Null(Over(new UnderHold.OnCustomer("millbrook")));
    }

    [Theory]
    [InlineData("Office manager", null, true)]
    [InlineData("Somebody", "OFFICE@ashgrove.example.org", true)]
    [InlineData("Head teacher", "head@ashgrove.example.org", false)]
    [InlineData("Somebody", null, false)]
    public void A_case_is_under_the_hold_of_whoever_reported_it_by_name_or_by_address(
        string name,
        string? address,
        bool isHeld
    )
    {
        var holds = On(new UnderHold.OnContact("ashgrove", "office"));
        Assert.Equal(isHeld, holds.OfCase(Reference, By(name, address), Ashgrove) is not null);
    }

    [Fact]
    public void Somebody_is_under_their_own_hold_and_their_customers()
    {
        Assert.NotNull(On(new UnderHold.OnContact("ashgrove", "office")).OfContact(Ashgrove, Office));
        Assert.NotNull(On(new UnderHold.OnCustomer("ashgrove")).OfContact(Ashgrove, Office));
        Assert.Null(On(new UnderHold.OnContact("ashgrove", "head")).OfContact(Ashgrove, Office));
        Assert.Null(On(new UnderHold.OnContact("millbrook", "office")).OfContact(Ashgrove, Office));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("A claim is expected.", false)]
    public void A_reason_is_given(string reason, bool isWrong) =>
        Assert.Equal(isWrong, LegalHoldReason.Fault(reason) is not null);

    [Fact]
    public void A_reason_has_a_thousand_characters_and_no_more()
    {
        Assert.Null(LegalHoldReason.Fault(new string('r', 1_000)));
        Assert.NotNull(LegalHoldReason.Fault(new string('r', 1_001)));
    }

    private static LegalHold? Over(UnderHold on) => On(on).OfCase(Reference, By("Office manager", null), Ashgrove);

    private static StandingHolds On(UnderHold on) =>
        new([new LegalHold("schools-desk", on, "A claim.", Instant.FromUtc(2026, 12, 24, 9, 0), Actor.Desk)]);

    private static Reporter By(string name, string? address) =>
        new("ashgrove", "Ashgrove School", name, null, null, address);
}
