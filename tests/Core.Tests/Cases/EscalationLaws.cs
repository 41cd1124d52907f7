using CsCheck;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>What must hold of every escalation at the SMC, whatever is done in whatever order, with silence between.</summary>
public class EscalationLaws
{
    private const int Plays = 100;

    private static readonly Guide Smc = ShippedGuides.Smc;

    private static readonly Actor Owner = new("Duty Manager", "duty-manager");
    private static readonly Actor Executive = new("Head of Service Management", "service-operations-manager");

    private static readonly Actor[] Actors = [People.Agent, Owner, Executive, People.Contact];

    // Each is made when it is played, since a time is agreed for later than that.
    private static readonly Func<Instant, CaseCommand>[] Commands =
    [
        now => Call(1, now + Duration.FromMinutes(20)),
        now => Call(2, now + Duration.FromMinutes(45)),
        _ => Call(3, null),
        _ => Call(4, null),
        _ => new Escalate { From = "Network control", SeenLevel = 1 },
        _ => new Escalate { Level = 2 },
        _ => new AskToEscalate("Please escalate", Channel.Email),
        _ => new NoteApproach("head-of-operations", "Put somebody senior on this"),
        now => new AgreeCallBack(now + Duration.FromMinutes(10)),
        _ => new CallBack("A crew is there"),
        _ => new CallBack("A crew is there", new PlanRequest()),
        _ => new AgreePlan(new PlanRequest { EveryMinutes = 90 }),
        _ => new AgreePlan(new PlanRequest { Times = ["09:00", "21:00"] }),
        _ => new RecordPlannedContact("Still at work"),
        _ => new SendUpdate("News", Channel.Phone),
        _ => new Engage { Level = 2, Person = "Manager 2" },
        _ => new Engage { Level = 2, Outcome = EngagementOutcome.NotReached },
        _ => new Engage
        {
            Level = 3,
            Person = "Manager 3",
            Raises = true,
        },
        _ => new HandOverEscalation("Duty Manager 2", Channel.Phone),
        _ => new NamePeer(3, "Chief Operating Officer"),
        _ => new EndEscalation("Restored", Channel.Phone, RfoState.Owed),
        _ => new Resolve("Spliced", Confirmation.Required),
        _ => new RejectResolution("Still down"),
        _ => new ConfirmResolution(null),
        _ => new WriteRfo("A digger"),
    ];

    private static readonly Gen<Play[]> Any = Gen.Select(
        Gen.Int[0, Commands.Length - 1],
        Gen.Int[0, Actors.Length - 1],
        Gen.Frequency((3, Gen.Int[0, 15]), (2, Gen.Int[0, 120]), (1, Gen.Int[0, 600])),
        Gen.Frequency((5, Gen.Const(0)), (1, Gen.Int[1, 90])),
        (what, who, gap, back) => new Play(what, who, gap, back)
    ).Array[1, 30];

    [Fact]
    public void Levels_are_entered_one_after_another_and_only_when_somebody_asked_or_the_owner_decided() =>
        Check(one =>
        {
            foreach (var escalation in one.State.Escalations)
            {
                Assert.Equal(1, escalation.Entered[0].Level);
                Assert.All(
                    escalation.Entered.Zip(escalation.Entered.Skip(1)),
                    pair => Assert.True(pair.First.Level < pair.Second.Level && pair.First.At <= pair.Second.At)
                );
                Assert.All(
                    escalation.Entered.Zip(escalation.Entered.Skip(1)),
                    pair => Assert.True(pair.Second.Level == pair.First.Level + 1 || pair.Second.Way == EntryWay.Owner)
                );
                Assert.All(
                    escalation.Entered.Where(entered => entered.Way == EntryWay.Request),
                    entered => Assert.True(entered is { From: not null, Channel: Channel.Phone }, $"{entered}")
                );
            }
        });

    [Fact]
    public void There_is_always_somebody_who_owns_it_or_is_to_be_contacted() =>
        Check(one =>
        {
            Assert.True(one.State.Escalations.Count(escalation => escalation.IsActive) <= 1);
            if (one.State.Escalation is { } active)
            {
                Assert.True(active.Owner is not null || NextPost.Of(Smc, active, one.Now) is not null);
                Assert.False(one.State.IsClosed);
            }
        });

    [Fact]
    public void A_promise_is_missed_once_at_its_due_and_never_forgotten() =>
        Check(one =>
        {
            // What was entered late may have fallen due meanwhile.
            one.Until(one.Now);
            var missed = one.Seen<PromiseMissed>();
            Assert.Equal(missed.Count, missed.Select(each => (each.For, each.Due)).Distinct().Count());
            Assert.All(missed, each => Assert.True(each.At == each.Due && each.At < each.RecordedAt, $"{each}"));
            if (one.State.IsLive)
            {
                Assert.DoesNotContain(
                    one.State.Promises,
                    promise => promise.State == PromiseState.Open && promise.Due < one.Now
                );
            }
            Assert.Equal(DueList.Of(Smc, CaseState.Of([.. one.Events]), one.Now), DueList.Of(Smc, one.State, one.Now));
        });

    [Fact]
    public void One_call_back_and_one_planned_contact_are_open_at_most() =>
        Check(one =>
            Assert.All(
                one.State.Promises.Where(promise => promise.State == PromiseState.Open).GroupBy(promise => promise.For),
                open => Assert.True(open.Key == PromiseFor.Rfo || open.Count() == 1, open.Key.ToString())
            )
        );

    [Fact]
    public void Nothing_about_an_escalation_moves_the_priority_or_a_clock() =>
        Check(
            (command, one) =>
            {
                var before = (one.State.Priority, Clocks(one));
                return () =>
                {
                    if (command is EscalationCommand)
                    {
                        Assert.Equal(before, (one.State.Priority, Clocks(one)));
                    }
                };
            }
        );

    private static string Clocks(SimulatedCase one) =>
        string.Join(' ', one.Clocks().Select(clock => $"{clock.Target.Id} {clock.Due} {clock.Used} {clock.MissedAt}"));

    private static Escalate Call(int level, Instant? callBack) =>
        new()
        {
            Level = level,
            From = "Network control",
            Number = "01632 960200",
            Acknowledged = true,
            Reasons = ["protracted"],
            CallBack = callBack,
        };

    private static void Check(Action<SimulatedCase> holds) => Check((_, one) => () => holds(one));

    private static void Check(Func<CaseCommand, SimulatedCase, Action> around) =>
        Any.Sample(
            plays =>
            {
                var one = SimulatedCase.Log(
                    Smc,
                    At.Utc("2027-03-27T20:00:00Z"),
                    log =>
                        log with
                        {
                            Reporter = People.Reporter with { Contract = "T24" },
                            Services = ["connectivity"],
                            Answers = new Dictionary<string, string>
                            {
                                ["affected"] = "everything",
                                ["effect"] = "down",
                                ["details"] = "No site answers",
                                ["tried"] = "Routers restarted",
                            },
                        }
                );
                foreach (var play in plays)
                {
                    one.Until(one.Now + Duration.FromMinutes(play.Gap));
                    var command = Commands[play.What](one.Now);
                    var after = around(command, one);
                    one.Try(command, Actors[play.Who], one.Now - Duration.FromMinutes(play.Back));
                    after();
                }
            },
            iter: Plays
        );

    private sealed record Play(int What, int Who, int Gap, int Back);
}
