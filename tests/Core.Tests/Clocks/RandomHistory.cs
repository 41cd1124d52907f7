using CsCheck;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Core.Tests.Cases;

namespace Rung.Core.Tests.Clocks;

/// <summary>What happened on a case, drawn at random: commands with the minutes that passed before each.</summary>
internal sealed record RandomHistory(
    RandomDesk Desk,
    int FirstDay,
    int FirstMinute,
    int Source,
    int Answer,
    (int What, int Gap, int Back)[] Steps
)
{
    private static readonly Channel[] Sources = [Channel.Phone, Channel.Email, Channel.Portal, Channel.Monitoring];

    private static readonly Gen<int> Gap = Gen.Frequency(
        (2, Gen.Const(0)),
        (4, Gen.Int[1, 90]),
        (4, Gen.Int[1, 900]),
        (2, Gen.Int[1, 6_000])
    );

    public static Gen<RandomHistory> Any { get; } = With(Gen.Const(0));

    /// <summary>Some of it entered later than it happened.</summary>
    public static Gen<RandomHistory> BackDated { get; } = With(Gen.Frequency((3, Gen.Const(0)), (2, Gen.Int[1, 1500])));

    public Instant Begin =>
        new LocalDate(2026, 1, 5).PlusDays(FirstDay).AtStartOfDayInZone(Desk.TimeZone).ToInstant()
        + Duration.FromMinutes(FirstMinute);

    /// <summary>Lets it happen; what the desk refuses did not happen.</summary>
    /// <param name="pass">Lets time pass: live, or with the process down.</param>
    public SimulatedCase Play(Action<SimulatedCase, Instant> pass, Func<Guide, Guide>? change = null)
    {
        var guide = Desk.Guide();
        var one = SimulatedCase.Log(change is null ? guide : change(guide), Begin, Logged);
        foreach (var (what, gap, back) in Steps)
        {
            pass(one, one.Now + Duration.FromMinutes(gap));
            var (command, by) = Command(what);
            one.Try(command, by, one.Now - Duration.FromMinutes(back));
        }
        return one;
    }

    public override string ToString() =>
        $"{Desk}\n{Begin} {Sources[Source]} answer {Answer}\n{string.Join('\n', Steps.Select(step => $"+{step.Gap} -{step.Back} {Command(step.What).Command}"))}";

    private static Gen<RandomHistory> With(Gen<int> back) =>
        Gen.Select(
            RandomDesk.Any,
            Gen.Int[0, 400],
            Gen.Int[0, 1439],
            Gen.Int[0, Sources.Length - 1],
            Gen.Int[0, 3],
            Gen.Select(Gen.Int[0, 21], Gap, back).Array[0, 14],
            (desk, day, minute, source, answer, steps) => new RandomHistory(desk, day, minute, source, answer, steps)
        );

    private LogCase Logged(LogCase log) =>
        log with
        {
            Source = Sources[Source],
            DetectedAt = Begin - Duration.FromMinutes(Answer * 45),
            Answers = Answer switch
            {
                0 => Answers.AllDown,
                1 => Answers.Fault("everyone", "cannot-use"),
                2 => Answers.DownForSome,
                _ => Answers.Fault("one", "disruption"),
            },
        };

    private static (CaseCommand Command, Actor By) Command(int what) =>
        what switch
        {
            0 => (new Assign("Engineer 2"), People.Agent),
            1 or 2 => (new Hold("information", "more"), People.Agent),
            3 => (new Hold("tester-absent", "a test"), People.Agent),
            4 or 5 => (new Resume(), People.Agent),
            6 or 7 or 8 => (new RecordReply("An answer", Channel.Email), People.Contact),
            9 => (new RecordAutomaticMail("Away"), Actor.Desk),
            10 => (new SendUpdate("News"), People.Agent),
            11 => (new SetPriority("P1", "Contact", "worse"), People.TeamLeader),
            12 => (new SetPriority("P2", "Contact", "other"), People.TeamLeader),
            13 => (new SetPriority("P4", null, "less"), People.Agent),
            14 or 15 => (new Resolve("Done", Confirmation.Required), People.Agent),
            16 => (new Resolve("Done", Confirmation.NotRequired), People.Agent),
            17 => (new GiveDisposition("b", "Soon", null, null), People.Agent),
            18 => (new RejectResolution("No"), People.Contact),
            19 => (new ConfirmResolution(null), People.Agent),
            20 => (new RecordAttempt(Channel.Phone, null), People.Agent),
            _ => (new WriteRfo("A certificate"), People.Agent),
        };
}
