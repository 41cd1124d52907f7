using CsCheck;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Guides;
using Rung.Core.Promises;
using Rung.Core.Tests.Clocks;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>What must hold of every case, whatever commands come in whatever order by whomever.</summary>
public class CaseLaws
{
    private const int Plays = 400;

    private static readonly CaseReference Other = CaseReference.FromNumber("R", 77);

    private static readonly Actor[] Actors = [People.Agent, People.TeamLeader, People.Contact, Actor.Desk];

    // Every command of the family, and the variants that matter.
    private static readonly CaseCommand[] Commands =
    [
        .. EveryCommand.Of(Other).Where(command => command is not LogCase),
        new Hold("tester-absent", "a test"),
        new SetPriority("P3", "Contact", "less"),
        new SetPriority("P4", null, "a task"),
        new SetFlag("complete-loss", FlagValue.Unset, "slow"),
        new SetFlag("total-loss", FlagValue.Set, "nothing works"),
        new GiveDisposition("a", "As meant", null, null),
        new GiveDisposition("d", "Later", "Use the web", null),
        new Resolve("Done", Confirmation.NotRequired),
        new Resolve("Done", Confirmation.NotRequired, ResolvedWhere.OnFirstCall),
        new Resolve("Done again", Confirmation.Required),
        new LinkTo(Other, LinkKind.Parent),
        new Hold("", ""),
        new SetPriority("P0", null, null),
    ];

    private static readonly Gen<int> Gap = Gen.Frequency(
        (3, Gen.Const(0)),
        (4, Gen.Int[1, 120]),
        (3, Gen.Int[1, 900]),
        (1, Gen.Int[1, 8_000])
    );

    private static readonly Gen<Play[]> Any = Gen.Select(
        Gen.Int[0, Commands.Length - 1],
        Gen.Int[0, Actors.Length - 1],
        Gap,
        Gen.Frequency((4, Gen.Const(0)), (1, Gen.Int[1, 2_000])),
        (what, who, gap, back) => new Play(Commands[what], Actors[who], gap, back)
    ).Array[1, 25];

    [Fact]
    public void The_version_grows_by_what_was_appended_and_never_otherwise() =>
        Check(
            (before, play, one) =>
            {
                one.Try(play.Command, play.By, one.Now - Duration.FromMinutes(play.Back));
                Assert.Equal(before.Events, one.Events.Take(before.Events.Length));
                Assert.Equal(one.Events.Count, one.State.Version);
            }
        );

    [Fact]
    public void A_refusal_changes_nothing_and_says_what_to_do() =>
        Check(
            (before, play, one) =>
            {
                if (
                    one.Try(play.Command, play.By, one.Now - Duration.FromMinutes(play.Back)) is Handled.Refused refused
                )
                {
                    Assert.Equal(before.Events, one.Events);
                    Assert.Equal(before.Told, Told(one));
                    Assert.EndsWith(".", refused.Refusal.Sentence.TrimEnd('?'), StringComparison.Ordinal);
                    Assert.True(
                        refused.Refusal.Cite is null
                            || one.Guide.Paragraphs.Any(paragraph => paragraph.Id == refused.Refusal.Cite),
                        $"{refused.Refusal} cites no paragraph"
                    );
                    Assert.True(CitesWhereItCan(refused.Refusal), $"{refused.Refusal}");
                    Assert.True(
                        refused.Refusal is { Rule: not null } or { Code: RefusalCode.InvalidInput },
                        $"{refused.Refusal} rests on nothing"
                    );
                    Assert.True(DocumentedRules.Name(refused.Refusal), $"docs/errors.md: {refused.Refusal}");
                }
            }
        );

    [Fact]
    public void What_is_stored_is_what_a_replay_gives() =>
        Check(
            (_, play, one) =>
            {
                if (one.Try(play.Command, play.By, one.Now - Duration.FromMinutes(play.Back)) is Handled.Done done)
                {
                    var replayed = CaseState.Of([.. one.Events]);
                    Assert.Equal(Told(one.Guide, done.Change.State, one.Now), Told(one.Guide, replayed, one.Now));
                    Assert.Equal(done.Change.Dues, DueList.Of(one.Guide, replayed, one.Now));
                }
            }
        );

    // A note, a link, automatic mail and the reason of a breach are all that a closed case still takes.
    [Fact]
    public void Nothing_happens_to_a_case_after_it_was_closed() =>
        Check(
            (before, play, one) =>
            {
                var wasClosed = one.State.IsClosed;
                one.Try(play.Command, play.By, one.Now - Duration.FromMinutes(play.Back));
                if (wasClosed)
                {
                    Assert.All(
                        one.Events.Skip(before.Events.Length),
                        happened =>
                            Assert.True(
                                happened is Noted or Linked or Unlinked or AutomaticMailReceived or BreachExplained,
                                $"{happened}"
                            )
                    );
                    Assert.Empty(DueList.Of(one.Guide, one.State, one.Now));
                    Assert.Equal(before.Clocks, Clocks(one.Guide, one.State, one.Now));
                }
                Assert.True(one.Seen<Closed>().Count <= 1);
            }
        );

    [Fact]
    public void Nothing_falls_due_before_its_time_and_a_breach_bears_its_due() =>
        Check(
            (before, play, one) =>
            {
                one.Try(play.Command, play.By, one.Now - Duration.FromMinutes(play.Back));
                foreach (var happened in one.Events.Skip(before.Events.Length))
                {
                    Assert.True(happened.At <= happened.RecordedAt && happened.RecordedAt == one.Now, $"{happened}");
                    Assert.True(happened is not TargetMissed || happened.At < happened.RecordedAt, $"{happened}");
                }
            }
        );

    [Fact]
    public void Every_ledger_adds_up_and_cites_the_guide() =>
        Check(
            (_, play, one) =>
            {
                one.Try(play.Command, play.By, one.Now - Duration.FromMinutes(play.Back));
                foreach (var ledger in LedgerWriter.Write(one.Guide, one.State, one.Now))
                {
                    Assert.Equal(ledger.Reading.Used, ledger.Counted + ledger.Overdue);
                    Assert.True(
                        ledger.Reading.State != ClockState.Running
                            || ledger.Counted + ledger.ToCome == ledger.Reading.Total
                            || ledger.Reading.Left < Duration.Zero,
                        $"{ledger.Reading}"
                    );
                    Assert.All(
                        ledger.Segments,
                        segment => Assert.Contains(one.Guide.Paragraphs, paragraph => paragraph.Id == segment.Cite)
                    );
                }
            }
        );

    // Semantics 29: what the move carries is all that the clocks need.
    [Fact]
    public void Moved_to_a_version_that_says_the_same_a_case_stands_as_it_did() =>
        Check(
            (_, play, one) =>
            {
                one.Try(play.Command, play.By, one.Now - Duration.FromMinutes(play.Back));
                one.Until(one.Now);
                if (one.State.IsLive)
                {
                    var moved = Versions.Moved(one, Versions.Next(one.Guide, "9"));
                    var again = Versions.Moved(moved, Versions.Next(one.Guide, "10"));
                    Notes(one);
                    Assert.Equal(Stands(one).Split('\n'), Stands(moved).Split('\n'));
                    Assert.Equal(Stands(one).Split('\n'), Stands(again).Split('\n'));
                }
            }
        );

    // Whatever comes afterwards, in time: only what is entered as of before the move is another matter.
    [Fact]
    public void Moved_to_a_version_that_says_the_same_a_case_goes_on_as_it_would_have() =>
        Gen.Select(RandomDesk.Any, Gen.Int[0, 2_000], Any)
            .Sample(
                (desk, hour, plays) =>
                {
                    var one = Begun(desk.Guide(), hour);
                    SimulatedCase? twin = null;
                    foreach (var (play, index) in plays.Select((play, index) => (play, index)))
                    {
                        if (
                            twin is null
                            && index >= plays.Length / 2
                            && one.State is { IsLive: true, RejectingReply: null }
                        )
                        {
                            twin = Versions.Moved(one, Versions.Next(one.Guide, "9"));
                            Notes(one);
                        }
                        foreach (var each in twin is null ? [one] : new[] { one, twin })
                        {
                            each.Until(each.Now + Duration.FromMinutes(play.Gap));
                            if (!(IsOfAnotherPriority(play.Command) && one.State.Disposition is not null))
                            {
                                each.Try(play.Command, play.By, each.Now);
                            }
                        }
                        Assert.Equal(Stands(one).Split('\n'), Stands(twin ?? one).Split('\n'));
                    }
                },
                iter: Plays / 2
            );

    // An outcome may be lost by one priority and count again by the next (ESS-64): what had been lost when the case was moved is.
    private static bool IsOfAnotherPriority(CaseCommand command) => command is SetPriority;

    // What comes of it that anything at all happened, such as which closing time is next.
    private static void Notes(SimulatedCase one) => one.Do(new AddNote("Looked at"), People.TeamLeader);

    private static string Stands(SimulatedCase one) =>
        string.Join(
            '\n',
            [
                $"{one.Condition} {one.State.Priority} {one.Seen<TargetMissed>().Count}",
                Clocks(one.Guide, one.State, one.Now),
                .. LedgerWriter
                    .Write(one.Guide, one.State, one.Now)
                    .SelectMany(ledger => ledger.Segments)
                    .Select(segment => $"{segment}"),
                .. PromiseBook
                    .Of(one.Guide, one.State, one.Now)
                    .Select(entry =>
                        $"{entry.Kind} {entry.Id} {entry.Number} {entry.State} {entry.Due} {entry.KeptAt} {entry.MissedAt}"
                    ),
                .. DueList.Of(one.Guide, one.State, one.Now).Select(due => $"{due}"),
            ]
        );

    private static SimulatedCase Begun(Guide guide, int hour) =>
        SimulatedCase.Log(
            guide,
            At.Utc("2026-01-05T00:00:00Z") + Duration.FromHours(hour),
            log => log with { Answers = hour % 2 == 0 ? Answers.DownForSome : Answers.AllDown }
        );

    private static void Check(Action<Before, Play, SimulatedCase> step) =>
        Gen.Select(RandomDesk.Any, Gen.Int[0, 2_000], Any)
            .Sample(
                (desk, hour, plays) =>
                {
                    var guide = desk.Guide();
                    var one = Begun(guide, hour);
                    foreach (var play in plays)
                    {
                        one.Until(one.Now + Duration.FromMinutes(play.Gap));
                        step(new Before([.. one.Events], Told(one), Clocks(guide, one.State, one.Now)), play, one);
                    }
                },
                iter: Plays / 2
            );

    // What no paragraph of a guide can say: wrong input, unknown words, impossible moments, whose job it is.
    private static bool CitesWhereItCan(Refusal refusal) =>
        refusal.Cite is not null
        || refusal.Code is RefusalCode.InvalidInput
        || refusal.Sentence.StartsWith("No breach of", StringComparison.Ordinal);

    private static string Told(SimulatedCase one) => Told(one.Guide, one.State, one.Now);

    private static string Told(Guide guide, CaseState state, Instant now) =>
        string.Join(
            '\n',
            $"{state.Version} {state.Condition} {state.Priority} {state.Engineer} {state.HoldEndsBy} {state.Rejections} {state.Resolutions}",
            string.Join(' ', state.Links.Select(link => link.Other)),
            string.Join(' ', state.Marks),
            Clocks(guide, state, now)
        );

    private static string Clocks(Guide guide, CaseState state, Instant now) =>
        string.Join(
            '\n',
            ClockReader
                .Read(guide, state, now)
                .Select(one => $"{one.Target.Id} {one.State} {one.Round} {one.Used} {one.Due} {one.MissedAt}")
        );

    private sealed record Play(CaseCommand Command, Actor By, int Gap, int Back);

    private sealed record Before(CaseEvent[] Events, string Told, string Clocks);
}
