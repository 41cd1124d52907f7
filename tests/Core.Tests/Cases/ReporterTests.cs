using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Core.Evidence;
using Rung.Core.Wording;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>ESS-17, ESS-94: somebody else of the customer becomes the reporter of an open case.</summary>
public sealed class ReporterTests
{
    private static readonly Contact Network = new(
        "network",
        "Network manager",
        "01632 960042",
        "network@millbrook.example.org",
        ["test-representative"]
    );

    private static readonly ChangeReporter ToNetwork = new("network", "The office manager has left")
    {
        OnFile = [new("office", "School office", null, null, []), Network],
    };

    [Fact]
    public void ESS_17_Whoever_takes_their_place_is_written_to_from_then_on()
    {
        var one = SimulatedCase.Log("2026-12-14 10:00", Numbered).Do(ToNetwork).Do(new SendUpdate("It is found"));

        Assert.Equal(
            new Reporter(
                "millbrook",
                "Millbrook Primary",
                "Network manager",
                "test-representative",
                "01632 960042",
                "network@millbrook.example.org"
            )
            {
                ContactId = "network",
                CustomerReference = "OUR-17",
            },
            one.State.Logged.Reporter
        );
        Assert.Equal("network@millbrook.example.org", one.Mails[^1].To);
        Assert.Equal("office@millbrook.example.org", one.Mails[0].To);
    }

    /// <summary>P3 of Monday 10:00 is due on Thursday at 10:00, whoever reports it.</summary>
    [Fact]
    public void ESS_17_Its_clock_goes_on_as_it_was() =>
        Assert.Equal(
            At.London("2026-12-17 10:00"),
            SimulatedCase.Log("2026-12-14 10:00").At("2026-12-14 12:00").Do(ToNetwork).Clock.Due
        );

    [Fact]
    public void ESS_17_Who_is_it_already_makes_no_event()
    {
        var one = SimulatedCase.Log("2026-12-14 10:00").Do(ToNetwork);
        var events = one.Events.Count;
        Assert.Equal(events, one.Do(ToNetwork).Events.Count);
    }

    [Fact]
    public void ESS_94_Nobody_becomes_it_who_is_not_on_file_and_the_refusal_says_who_is()
    {
        var one = SimulatedCase.Log("2026-12-14 10:00");

        var refusal = one.Refuses(ToNetwork with { Contact = "nobody" });

        Assert.Equal((RefusalCode.InvalidInput, "ESS-17"), (refusal.Code, refusal.Rule));
        Assert.Equal("Millbrook Primary has no \"nobody\" on file: choose one of office, network.", refusal.Sentence);
        Assert.Equal(
            "Millbrook Primary has nobody on file: put whom you mean on file first.",
            one.Refuses(ToNetwork with { OnFile = [] }).Sentence
        );
        Assert.Equal(RefusalCode.InvalidInput, one.Refuses(ToNetwork with { Reason = " " }).Code);
    }

    [Fact]
    public void ESS_26_Nobody_of_the_customer_changes_it_themselves() =>
        Assert.Equal(
            RefusalCode.RoleNotAllowed,
            SimulatedCase.Log("2026-12-14 10:00").Refuses(ToNetwork, People.Contact).Code
        );

    [Fact]
    public void ESS_93_The_customer_reads_that_it_was_changed_and_not_why()
    {
        var one = SimulatedCase.Log("2026-12-14 10:00").Do(ToNetwork);
        var changed = Assert.Single(one.Seen<ReporterChanged>());

        Assert.Equal(
            "Network manager is the reporter from now on, no longer School office: The office manager has left",
            EventText.Of(one.Guide, changed)
        );
        Assert.Equal(
            "Network manager is the reporter from now on, no longer School office",
            EventText.Of(one.Guide, EditionEvents.ForCustomer(changed)!)
        );
    }

    private static LogCase Numbered(LogCase log) =>
        log with
        {
            Reporter = log.Reporter with { CustomerReference = "OUR-17" },
        };
}
