using Rung.Core.Cases;
using Rung.Core.Guides;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>A new case that goes on with a closed one, as the desk and scenarios alike log it. ESS-53, A-10.</summary>
public sealed class ContinuingTests
{
    [Fact]
    public void ESS_53_The_closed_case_gains_the_link_alone_and_the_new_one_takes_over_its_priority()
    {
        var closed = Closed();
        var done = Assert.IsType<Handled.Done>(Continue(closed));

        Assert.Equal(LinkKind.ContinuedBy, Assert.IsType<Linked>(Assert.Single(done.Change.Events)).Kind);
        var begun = done.Next!.State;
        Assert.Equal(closed.State.Priority, begun.Priority);
        Assert.Equal(
            (done.Change.State.Links[0].Other, At.London("2026-12-21 10:00")),
            (begun.Reference, begun.Logged.At)
        );
        Assert.Equal(closed.State.Reference, begun.Logged.Continues);
    }

    [Fact]
    public void ESS_53_What_is_still_live_is_gone_on_with_where_it_is()
    {
        var live = SimulatedCase.Log("2026-12-14 10:00");

        Assert.Equal(RefusalCode.WrongCondition, Assert.IsType<Handled.Refused>(Continue(live)).Refusal.Code);
    }

    [Fact]
    public void ESS_93_A_complaint_does_not_go_on_with_what_everybody_sees()
    {
        var refused = Assert.IsType<Handled.Refused>(
            Continue(Closed(), log => log with { Kind = "complaint", Source = Channel.Letter })
        );

        Assert.Equal("ESS-93", refused.Refusal.Rule);
    }

    private static SimulatedCase Closed() =>
        SimulatedCase
            .Log("2026-12-14 10:00")
            .Do(new Resolve("Done", Confirmation.NotRequired))
            .Do(new Close())
            .At("2026-12-21 10:00");

    private static Handled Continue(SimulatedCase old, Func<LogCase, LogCase>? change = null)
    {
        var log = new LogCase
        {
            Kind = "fault",
            Source = Channel.Phone,
            Subject = "It is back",
            Reporter = People.Reporter,
            Continues = old.State.Reference,
        };
        var moment = Moment.Now(People.Agent, old.Now, CaseReference.FromNumber("R", 4711));
        return Continuing.Log((old.Guide, old.Events), old.Guide, change?.Invoke(log) ?? log, moment);
    }
}
