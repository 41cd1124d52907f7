using CsCheck;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Tests.Cases;
using Xunit;

namespace Rung.Core.Tests.Clocks;

/// <summary>What falls due does so once, never early, and the same whether or not anybody was there at the time.</summary>
public class DueLaws
{
    private const int Histories = 400;

    [Fact]
    public void Never_early() =>
        RandomHistory.Any.Sample(
            history =>
            {
                var one = Live(history);
                Assert.All(one.Events, happened => Assert.True(happened.At <= happened.RecordedAt, $"{happened}"));
                Assert.All(
                    one.Seen<AttemptMade>(),
                    made => Assert.True(made.By != Actor.Desk || made.At == made.RecordedAt)
                );
            },
            iter: Histories
        );

    [Fact]
    public void Each_due_is_gone_once_it_was_handled() =>
        RandomHistory.Any.Sample(
            history =>
            {
                var one = Live(history);
                var seen = new HashSet<Due>();
                for (var steps = 0; DueList.Of(one.Guide, one.State, one.Now) is [var due, ..] && steps < 60; steps++)
                {
                    Assert.True(seen.Add(due), $"{due} comes twice");
                    one.Until(Instant.Max(due.At, one.Now));
                    Assert.DoesNotContain(due, DueList.Of(one.Guide, one.State, one.Now));
                }
            },
            iter: Histories
        );

    [Fact]
    public void Left_alone_a_resolved_case_settles() =>
        RandomHistory.Any.Sample(
            history =>
            {
                var one = Live(history);
                one.Try(new Resolve("Done", Confirmation.Required));
                one.Try(new WriteRfo("A certificate"));
                one.Until(one.Now + Duration.FromDays(300));
                Assert.True(one.State.IsClosed, $"{one.Condition}");
                Assert.Empty(DueList.Of(one.Guide, one.State, one.Now));
            },
            iter: Histories / 3
        );

    // Semantics 23 and "replay equals what is stored", up to the first attempt: that is made when somebody is there.
    [Fact]
    public void A_process_that_was_down_enters_what_a_live_one_entered() =>
        RandomHistory.Any.Sample(
            history =>
            {
                var live = Live(history);
                var down = history.Play((one, then) => one.Sleep(then));
                foreach (var one in new[] { live, down })
                {
                    one.Until(one.Now + Duration.FromDays(20));
                }
                var same = live.Events.TakeWhile(happened => !IsByItself(happened)).Count();
                Assert.Equal(live.Events.Take(same).Select(Told), down.Events.Take(same).Select(Told));
            },
            iter: Histories
        );

    // ESS-52: whether or not anybody was there, nobody is closed on silence without having been asked, each time for real.
    [Fact]
    public void Silence_is_what_was_asked_about() =>
        RandomHistory.Any.Sample(
            history =>
            {
                var one = history.Play((one, then) => one.Sleep(then));
                one.Try(new Resolve("Done", Confirmation.Required));
                one.Try(new WriteRfo("A certificate"));
                one.Sleep(one.Now + Duration.FromDays(20));
                one.Until(one.Now).Until(one.Now + Duration.FromDays(60));
                Assert.All(
                    one.Seen<AttemptMade>(),
                    made => Assert.True(made.RecordedAt - made.At < Due.InTime, $"{made}")
                );
                if (one.State.Closed is { Because: ClosedBecause.Silence } closed)
                {
                    Assert.Equal(one.Guide.Closing.Attempts.Count, one.State.Attempts.Count);
                    Assert.True(closed.At > one.State.Attempts[^1].At, "closed as soon as it was asked");
                }
            },
            iter: Histories
        );

    private static bool IsByItself(CaseEvent happened) => happened is AttemptMade && happened.By == Actor.Desk;

    // The events that any process enters are told apart by everything but when it learned of them.
    private static string Told(CaseEvent happened) => (happened with { RecordedAt = happened.At }).ToString()!;

    private static SimulatedCase Live(RandomHistory history) => history.Play((one, then) => one.Until(then));
}
